import { inceptionV3 } from '../models/inceptionV3';
import type { PublishedFigure } from './publishedFigure';
import { countedOn } from './publishedFigure';
import { keras, torchvision } from './releases';
import { xceptionPaper } from './xception';

const shared = {
  net: inceptionV3.id,
  options: {},
  resolution: 299,
  exact: countedOn('torchvision', 23834568, 23800136, 5713216096),
};

export const inceptionV3Figures: readonly PublishedFigure[] = [
  {
    ...shared,
    paramsMillions: 23.626728,
    top1: 78.2,
    top5: 94.1,
    disputed: 'params',
    sources: [xceptionPaper],
    note: /*i18n*/ 'without auxiliary tower; 208 k below the PyTorch count, convention not stated',
  },
  {
    ...shared,
    paramsMillions: 23.851784,
    top1: 77.9,
    top5: 93.7,
    sources: [keras],
    note: /*i18n*/ 'BN without gamma: 23,800,136 + 17,216 beta + 34,432 running = 23,851,784',
  },
  {
    ...shared,
    paramsMillions: 27.161264,
    macsMillions: 5713,
    top1: 77.294,
    top5: 93.45,
    disputed: 'params',
    sources: torchvision,
    note: /*i18n*/ 'num_params includes the auxiliary tower; the MACs do not',
  },
];

import { xception } from '../models/xception';
import type { PublishedFigure, Source } from './publishedFigure';
import { countedOn } from './publishedFigure';
import { keras } from './releases';

export const xceptionPaper: Source = {
  title: 'Xception, arXiv:1610.02357v3',
  place: /*i18n*/ 'Tables 1 and 3',
  url: xception.paper.url,
};

const shared = {
  net: xception.id,
  options: {},
  resolution: 299,
  top1: 79.0,
  top5: 94.5,
  exact: countedOn('pytorchcv', 22855952, 22801424, 8357403496),
};

export const xceptionFigures: readonly PublishedFigure[] = [
  {
    ...shared,
    paramsMillions: 22.855952,
    sources: [xceptionPaper],
    note: /*i18n*/ 'the paper gives no FLOPs; ShuffleNet V2 says “FLOPs > 2G”',
  },
  {
    ...shared,
    paramsMillions: 22.91048,
    sources: [keras],
    note: /*i18n*/ '22,855,952 params and 54,528 running statistics of batch norm',
  },
];

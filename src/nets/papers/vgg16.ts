import { vgg16 } from '../models/vgg16';
import { mobileNetV1Paper } from './mobileNetV1';
import type { PublishedFigure } from './publishedFigure';
import { countedOn } from './publishedFigure';
import { torchvision } from './releases';
import { shuffleNetV1Paper } from './shuffleNetV1';

const shared = {
  net: vgg16.id,
  options: {},
  resolution: 224,
  exact: countedOn('torchvision', 138357544, 138357544, 15470264320),
};

export const vgg16Figures: readonly PublishedFigure[] = [
  {
    ...shared,
    paramsMillions: 138,
    macsMillions: 15300,
    top1: 71.5,
    sources: [mobileNetV1Paper, shuffleNetV1Paper],
    note: /*i18n*/ '15.3 G is the convolutions only (15,346.6 M); with fc 15,470.3 M',
  },
  {
    ...shared,
    paramsMillions: 138.357544,
    macsMillions: 15470,
    top1: 71.592,
    top5: 90.382,
    sources: torchvision,
  },
];

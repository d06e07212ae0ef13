import { efficientNetLite0 } from '../models/efficientNetLite0';
import type { PublishedFigure, Source } from './publishedFigure';

export const efficientNetLiteRelease: Source = {
  title: 'tensorflow/tpu, models/official/efficientnet/lite README',
  url: 'https://github.com/tensorflow/tpu/tree/master/models/official/efficientnet/lite',
};

export const efficientNetLite0Figures: readonly PublishedFigure[] = [
  {
    net: efficientNetLite0.id,
    options: {},
    resolution: 224,
    paramsMillions: 4.7,
    macsMillions: 407,
    top1: 75.1,
    disputed: 'macs',
    sources: [efficientNetLiteRelease],
    note: /*i18n*/ 'the structure counts 385.2 M multiply-adds; the README does not say what else its 407 M include',
  },
];

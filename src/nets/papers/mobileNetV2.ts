import { mobileNetV2 } from '../models/mobileNetV2';
import { mobileNetV3Paper } from './mobileNetV3';
import type { PublishedFigure, Source } from './publishedFigure';
import { countedOn, figureTable } from './publishedFigure';
import { keras, slimMobileNets, torchvision } from './releases';

const { id: net, paper } = mobileNetV2;

export const mobileNetV2Paper: Source = {
  title: 'MobileNetV2, arXiv:1801.04381',
  place: /*i18n*/ 'section 4, Tables 2 and 4',
  url: paper.url,
};

const kerasApplications: Source = {
  title: 'keras-team/keras-applications README',
  url: 'https://github.com/keras-team/keras-applications',
};

const fullWidth = countedOn('torchvision', 3504872, 3470760, 300774272);

export const mobileNetV2Figures: readonly PublishedFigure[] = [
  {
    net,
    options: { width: 1 },
    resolution: 224,
    paramsMillions: 3.4,
    macsMillions: 300,
    top1: 72.0,
    sources: [mobileNetV2Paper],
    exact: fullWidth,
  },
  {
    net,
    options: { width: 1.4 },
    resolution: 224,
    paramsMillions: 6.9,
    macsMillions: 585,
    top1: 74.7,
    disputed: 'params',
    sources: [mobileNetV2Paper],
    note: /*i18n*/ '6.9 M cannot be reproduced: 6.11 M with BN, 6.06 M without (TF-slim’s own README: 6.06)',
  },
  ...figureTable(
    { net, resolution: 224, sources: [slimMobileNets], note: /*i18n*/ 'params without batch norm' },
    ['paramsMillions', 'macsMillions', 'top1', 'top5', 'exact'],
    [
      [{ width: 1.4 }, 6.06, 582, 75.0, 92.5],
      [{ width: 1.3 }, 5.34, 509, 74.4, 92.1],
      [{ width: 1 }, 3.47, 300, 71.8, 91.0, fullWidth],
      [{ width: 0.75 }, 2.61, 209, 69.8, 89.6],
      [{ width: 0.5 }, 1.95, 97, 65.4, 86.4],
      [{ width: 0.35 }, 1.66, 59, 60.3, 82.9],
    ],
  ),
  {
    net,
    options: { width: 0.35 },
    resolution: 224,
    paramsMillions: 1.6,
    macsMillions: 59.2,
    top1: 60.8,
    sources: [mobileNetV3Paper],
    note: /*i18n*/ 'row “V2 0.35” of MobileNetV3 Table 3',
  },
  {
    net,
    options: { width: 1 },
    resolution: 224,
    paramsMillions: 3.504872,
    macsMillions: 301,
    top1: 71.878,
    top5: 90.286,
    sources: torchvision,
    exact: fullWidth,
  },
  {
    net,
    options: { width: 1 },
    resolution: 224,
    paramsMillions: 3.538984,
    top1: 71.3,
    top5: 90.1,
    sources: [keras],
    note: /*i18n*/ '3,504,872 params and 34,112 running statistics of batch norm',
    exact: fullWidth,
  },
  ...figureTable(
    {
      net,
      resolution: 224,
      sources: [kerasApplications],
      note: /*i18n*/ 'Keras total, running statistics included',
    },
    ['paramsMillions', 'top1'],
    [
      [{ width: 0.35 }, 1.7, 60.086],
      [{ width: 0.5 }, 2.0, 65.194],
      [{ width: 0.75 }, 2.7, 69.532],
      [{ width: 1.3 }, 5.4, 74.68],
      [{ width: 1.4 }, 6.2, 75.23],
    ],
  ),
];

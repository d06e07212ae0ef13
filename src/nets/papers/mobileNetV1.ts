import { mobileNetV1 } from '../models/mobileNetV1';
import type { PublishedFigure, Source } from './publishedFigure';
import { countedOn, figureTable } from './publishedFigure';
import { keras } from './releases';

const { id: net, paper } = mobileNetV1;

export const mobileNetV1Paper: Source = {
  title: 'MobileNets, arXiv:1704.04861',
  place: /*i18n*/ 'Tables 1 to 10',
  url: paper.url,
};

export const slimMobileNetV1: Source = {
  title: 'TF-slim mobilenet_v1.md',
  url: 'https://github.com/tensorflow/models/blob/master/research/slim/nets/mobilenet_v1.md',
};

const fullWidthAt = {
  224: countedOn('pytorchcv', 4231976, 4210088, 568740352),
  192: countedOn('pytorchcv', 4231976, 4210088, 418121728),
  160: countedOn('pytorchcv', 4231976, 4210088, 290675200),
  128: countedOn('pytorchcv', 4231976, 4210088, 186400768),
};

const slimColumns = ['resolution', 'paramsMillions', 'macsMillions', 'top1', 'top5'] as const;

export const mobileNetV1Figures: readonly PublishedFigure[] = [
  ...figureTable(
    { net, resolution: 224, sources: [mobileNetV1Paper] },
    ['resolution', 'paramsMillions', 'macsMillions', 'top1', 'exact'],
    [
      [{ width: 1 }, 224, 4.2, 569, 70.6, fullWidthAt[224]],
      [{ width: 0.75 }, 224, 2.6, 325, 68.4],
      [{ width: 0.5 }, 224, 1.3, 149, 63.7],
      [{ width: 0.25 }, 224, 0.5, 41, 50.6],
      [{ width: 1 }, 192, 4.2, 418, 69.1, fullWidthAt[192]],
      [{ width: 1 }, 160, 4.2, 290, 67.2, fullWidthAt[160]],
      [{ width: 1 }, 128, 4.2, 186, 64.4, fullWidthAt[128]],
      [{ width: 0.5 }, 160, 1.32, 76, 60.2],
    ],
  ),
  {
    net,
    options: { width: 0.75 },
    resolution: 192,
    macsMillions: 239,
    sources: [mobileNetV1Paper],
    note: /*i18n*/ 'Table 10 (Stanford Dogs head); MACs only',
  },
  {
    net,
    options: {},
    resolution: 224,
    otherStructure: '1.0-full-conv',
    paramsMillions: 29.3,
    macsMillions: 4866,
    top1: 71.7,
    sources: [mobileNetV1Paper],
    note: /*i18n*/ 'Table 4 “Conv MobileNet”',
  },
  ...figureTable(
    { net, resolution: 224, sources: [slimMobileNetV1] },
    [...slimColumns, 'exact'],
    [
      [{ width: 1 }, 224, 4.24, 569, 70.9, 89.9, fullWidthAt[224]],
      [{ width: 1 }, 192, 4.24, 418, 70.0, 89.2, fullWidthAt[192]],
      [{ width: 1 }, 160, 4.24, 291, 68.0, 87.7, fullWidthAt[160]],
      [{ width: 1 }, 128, 4.24, 186, 65.2, 85.8, fullWidthAt[128]],
    ],
  ),
  ...figureTable(
    {
      net,
      resolution: 224,
      disputed: 'macs',
      sources: [slimMobileNetV1],
      note: /*i18n*/ 'MACs 2.5% below the paper’s 325-type numbers and below the computed value: the README column is off for 0.75',
    },
    slimColumns,
    [
      [{ width: 0.75 }, 224, 2.59, 317, 68.4, 88.2],
      [{ width: 0.75 }, 192, 2.59, 233, 67.2, 87.3],
      [{ width: 0.75 }, 160, 2.59, 162, 65.3, 86.0],
      [{ width: 0.75 }, 128, 2.59, 104, 62.1, 83.9],
    ],
  ),
  ...figureTable({ net, resolution: 224, sources: [slimMobileNetV1] }, slimColumns, [
    [{ width: 0.5 }, 224, 1.34, 150, 63.3, 84.9],
    [{ width: 0.5 }, 192, 1.34, 110, 61.7, 83.6],
    [{ width: 0.5 }, 160, 1.34, 77, 59.1, 81.9],
    [{ width: 0.5 }, 128, 1.34, 49, 56.3, 79.4],
    [{ width: 0.25 }, 224, 0.47, 41, 49.8, 74.2],
  ]),
  ...figureTable(
    {
      net,
      resolution: 224,
      disputed: 'macs',
      sources: [slimMobileNetV1],
      note: /*i18n*/ '34 is wrong: 30.2 M computed (41.0 × (192/224)² = 30.1)',
    },
    slimColumns,
    [[{ width: 0.25 }, 192, 0.47, 34, 47.7, 72.3]],
  ),
  ...figureTable({ net, resolution: 224, sources: [slimMobileNetV1] }, slimColumns, [
    [{ width: 0.25 }, 160, 0.47, 21, 45.5, 70.3],
    [{ width: 0.25 }, 128, 0.47, 14, 41.5, 66.3],
  ]),
  {
    net,
    options: { width: 1 },
    resolution: 224,
    paramsMillions: 4.253864,
    top1: 70.4,
    top5: 89.5,
    sources: [keras],
    note: /*i18n*/ '4,231,976 params and 21,888 running statistics of batch norm',
    exact: fullWidthAt[224],
  },
];

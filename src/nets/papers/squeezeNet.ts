import { squeezeNet } from '../models/squeezeNet';
import { mobileNetV1Paper } from './mobileNetV1';
import type { PublishedFigure, Source } from './publishedFigure';
import { countedOn, figureTable } from './publishedFigure';
import { torchvision } from './releases';
import { shuffleNetV1Paper } from './shuffleNetV1';

const { id: net, paper } = squeezeNet;

export const squeezeNetPaper: Source = { title: 'SqueezeNet, arXiv:1602.07360', url: paper.url };
const squeezeNetTables1And2: Source = { ...squeezeNetPaper, place: /*i18n*/ 'Tables 1 and 2' };

const squeezeNetTables2And3: Source = { ...squeezeNetPaper, place: /*i18n*/ 'Tables 2 and 3' };

export const squeezeNetRelease: Source = {
  title: /*i18n*/ 'forresti/SqueezeNet, the authors’ release',
  url: 'https://github.com/forresti/SqueezeNet',
};

export const squeezeNetResidual: Source = {
  title: 'songhan/SqueezeNet-Residual',
  url: 'https://github.com/songhan/SqueezeNet-Residual',
};

const openModelZoo: Source = {
  title: 'Open Model Zoo, squeezenet1.1',
  url: 'https://github.com/openvinotoolkit/open_model_zoo/tree/master/models/public/squeezenet1.1',
};

const v10 = [1248424, 1248424, 818924576] as const;

export const squeezeNetFigures: readonly PublishedFigure[] = [
  {
    net,
    options: { version: '1.0' },
    resolution: 224,
    paramsMillions: 1.248424,
    top1: 57.5,
    top5: 80.3,
    sources: [squeezeNetTables1And2],
    note: /*i18n*/ 'params from Table 1; top-1 and top-5 from Table 2',
    exact: countedOn('pytorchcv', ...v10),
  },
  {
    net,
    options: {},
    resolution: 227,
    otherStructure: '1.0-caffe-pad',
    macsMillions: 861,
    top5: 80.3,
    sources: [squeezeNetRelease],
    note: /*i18n*/ 'half of the 1,720 M that the release prints is 860; 861.3 M is reproduced only with the authors’ 227 crop and the pad:1 on conv10 in deploy.prototxt',
  },
  {
    net,
    options: { version: '1.0' },
    resolution: 227,
    macsMillions: 833,
    top1: 57.5,
    sources: [shuffleNetV1Paper],
    note: /*i18n*/ 'ShuffleNet Table 6: 833 MFLOPs, error 42.5',
    exact: countedOn('pytorchcv', 1248424, 1248424, 832667936),
  },
  {
    net,
    options: { version: '1.0' },
    resolution: 224,
    paramsMillions: 1.25,
    macsMillions: 1700,
    top1: 57.5,
    disputed: 'macs',
    sources: [mobileNetV1Paper],
    note: /*i18n*/ 'MobileNet Table 9 calls it 1,700 M mult-adds: that is the 1.72 GFLOPS figure, so twice the MACs (true value 0.82–0.86 G); “22× less computation” is therefore about 11×',
    exact: countedOn('pytorchcv', ...v10),
  },
  {
    net,
    options: { version: '1.1' },
    resolution: 227,
    macsMillions: 360,
    top5: 80.3,
    disputed: 'macs',
    sources: [squeezeNetRelease],
    note: /*i18n*/ '360 lies between 349 (224 crop) and 388 (227 crop); the repo’s own 2.4× = 1.72/0.72',
    exact: countedOn('torchvision', 1235496, 1235496, 387747520),
  },
  {
    net,
    options: { version: '1.1' },
    resolution: 227,
    top1: 58.382,
    top5: 81,
    sources: [openModelZoo],
    note: /*i18n*/ 'measured with the weights of the authors, who print no top-1 for version 1.1',
  },
  ...figureTable(
    { net, resolution: 224, sources: torchvision },
    ['paramsMillions', 'macsMillions', 'top1', 'top5', 'exact'],
    [
      [{ version: '1.0' }, 1.248424, 819, 58.092, 80.42, countedOn('torchvision', ...v10)],
      [{ version: '1.1' }, 1.235496, 349, 58.178, 80.624, countedOn('torchvision', 1235496, 1235496, 349151936)],
    ],
  ),
  {
    net,
    options: { version: '1.0', bypass: 'simple' },
    resolution: 224,
    paramsMillions: 1.248424,
    top1: 60.4,
    top5: 82.5,
    sources: [squeezeNetTables2And3, squeezeNetResidual],
    note: /*i18n*/ 'released caffemodel: 60.376 / 82.498',
  },
  {
    net,
    options: { version: '1.0', bypass: 'complex' },
    resolution: 224,
    top1: 58.8,
    top5: 82.0,
    sources: [squeezeNetTables2And3],
    note: /*i18n*/ 'Table 3 prints a model size of 7.7 MB, which 1×1 bypasses on fire2/4/6/8 cannot reach: computed 1,589,672 parameters = 6.06 MiB fp32',
  },
];

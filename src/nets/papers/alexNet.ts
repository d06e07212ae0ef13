import { alexNet } from '../models/alexNet';
import { mobileNetV1Paper } from './mobileNetV1';
import type { PublishedFigure, Source } from './publishedFigure';
import { countedOn } from './publishedFigure';
import { torchvision } from './releases';
import { shuffleNetV1Paper } from './shuffleNetV1';

export const alexNetPaper: Source = {
  title: 'Krizhevsky et al. 2012',
  place: /*i18n*/ 'abstract',
  url: alexNet.paper.url,
};

export const alexNetFigures: readonly PublishedFigure[] = [
  {
    net: alexNet.id,
    options: {},
    resolution: 224,
    paramsMillions: 60,
    macsMillions: 720,
    top1: 57.2,
    top5: 80.3,
    sources: [mobileNetV1Paper, shuffleNetV1Paper, alexNetPaper],
    note: /*i18n*/ 'the paper says 224, though its 55×55 map needs 227 without padding; computed 60,965,224, of which fc 58,631,144 (96.2%); 240 MB fp32 in SqueezeNet Table 2',
    exact: countedOn('own', 60965224, 60965224, 724406816),
  },
  {
    net: alexNet.id,
    options: {},
    resolution: 224,
    otherStructure: 'one-weird-trick',
    paramsMillions: 61.10084,
    macsMillions: 714,
    top1: 56.522,
    top5: 79.066,
    sources: torchvision,
  },
];

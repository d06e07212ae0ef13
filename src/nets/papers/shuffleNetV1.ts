import { shuffleNetV1 } from '../models/shuffleNetV1';
import type { PublishedFigure, Source } from './publishedFigure';
import { countedOn, figureTable } from './publishedFigure';
import { megvii } from './releases';

const { id: net } = shuffleNetV1;

export const shuffleNetV1Paper: Source = {
  title: 'ShuffleNet, arXiv:1707.01083v2',
  place: /*i18n*/ 'Tables 1 to 8',
  url: shuffleNetV1.paper.url,
};

export const shuffleNetV1Figures: readonly PublishedFigure[] = [
  ...figureTable(
    { net, resolution: 224, sources: [shuffleNetV1Paper] },
    ['macsMillions', 'top1', 'note', 'exact'],
    [
      [
        { groups: 1, width: 1 },
        143,
        66.4,
        /*i18n*/ 'Table 1 complexity leaves out the fc layer: conv-only MACs computed 142.50 M',
      ],
      [
        { groups: 2, width: 1 },
        140,
        67.3,
        /*i18n*/ 'Table 1 complexity leaves out the fc layer: conv-only MACs computed 140.04 M',
      ],
      [
        { groups: 3, width: 1 },
        137,
        67.4,
        /*i18n*/ 'Table 1 complexity leaves out the fc layer: conv-only MACs computed 136.50 M',
        countedOn('pytorchcv', 1865728, 1841248, 137460672),
      ],
      [
        { groups: 4, width: 1 },
        133,
        67.2,
        /*i18n*/ 'Table 1 complexity leaves out the fc layer: conv-only MACs computed 133.25 M',
      ],
      [
        { groups: 8, width: 1 },
        137,
        67.6,
        /*i18n*/ 'Table 1 complexity leaves out the fc layer: conv-only MACs computed 136.83 M',
        countedOn('pytorchcv', 2434768, 2395600, 138365952),
      ],
      [{ groups: 3, width: 0.5 }, 38, 56.8],
    ],
  ),
  {
    net,
    options: { groups: 3, width: 0.25 },
    resolution: 224,
    macsMillions: 13,
    top1: 45.0,
    disputed: 'macs',
    sources: [shuffleNetV1Paper],
    note: /*i18n*/ 'paper prints one nominal 13 M for all g; stem scaled to 6 channels gives 11.0 M',
  },
  ...figureTable(
    { net, resolution: 224, sources: [shuffleNetV1Paper] },
    ['macsMillions', 'top1'],
    [
      [{ groups: 3, width: 1.5 }, 292, 71.5],
      [{ groups: 3, width: 2 }, 524, 73.7],
    ],
  ),
  {
    net,
    options: {},
    resolution: 224,
    otherStructure: 'g4-0.5x-576',
    macsMillions: 38,
    top1: 58.4,
    sources: [shuffleNetV1Paper],
    note: /*i18n*/ 'channel counts of the 0.5× g=4 net are not given in full; section 4.2 says stage-4 width 576, which computes to 40.7 M',
  },
  ...figureTable(
    { net, resolution: 224, sources: [megvii] },
    ['paramsMillions', 'macsMillions', 'top1', 'top5', 'exact'],
    [
      [{ groups: 3, width: 0.5 }, 0.7, 38, 57.3, 80.0],
      [{ groups: 8, width: 0.5 }, 1.0, 40, 58.8, 81.0],
      [{ groups: 3, width: 1 }, 1.9, 138, 67.8, 87.7, countedOn('megvii', 1864728, 1840248, 137460672)],
      [{ groups: 8, width: 1 }, 2.4, 138, 68.0, 86.4, countedOn('megvii', 2433768, 2394600, 138365952)],
      [{ groups: 3, width: 1.5 }, 3.4, 292, 71.6, 90.2],
      [{ groups: 8, width: 1.5 }, 4.3, 290, 71.0, 89.6],
      [{ groups: 3, width: 2 }, 5.4, 524, 74.1, 91.4],
      [{ groups: 8, width: 2 }, 6.5, 522, 72.9, 90.8],
    ],
  ),
];

type Experiments = {
  readonly groups: readonly {
    readonly width: number;
    /** Multiply-adds in millions, nearly the same for all networks of the row. */
    readonly macsMillions: number;
    readonly top1Error: Readonly<Record<1 | 2 | 3 | 4 | 8, number>>;
  }[];
  readonly shuffle: readonly {
    readonly width: number;
    readonly groups: 3 | 8;
    readonly top1ErrorWithout: number;
    readonly top1ErrorWith: number;
  }[];
};

/**
 * The effect of groups and of the channel shuffle, as measured in the ShuffleNet paper: ImageNet top-1 error in per cent.
 * `groups` is Table 2 (networks of equal multiply-adds, wider with more groups), `shuffle` Table 3 (the same network with
 * and without its shuffles). arXiv:1707.01083, section 4.1.
 */
export const shuffleNetV1Experiments: Experiments = {
  groups: [
    { width: 1, macsMillions: 140, top1Error: { 1: 33.6, 2: 32.7, 3: 32.6, 4: 32.8, 8: 32.4 } },
    { width: 0.5, macsMillions: 38, top1Error: { 1: 45.1, 2: 44.4, 3: 43.2, 4: 41.6, 8: 42.3 } },
    { width: 0.25, macsMillions: 13, top1Error: { 1: 57.1, 2: 56.8, 3: 55, 4: 54.2, 8: 52.7 } },
  ],
  shuffle: [
    { width: 1, groups: 3, top1ErrorWithout: 34.5, top1ErrorWith: 32.6 },
    { width: 1, groups: 8, top1ErrorWithout: 37.6, top1ErrorWith: 32.4 },
    { width: 0.5, groups: 3, top1ErrorWithout: 45.7, top1ErrorWith: 43.2 },
    { width: 0.5, groups: 8, top1ErrorWithout: 48.1, top1ErrorWith: 42.3 },
    { width: 0.25, groups: 3, top1ErrorWithout: 56.3, top1ErrorWith: 55 },
    { width: 0.25, groups: 8, top1ErrorWithout: 56.5, top1ErrorWith: 52.7 },
  ],
};

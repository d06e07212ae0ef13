import { shuffleNetV2 } from '../models/shuffleNetV2';
import type { PublishedFigure, Source } from './publishedFigure';
import { countedOn, figureTable } from './publishedFigure';
import { megvii, torchvision } from './releases';

const { id: net } = shuffleNetV2;

export const shuffleNetV2Paper: Source = {
  title: 'ShuffleNet V2, arXiv:1807.11164',
  place: /*i18n*/ 'Tables 1 to 8',
  url: shuffleNetV2.paper.url,
};

const official = countedOn('megvii', 2278760, 2262580, 145814296);
const newRecipe = /*i18n*/ 'new training recipe, not comparable with the paper';

export const shuffleNetV2Figures: readonly PublishedFigure[] = [
  ...figureTable(
    {
      net,
      resolution: 224,
      sources: [shuffleNetV2Paper],
      note: /*i18n*/ 'Table 5 / Table 8; the FLOPs match the Megvii release, not torchvision',
    },
    ['paramsMillions', 'macsMillions', 'top1', 'exact'],
    [
      [{ width: 0.5 }, 1.4, 41, 60.3],
      [{ width: 1 }, 2.3, 146, 69.4, official],
      [{ width: 1.5 }, 3.5, 299, 72.6],
      [{ width: 2 }, 7.4, 591, 74.9],
    ],
  ),
  ...figureTable(
    { net, resolution: 224, sources: [megvii] },
    ['paramsMillions', 'macsMillions', 'top1', 'top5', 'exact'],
    [
      [{ width: 0.5 }, 1.4, 41, 61.1, 82.6],
      [{ width: 1 }, 2.3, 146, 69.4, 88.9, official],
      [{ width: 1.5 }, 3.5, 299, 72.6, 90.6],
      [{ width: 2 }, 7.4, 591, 75.0, 92.4],
    ],
  ),
  ...figureTable(
    { net, resolution: 224, sources: torchvision },
    ['paramsMillions', 'macsMillions', 'top1', 'top5', 'note', 'exact'],
    [
      [{ width: 0.5 }, 1.366792, 40, 60.552, 81.746],
      [{ width: 1 }, 2.278604, 145, 69.362, 88.316, undefined, countedOn('torchvision', 2278604, 2262424, 144907992)],
      [{ width: 1.5 }, 3.503624, 296, 72.996, 91.086, newRecipe],
      [{ width: 2 }, 7.393996, 583, 76.23, 93.006, newRecipe],
    ],
  ),
];

/** Batches per second on a GTX 1080 Ti or images per second on a Snapdragon 810: channels times 1, times 2, times 4. */
type Speeds = readonly [number, number, number];

type Experiments = {
  readonly equalWidth: readonly {
    readonly ratio: string;
    /** Input and output channels at times 1. */
    readonly gpuChannels: readonly [number, number];
    readonly gpu: Speeds;
    readonly armChannels: readonly [number, number];
    readonly arm: Speeds;
  }[];
  readonly groups: readonly {
    readonly groups: number;
    /** Input and output channels at times 1. */
    readonly gpuChannels: number;
    readonly gpu: Speeds;
    readonly armChannels: number;
    readonly arm: Speeds;
  }[];
  readonly fragments: readonly {
    readonly structure: FragmentStructure;
    /** At 128, 256 and 512 channels of the single convolution. */
    readonly gpu: Speeds;
    /** At 64, 128 and 256. */
    readonly arm: Speeds;
  }[];
  readonly elementWise: readonly {
    readonly relu: boolean;
    readonly shortcut: boolean;
    /** At 32, 64 and 128 channels, on both platforms. */
    readonly gpu: Speeds;
    readonly arm: Speeds;
  }[];
  readonly networks: readonly MeasuredNetwork[];
};

/** Arrangements of guideline 3's convolutions, in the paper's order. */
export const fragmentStructures = ['one', 'twoInSeries', 'fourInSeries', 'twoInParallel', 'fourInParallel'] as const;
export type FragmentStructure = (typeof fragmentStructures)[number];

/** A row of Table 8; `light` is the authors' own small Xception. MACs in millions, top-1 error in per cent. */
export type MeasuredNetwork = {
  readonly family: 'ShuffleNet V1' | 'ShuffleNet V2' | 'MobileNet V1' | 'MobileNet V2' | 'Xception (light)';
  readonly variant: string;
  readonly macsMillions: number;
  readonly top1Error: number;
  readonly gpu: number;
  readonly arm: number;
};

/**
 * Speeds that the ShuffleNet V2 paper prints for its four guidelines and for whole networks: larger is faster. Guidelines: 10 blocks on a 56 x 56 map, the average of 100 runs with random weights (Table 4 gives no map
 * size). GPU: one GTX 1080 Ti, cuDNN 7.0. ARM: Snapdragon 810, one thread; the headers of Tables 2 to 4 call it CPU.
 * The columns 'x2' and 'x4' multiply channels, so MACs grow four- and sixteenfold: Table 2's single group agrees with
 * Table 3's single convolution at 256 and 512 channels. arXiv:1807.11164, section 2, Tables 1 to 4, and Table 8 in part.
 */
export const shuffleNetV2Experiments: Experiments = {
  equalWidth: [
    { ratio: '1:1', gpuChannels: [128, 128], gpu: [1480, 723, 232], armChannels: [32, 32], arm: [76.2, 21.7, 5.3] },
    { ratio: '1:2', gpuChannels: [90, 180], gpu: [1296, 586, 206], armChannels: [22, 44], arm: [72.9, 20.5, 5.1] },
    { ratio: '1:6', gpuChannels: [52, 312], gpu: [876, 489, 189], armChannels: [13, 78], arm: [69.1, 17.9, 4.6] },
    { ratio: '1:12', gpuChannels: [36, 432], gpu: [748, 392, 163], armChannels: [9, 108], arm: [57.6, 15.1, 4.4] },
  ],
  groups: [
    { groups: 1, gpuChannels: 128, gpu: [2451, 1289, 437], armChannels: 64, arm: [40, 10.2, 2.3] },
    { groups: 2, gpuChannels: 180, gpu: [1725, 873, 341], armChannels: 90, arm: [35, 9.5, 2.2] },
    { groups: 4, gpuChannels: 256, gpu: [1026, 644, 338], armChannels: 128, arm: [32.9, 8.7, 2.1] },
    { groups: 8, gpuChannels: 360, gpu: [634, 445, 230], armChannels: 180, arm: [27.8, 7.5, 1.8] },
  ],
  fragments: [
    { structure: 'one', gpu: [2446, 1274, 434], arm: [40.2, 10.1, 2.3] },
    { structure: 'twoInSeries', gpu: [1790, 909, 336], arm: [38.6, 10.1, 2.2] },
    { structure: 'fourInSeries', gpu: [752, 745, 349], arm: [38.4, 10.1, 2.3] },
    { structure: 'twoInParallel', gpu: [1537, 803, 320], arm: [33.4, 9.1, 2.2] },
    { structure: 'fourInParallel', gpu: [691, 572, 292], arm: [35, 8.4, 2.1] },
  ],
  elementWise: [
    { relu: true, shortcut: true, gpu: [2427, 2066, 1436], arm: [56.7, 16.9, 5] },
    { relu: true, shortcut: false, gpu: [2647, 2256, 1735], arm: [61.9, 18.8, 5.2] },
    { relu: false, shortcut: true, gpu: [2672, 2121, 1458], arm: [57.3, 18.2, 5.1] },
    { relu: false, shortcut: false, gpu: [2842, 2376, 1782], arm: [66.3, 20.2, 5.4] },
  ],
  networks: [
    { family: 'ShuffleNet V2', variant: '0.5x', macsMillions: 41, top1Error: 39.7, gpu: 417, arm: 57 },
    { family: 'MobileNet V1', variant: '0.25', macsMillions: 41, top1Error: 49.4, gpu: 502, arm: 36.4 },
    { family: 'MobileNet V2', variant: '0.4, 160 px', macsMillions: 43, top1Error: 43.4, gpu: 333, arm: 33.2 },
    { family: 'MobileNet V2', variant: '0.15', macsMillions: 39, top1Error: 55.1, gpu: 351, arm: 33.6 },
    { family: 'ShuffleNet V1', variant: '0.5x, g = 3', macsMillions: 38, top1Error: 43.2, gpu: 347, arm: 56.8 },
    { family: 'Xception (light)', variant: '0.5x', macsMillions: 40, top1Error: 44.9, gpu: 384, arm: 52.9 },
    { family: 'ShuffleNet V2', variant: '1x', macsMillions: 146, top1Error: 30.6, gpu: 341, arm: 24.4 },
    { family: 'MobileNet V1', variant: '0.5', macsMillions: 149, top1Error: 36.3, gpu: 382, arm: 16.5 },
    { family: 'MobileNet V2', variant: '0.75, 192 px', macsMillions: 145, top1Error: 32.1, gpu: 235, arm: 15.9 },
    { family: 'MobileNet V2', variant: '0.6', macsMillions: 141, top1Error: 33.3, gpu: 249, arm: 14.9 },
    { family: 'ShuffleNet V1', variant: '1x, g = 3', macsMillions: 140, top1Error: 32.6, gpu: 213, arm: 21.8 },
    { family: 'Xception (light)', variant: '1x', macsMillions: 145, top1Error: 34.1, gpu: 278, arm: 19.5 },
    { family: 'ShuffleNet V2', variant: '1.5x', macsMillions: 299, top1Error: 27.4, gpu: 255, arm: 11.8 },
    { family: 'MobileNet V1', variant: '0.75', macsMillions: 325, top1Error: 31.6, gpu: 314, arm: 10.6 },
    { family: 'MobileNet V2', variant: '1.0', macsMillions: 300, top1Error: 28, gpu: 180, arm: 8.9 },
    { family: 'ShuffleNet V1', variant: '1.5x, g = 3', macsMillions: 292, top1Error: 28.5, gpu: 164, arm: 10.3 },
    { family: 'Xception (light)', variant: '1.5x', macsMillions: 305, top1Error: 29.4, gpu: 219, arm: 10.5 },
    { family: 'ShuffleNet V2', variant: '2x', macsMillions: 591, top1Error: 25.1, gpu: 217, arm: 6.7 },
    { family: 'MobileNet V1', variant: '1.0', macsMillions: 569, top1Error: 29.4, gpu: 247, arm: 6.5 },
    { family: 'MobileNet V2', variant: '1.4', macsMillions: 585, top1Error: 25.3, gpu: 137, arm: 5.4 },
    { family: 'ShuffleNet V1', variant: '2x, g = 3', macsMillions: 524, top1Error: 26.3, gpu: 133, arm: 6.4 },
    { family: 'Xception (light)', variant: '2x', macsMillions: 525, top1Error: 27.6, gpu: 174, arm: 6.7 },
    { family: 'ShuffleNet V2', variant: '2x + SE', macsMillions: 597, top1Error: 24.6, gpu: 161, arm: 5.6 },
  ],
};

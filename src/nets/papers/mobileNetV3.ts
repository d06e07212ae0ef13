import { mobileNetV3 } from '../models/mobileNetV3';
import type { PublishedFigure, Source } from './publishedFigure';
import { countedOn, figureTable } from './publishedFigure';
import { slimMobileNets, torchvision } from './releases';

const { id: net, paper } = mobileNetV3;

/** The last version on arXiv. */
export const mobileNetV3Paper: Source = {
  title: 'MobileNetV3, arXiv:1905.02244',
  place: /*i18n*/ 'last version',
  url: paper.url,
};

export const mobileNetV3FirstVersion: Source = {
  title: 'MobileNetV3, arXiv:1905.02244v1',
  place: /*i18n*/ 'Table 3',
  url: `${paper.url}v1`,
};

const intermediateVersion: Source = {
  title: 'MobileNetV3, arXiv:1905.02244',
  place: /*i18n*/ 'an intermediate version',
  url: paper.url,
};

/** Top-1 of V3-Large in per cent with torchvision's two sets of weights: one graph, two training recipes. */
export const largeTop1ByRecipe = { v1: 74.042, v2: 75.274 } as const;

const large = countedOn('torchvision', 5483032, 5458632, 216589760);
const small = countedOn('torchvision', 2542856, 2530744, 56510400);

export const mobileNetV3Figures: readonly PublishedFigure[] = [
  {
    net,
    options: { size: 'large', width: 1 },
    resolution: 224,
    paramsMillions: 5.4,
    macsMillions: 219,
    top1: 75.2,
    disputed: 'macs',
    sources: [mobileNetV3Paper],
    note: /*i18n*/ 'Pixel 1: 51 ms; 216.6 M computed, TF-slim README says 217',
    exact: large,
  },
  ...figureTable(
    { net, resolution: 224, sources: [mobileNetV3Paper] },
    ['paramsMillions', 'macsMillions', 'top1', 'note', 'exact'],
    [
      [
        { size: 'large', width: 0.75 },
        4.0,
        155,
        73.3,
        /*i18n*/ 'Pixel 1: 39 ms; reproduced only by the TF-slim rounding with the 1280 head kept',
      ],
      [{ size: 'small', width: 1 }, 2.5, 56, 67.4, /*i18n*/ 'Pixel 1: 15.8 ms', small],
      [{ size: 'small', width: 0.75 }, 2.0, 44, 65.4, /*i18n*/ 'Pixel 1: 12.8 ms'],
    ],
  ),
  {
    net,
    options: { size: 'small' },
    resolution: 224,
    otherStructure: '1.0-head1280',
    paramsMillions: 2.9,
    macsMillions: 66,
    top1: 67.4,
    sources: [mobileNetV3FirstVersion, intermediateVersion, slimMobileNets],
    note: /*i18n*/ 'params match the 1280 head, 66 M does not match anything (56.9 M computed); the last arXiv version prints 56 and 2.5 M',
  },
  {
    net,
    options: { size: 'small' },
    resolution: 224,
    otherStructure: '0.75-head1280',
    paramsMillions: 2.4,
    macsMillions: 44,
    top1: 65.4,
    sources: [mobileNetV3FirstVersion, intermediateVersion, slimMobileNets],
  },
  ...figureTable(
    { net, resolution: 224, sources: [slimMobileNets] },
    ['paramsMillions', 'macsMillions', 'top1', 'note', 'exact'],
    [
      [{ size: 'large', width: 1 }, 5.4, 217, 75.2, /*i18n*/ 'Pixel 1: 51.2 ms', large],
      [{ size: 'large', width: 0.75 }, 4.0, 155, 73.3, /*i18n*/ 'Pixel 1: 39.8 ms'],
    ],
  ),
  ...figureTable(
    { net, resolution: 224, sources: torchvision },
    ['paramsMillions', 'macsMillions', 'top1', 'top5', 'note', 'exact'],
    [
      [
        { size: 'large', width: 1 },
        5.483032,
        217,
        largeTop1ByRecipe.v1,
        91.34,
        /*i18n*/ 'IMAGENET1K_V1; V2 weights 75.274 / 92.566',
        large,
      ],
      [{ size: 'small', width: 1 }, 2.542856, 57, 67.668, 87.402, undefined, small],
    ],
  ),
];

/** The paper's networks on one core of a Pixel 1, from its Table 3. */
export const mobileNetV3OnPixel = [
  { size: 'large', width: 1, top1: 75.2, latencyMs: 51 },
  { size: 'large', width: 0.75, top1: 73.3, latencyMs: 39 },
  { size: 'small', width: 1, top1: 67.4, latencyMs: 15.8 },
  { size: 'small', width: 0.75, top1: 65.4, latencyMs: 12.8 },
] as const;

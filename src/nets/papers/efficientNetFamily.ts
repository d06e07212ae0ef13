/** A network of the family as its source prints it. */
export type FamilyMember = {
  readonly name: string;
  /** Factors on layers and channels of B0, and the side of the image, px. */
  readonly depth: number;
  readonly width: number;
  readonly resolution: number;
  readonly paramsMillions: number;
  readonly macsMillions: number;
  /** ImageNet validation accuracy, per cent. */
  readonly top1: number;
};

/** EfficientNet, arXiv:1905.11946v5, Table 2; factors from the authors' release, efficientnet_builder.py. */
export const efficientNetFamily: readonly FamilyMember[] = [
  { name: 'B0', depth: 1, width: 1, resolution: 224, paramsMillions: 5.3, macsMillions: 390, top1: 77.1 },
  { name: 'B1', depth: 1.1, width: 1, resolution: 240, paramsMillions: 7.8, macsMillions: 700, top1: 79.1 },
  { name: 'B2', depth: 1.2, width: 1.1, resolution: 260, paramsMillions: 9.2, macsMillions: 1000, top1: 80.1 },
  { name: 'B3', depth: 1.4, width: 1.2, resolution: 300, paramsMillions: 12, macsMillions: 1800, top1: 81.6 },
  { name: 'B4', depth: 1.8, width: 1.4, resolution: 380, paramsMillions: 19, macsMillions: 4200, top1: 82.9 },
  { name: 'B5', depth: 2.2, width: 1.6, resolution: 456, paramsMillions: 30, macsMillions: 9900, top1: 83.6 },
  { name: 'B6', depth: 2.6, width: 1.8, resolution: 528, paramsMillions: 43, macsMillions: 19_000, top1: 84 },
  { name: 'B7', depth: 3.1, width: 2, resolution: 600, paramsMillions: 66, macsMillions: 37_000, top1: 84.3 },
];

/** The README of the Lite release; factors from its efficientnet_lite_builder.py. Accuracies are those in float32. */
export const efficientNetLiteFamily: readonly FamilyMember[] = [
  { name: 'Lite0', depth: 1, width: 1, resolution: 224, paramsMillions: 4.7, macsMillions: 407, top1: 75.1 },
  { name: 'Lite1', depth: 1.1, width: 1, resolution: 240, paramsMillions: 5.4, macsMillions: 631, top1: 76.7 },
  { name: 'Lite2', depth: 1.2, width: 1.1, resolution: 260, paramsMillions: 6.1, macsMillions: 899, top1: 77.6 },
  { name: 'Lite3', depth: 1.4, width: 1.2, resolution: 280, paramsMillions: 8.2, macsMillions: 1440, top1: 79.8 },
  { name: 'Lite4', depth: 1.8, width: 1.4, resolution: 300, paramsMillions: 13, macsMillions: 2640, top1: 81.5 },
];

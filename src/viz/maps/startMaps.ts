const strip = (node: string, side: number, left: number) => ({ node, side, left, count: 2 * (224 / side) }) as const;

/**
 * The feature maps on the start page: two columns of each of five maps of a network that looks at a photo, at a pixel a
 * value, so that every strip is as tall as the photo and narrows as the map does. `left`: where the strip lies on the sheet.
 */
export const startMaps = {
  net: 'efficientnet-lite0',
  weights: 'efficientnet-lite0-imagenet',
  width: 434,
  height: 224,
  strips: [
    strip('stem.activation', 112, 0),
    strip('stage2.block2.add', 56, 224),
    strip('stage3.block2.add', 28, 336),
    strip('stage5.block3.add', 14, 392),
    strip('head.activation', 7, 420),
  ],
} as const;

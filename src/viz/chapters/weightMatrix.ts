/** A rectangle, px. */
export type Area = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** A 1x1 convolution as a map times a matrix of weights, both to scale, px. */
export type WeightMatrix = {
  readonly width: number;
  readonly height: number;
  /** The output map; its side in px grows with its side in pixels. */
  readonly map: Area;
  /** Every weight of the dense convolution: columns are input channels, rows output channels. */
  readonly matrix: Area;
  /** The weights that the groups keep, from the upper left to the lower right. */
  readonly blocks: readonly Area[];
};

type Convolution = {
  readonly inChannels: number;
  readonly outChannels: number;
  readonly groups: number;
  /** Height and width of the map, in pixels. */
  readonly resolution: number;
};

/** What the scale has room for. */
type Largest = { readonly inChannels: number; readonly outChannels: number; readonly resolution: number };

/** Px above the map and the matrix, for their names, and between the two. */
const top = 36;
const bottom = 34;

/**
 * Draws a grouped 1x1 convolution into `width` px: the area of the filled blocks is its number of weights, and the map's
 * area times that its number of multiply-adds. The scale depends on `largest` alone, so that two settings can be compared.
 */
export function weightMatrix(convolution: Convolution, largest: Largest, width: number): WeightMatrix {
  const { inChannels, outChannels, groups, resolution } = convolution;
  const isNarrow = width < 420;
  const mapSide = isNarrow ? 76 : 132;
  const left = mapSide + (isNarrow ? 56 : 92);
  const scale = (width - left) / largest.inChannels;
  const tallest = Math.max(mapSide, scale * largest.outChannels);
  const middle = top + tallest / 2;
  const centred = (x: number, wide: number, high: number): Area => ({
    x,
    y: middle - high / 2,
    width: wide,
    height: high,
  });
  const side = (mapSide * resolution) / largest.resolution;
  const matrix = centred(left, inChannels * scale, outChannels * scale);
  const block = { width: matrix.width / groups, height: matrix.height / groups };
  return {
    width,
    height: top + tallest + bottom,
    map: centred(mapSide - side, side, side),
    matrix,
    blocks: Array.from({ length: groups }, (_, group) => ({
      x: matrix.x + group * block.width,
      y: matrix.y + group * block.height,
      ...block,
    })),
  };
}

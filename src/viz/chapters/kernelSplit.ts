import { passPart } from './passPart';

/** A bank of kernels: one for each pair of an input channel (columns) and an output channel (rows). */
export type KernelBank = { readonly inChannels: number; readonly outChannels: number; readonly kernel: number };

/** A square of the picture: the upper left corner and the side, px. */
export type Tile = { readonly x: number; readonly y: number; readonly size: number };

export type KernelSplit = {
  /** The standard convolution: a kernel for each pair, row by row. */
  readonly standard: readonly Tile[];
  /** Kernels on their way to the depthwise convolution, one for each input channel in the end. */
  readonly depthwise: readonly Tile[];
  /** Single weights on their way to the pointwise convolution, one for each pair. */
  readonly pointwise: readonly Tile[];
  /** Left edge of the right half, and top edge of the pointwise weights. */
  readonly right: number;
  readonly pointwiseTop: number;
  readonly height: number;
};

const gap = 5;
/** Px between the depthwise kernels and the name of the pointwise weights below them, and from there to the weights. */
const between = 44;

/**
 * A bank of kernels that splits: the kernels of an input channel join in one, and each leaves a single weight that says how
 * strongly its output channel reads it. `progress`, 0 to 1, in a picture `width` px wide.
 */
export function kernelSplitAt(bank: KernelBank, progress: number, width: number): KernelSplit {
  const { inChannels, outChannels, kernel } = bank;
  const size = Math.min(34, Math.floor(width / 2 / (inChannels + 0.5)) - gap);
  const pitch = size + gap;
  const right = width - inChannels * pitch + gap;
  const pointwiseTop = size + between;
  const weight = size / kernel;
  const pairs = Array.from({ length: outChannels * inChannels }, (_, index) => ({
    row: Math.floor(index / inChannels),
    column: index % inChannels,
  }));
  const standard = pairs.map(({ row, column }) => ({ x: column * pitch, y: row * pitch, size }));
  const moved = (from: Tile, to: Tile, share: number): Tile => ({
    x: mix(from.x, to.x, share),
    y: mix(from.y, to.y, share),
    size: mix(from.size, to.size, share),
  });
  const depthwise = pairs.map(({ row, column }, index) => {
    const share = passPart(progress, 0.08 + 0.02 * row, 0.5 + 0.02 * row);
    return moved(standard[index] ?? { x: 0, y: 0, size }, { x: right + column * pitch, y: 0, size }, share);
  });
  const pointwise = pairs.map(({ row, column }, index) => {
    const share = passPart(progress, 0.46 + 0.02 * row, 0.84 + 0.02 * row);
    const { x, y } = standard[index] ?? { x: 0, y: 0 };
    const centre = { x: x + (size - weight) / 2, y: y + (size - weight) / 2, size: weight };
    const end = {
      x: right + column * pitch + (size - weight) / 2,
      y: pointwiseTop + row * (weight + gap),
      size: weight,
    };
    return moved(centre, end, share);
  });
  const height = Math.max(outChannels * pitch, pointwiseTop + outChannels * (weight + gap)) - gap;
  return { standard, depthwise, pointwise, right, pointwiseTop, height };
}

function mix(from: number, to: number, share: number): number {
  return from + (to - from) * share;
}

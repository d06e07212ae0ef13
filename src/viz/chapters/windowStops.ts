import type { Op, Shape } from '../../nets/op';

/** A feature map as a grid of cells, and the stops of a window on it, px. */
export type WindowStops = {
  readonly size: number;
  readonly cell: number;
  /** The map itself, without padding. */
  readonly map: Square;
  /** The map with its padding. */
  readonly padded: Square;
  /** The window's centre at every stop, row by row: one per pixel of the output map. */
  readonly stops: readonly { readonly x: number; readonly y: number }[];
  /** The window at its first one or two stops. */
  readonly windows: readonly Square[];
};

export type Square = { readonly x: number; readonly y: number; readonly size: number };

/** The stops of a square convolution on a square map, drawn `size` px wide. */
export function windowStopsOf(op: Op<'conv'>, input: Shape, output: Shape, size: number): WindowStops {
  const [kernel] = op.kernel;
  const { top } = op.padding;
  const side = input.width + op.padding.left + op.padding.right;
  const cell = size / side;
  const stops = Array.from({ length: output.height * output.width }, (_, index) => ({
    x: ((index % output.width) * op.stride + kernel / 2) * cell,
    y: (Math.floor(index / output.width) * op.stride + kernel / 2) * cell,
  }));
  return {
    size,
    cell,
    map: { x: top * cell, y: top * cell, size: input.width * cell },
    padded: { x: 0, y: 0, size },
    stops,
    windows: stops.slice(0, Math.min(2, output.width)).map(({ x, y }) => ({
      x: x - (kernel / 2) * cell,
      y: y - (kernel / 2) * cell,
      size: kernel * cell,
    })),
  };
}

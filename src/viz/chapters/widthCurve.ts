import { equalWidth, memoryAccessBound, widthsBeside } from '../../nets/explorables/guidelines';
import { costOf } from '../../nets/readings/cost';
import { axisFromZero, type NumberAxis } from '../charts/axis';
import type { ChartPoint } from '../charts/paths';

/** A width that divides the product: x is input over output channels, y the memory access cost in elements. */
export type WidthPoint = ChartPoint & { readonly inChannels: number; readonly memoryAccess: number };

export type WidthCurve = {
  readonly x: NumberAxis;
  readonly y: NumberAxis;
  /** The cost over all real ratios of widths. */
  readonly line: readonly ChartPoint[];
  /** The widths that a network can have. */
  readonly points: readonly WidthPoint[];
  /** The least possible cost, 2 sqrt(hw B) + B / hw elements. */
  readonly bound: number;
};

const ratios: NumberAxis = {
  kind: 'log',
  domain: [1 / 16, 16],
  ticks: [1 / 16, 1 / 8, 1 / 4, 1 / 2, 1, 2, 4, 8, 16],
};

/**
 * Memory access cost of a 1x1 convolution over the ratio of its widths. Their product, `balanced` squared, is fixed, and so
 * are its multiply-adds. ShuffleNet V2, arXiv:1807.11164, section 2, equation 1. Points are counted on graphs.
 */
export function widthCurve({
  balanced,
  resolution,
}: {
  readonly balanced: number;
  readonly resolution: number;
}): WidthCurve {
  const cost = (ratio: number): number =>
    resolution ** 2 * balanced * (Math.sqrt(ratio) + 1 / Math.sqrt(ratio)) + balanced ** 2;
  return {
    x: ratios,
    y: axisFromZero(cost(16), 4),
    line: Array.from({ length: 81 }, (_, index) => 2 ** (index / 10 - 4)).map((x) => ({ x, y: cost(x) })),
    points: widthsBeside(balanced).map((inChannels) => {
      const { memoryAccess } = costOf(equalWidth.graph({ balanced, inChannels, resolution }));
      return { inChannels, memoryAccess, x: inChannels ** 2 / balanced ** 2, y: memoryAccess };
    }),
    bound: memoryAccessBound(equalWidth.graph({ balanced, inChannels: balanced, resolution }).output),
  };
}

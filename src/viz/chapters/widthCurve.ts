import { path } from 'd3-path';
import { scaleLinear, scaleLog } from 'd3-scale';
import { equalWidth, memoryAccessBound, widthsBeside } from '../../nets/explorables/guidelines';
import { costOf } from '../../nets/readings/cost';

/** A width that divides the product, with the memory access cost of its convolution; x and y in px. */
export type WidthPoint = {
  readonly inChannels: number;
  readonly outChannels: number;
  readonly memoryAccess: number;
  readonly x: number;
  readonly y: number;
};

export type WidthCurve = {
  readonly width: number;
  readonly height: number;
  /** The curve over all real widths. */
  readonly path: string;
  /** The widths that a network can have. */
  readonly points: readonly WidthPoint[];
  /** The least that is possible, 2 sqrt(hw B) + B / hw. */
  readonly bound: { readonly value: number; readonly y: number };
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly xTicks: readonly { readonly label: string; readonly x: number }[];
  readonly yTicks: readonly { readonly value: number; readonly y: number }[];
  /** Where a convolution stands that is none of the points. */
  readonly at: (
    inChannels: number,
    outChannels: number,
    memoryAccess: number,
  ) => { readonly x: number; readonly y: number };
};

const margin = { top: 16, right: 18, bottom: 46, left: 52 };
const ratios = [1 / 16, 1 / 8, 1 / 4, 1 / 2, 1, 2, 4, 8, 16];

/**
 * Memory access cost of a 1x1 convolution over the ratio of its widths, their product `balanced` squared held fixed, and so
 * its multiply-adds. ShuffleNet V2, arXiv:1807.11164, section 2, equation 1. Points are counted on graphs.
 */
export function widthCurve(
  { balanced, resolution }: { readonly balanced: number; readonly resolution: number },
  { width, height }: { readonly width: number; readonly height: number },
): WidthCurve {
  const counted = widthsBeside(balanced).map((inChannels) => {
    const { memoryAccess } = costOf(equalWidth.graph({ balanced, inChannels, resolution }));
    return { inChannels, outChannels: balanced ** 2 / inChannels, memoryAccess };
  });
  const bound = memoryAccessBound(equalWidth.graph({ balanced, inChannels: balanced, resolution }).output);
  const cost = (ratio: number): number =>
    resolution ** 2 * balanced * (Math.sqrt(ratio) + 1 / Math.sqrt(ratio)) + balanced ** 2;
  const x = scaleLog([1 / 16, 16], [margin.left, width - margin.right]);
  const y = scaleLinear([0, cost(16)], [height - margin.bottom, margin.top]).nice(4);
  const at = (inChannels: number, outChannels: number, memoryAccess: number) => ({
    x: x(inChannels / outChannels),
    y: y(memoryAccess),
  });
  return {
    width,
    height,
    path: linePath(steppedRatios().map((ratio) => ({ x: x(ratio), y: y(cost(ratio)) }))),
    points: counted.map((point) => ({ ...point, ...at(point.inChannels, point.outChannels, point.memoryAccess) })),
    bound: { value: bound, y: y(bound) },
    left: margin.left,
    right: width - margin.right,
    bottom: height - margin.bottom,
    xTicks: ratios.map((ratio) => ({
      label: ratio < 1 ? `1:${String(1 / ratio)}` : `${String(ratio)}:1`,
      x: x(ratio),
    })),
    yTicks: y.ticks(4).map((value) => ({ value, y: y(value) })),
    at,
  };
}

function steppedRatios(): readonly number[] {
  return Array.from({ length: 81 }, (_, index) => 2 ** (index / 10 - 4));
}

function linePath(points: readonly { readonly x: number; readonly y: number }[]): string {
  const line = path();
  for (const [index, { x, y }] of points.entries()) {
    if (index === 0) line.moveTo(x, y);
    else line.lineTo(x, y);
  }
  return line.toString();
}

/** A tensor as a bar, px: `at` is its middle, `half` reaches to both sides of the axis. */
type Bar = { readonly at: number; readonly half: number; readonly channels: number };

/** A block on its way from the residual bottleneck to the inverted residual. */
export type InvertedOpening = {
  readonly width: number;
  readonly height: number;
  /** The y of the axis. */
  readonly axis: number;
  /** Input, the two tensors inside, and output, from left to right. */
  readonly bars: readonly Bar[];
  /** The three convolutions, as trapezia around the axis. */
  readonly convs: readonly { readonly at: number; readonly path: string }[];
  /** From the input over the block to the output. */
  readonly shortcut: string;
  /** Where the shortcut ends: the sum. */
  readonly sum: { readonly x: number; readonly y: number };
};

const wide = 144;
const narrow = 24;
/** Half a bar's thickness, px. */
export const openingBarHalf = 5;
const sumRadius = 11;
/** Px over the widest bar, for the shortcut, and below it, for the numbers. */
const over = 34;
const under = 40;

/**
 * Draws a block of four tensors into `width` px: at `turn` 0 the residual bottleneck, 144 to 24 to 144 channels, at 1 the
 * inverted residual of the same widths, between them on the way.
 */
export function invertedOpening(turn: number, width: number): InvertedOpening {
  const margin = 28;
  const step = (width - 2 * margin) / 3;
  const largest = Math.min(104, width * 0.26);
  const axis = over + largest;
  const between = (from: number, to: number): number => from + (to - from) * turn;
  const channels = [between(wide, narrow), between(narrow, wide), between(narrow, wide), between(wide, narrow)];
  const bars = channels.map((count, index) => ({
    at: margin + index * step,
    half: (count / wide) * largest,
    channels: Math.round(count),
  }));
  const convs = bars.slice(1).flatMap((to, index) => {
    const from = bars[index];
    if (from === undefined) return [];
    const [left, right] = [from.at + openingBarHalf + 3, to.at - openingBarHalf - 3];
    const path = `M${left} ${axis - from.half}L${right} ${axis - to.half}V${axis + to.half}L${left} ${axis + from.half}Z`;
    return [{ at: (left + right) / 2, path }];
  });
  const [first, last] = [bars[0], bars.at(-1)];
  const [left, right, end] = [first?.at ?? 0, last?.at ?? 0, first?.half ?? 0];
  const sum = { x: right, y: axis - end - sumRadius - 4 };
  return {
    width,
    height: axis + largest + under,
    axis,
    bars,
    convs,
    shortcut: `M${left} ${axis - end - 4}V18q0 -8 8 -8H${right - 8}q8 0 8 8V${sum.y - sumRadius}`,
    sum,
  };
}

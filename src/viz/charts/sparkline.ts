import { area, line } from 'd3-shape';

export type Sparkline = {
  /** A line through the values, the newest at the right edge. */
  readonly line: string;
  /** The area below that line. */
  readonly area: string;
  /** The largest value, drawn at the top. */
  readonly max: number;
};

/** The newest `slots` values as a line in a box of `width` x `height` px, with zero at the bottom. */
export function sparklineOf(
  values: readonly number[],
  { width, height, slots }: { readonly width: number; readonly height: number; readonly slots: number },
): Sparkline {
  const shown = values.slice(-slots);
  const max = Math.max(...shown, Number.MIN_VALUE);
  const step = width / (slots - 1);
  const x = (_value: number, index: number): number => width - (shown.length - 1 - index) * step;
  const y = (value: number): number => height - (value / max) * height;
  return {
    line: line<number>().x(x).y(y).digits(1)(shown) ?? '',
    area: area<number>().x(x).y0(height).y1(y).digits(1)(shown) ?? '',
    max,
  };
}

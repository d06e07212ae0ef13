import { area, line } from 'd3-shape';

export type Sparkline = {
  /** The line along the values, newest at the right end. */
  readonly line: string;
  /** The same filled down to zero. */
  readonly area: string;
  /** The largest value, which touches the top. */
  readonly most: number;
};

/**
 * The newest values as a line in a box of `width` x `height` px that has room for `slots` of them; zero is at the bottom.
 */
export function sparklineOf(
  values: readonly number[],
  { width, height, slots }: { readonly width: number; readonly height: number; readonly slots: number },
): Sparkline {
  const shown = values.slice(-slots);
  const most = Math.max(...shown, Number.MIN_VALUE);
  const step = width / (slots - 1);
  const x = (_value: number, index: number): number => width - (shown.length - 1 - index) * step;
  const y = (value: number): number => height - (value / most) * height;
  return {
    line: line<number>().x(x).y(y).digits(1)(shown) ?? '',
    area: area<number>().x(x).y0(height).y1(y).digits(1)(shown) ?? '',
    most,
  };
}

import { scaleLinear } from 'd3-scale';

/** A bar of a chart: its parts in order, each with what it stands for. */
export type StackedRow<K extends string> = {
  readonly id: string;
  readonly parts: readonly { readonly kind: K; readonly value: number }[];
};

export type BarSegment<K extends string> = {
  readonly kind: K;
  readonly value: number;
  readonly x: number;
  readonly width: number;
};
export type StackedBar<K extends string> = {
  readonly id: string;
  readonly y: number;
  readonly total: number;
  /** Where the bar ends, px. */
  readonly end: number;
  readonly segments: readonly BarSegment<K>[];
};

export type StackedBars<K extends string> = {
  readonly width: number;
  readonly height: number;
  readonly barHeight: number;
  readonly bars: readonly StackedBar<K>[];
  /** Where a value lies on the common scale. */
  readonly at: (value: number) => number;
};

type BarOptions = {
  /** Room for the whole chart, px. */
  readonly width: number;
  /** Room kept at the left for the names of rows, and at the right for their totals. */
  readonly left: number;
  readonly right: number;
  readonly barHeight: number;
  readonly gap: number;
};

/** Rows of parts as horizontal bars to one scale, which starts at 0. */
export function stackedBars<K extends string>(rows: readonly StackedRow<K>[], options: BarOptions): StackedBars<K> {
  const { width, left, right, barHeight, gap } = options;
  const totals = rows.map(({ parts }) => parts.reduce((sum, { value }) => sum + value, 0));
  const at = scaleLinear([0, Math.max(1, ...totals)], [left, width - right]);
  const bars = rows.map(({ id, parts }, index) => {
    let before = 0;
    const segments = parts.map(({ kind, value }) => {
      const x = at(before);
      before += value;
      return { kind, value, x, width: at(before) - x };
    });
    return { id, y: index * (barHeight + gap), total: before, end: at(before), segments };
  });
  return { width, height: rows.length * (barHeight + gap) - gap, barHeight, bars, at };
}

import type { Scales } from './paths';

/** A row of a chart: the parts of its bar in order. */
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

/** A row's parts end to end, px; `y` is its upper edge, `end` the right end of its last part. */
export type StackedBar<K extends string> = {
  readonly id: string;
  readonly y: number;
  readonly total: number;
  readonly end: number;
  readonly segments: readonly BarSegment<K>[];
};

/** The sum over a row's parts. */
export function totalOf({ parts }: StackedRow<string>): number {
  return parts.reduce((sum, { value }) => sum + value, 0);
}

/** Rows of parts as horizontal bars. */
export function stackedBars<K extends string>(
  rows: readonly StackedRow<K>[],
  { x, y }: Scales,
): readonly StackedBar<K>[] {
  return rows.map(({ id, parts }, row) => {
    let before = 0;
    const segments = parts.map(({ kind, value }) => {
      const start = x.at(before);
      before += value;
      return { kind, value, x: start, width: x.at(before) - start };
    });
    return { id, y: y.at(row), total: before, end: x.at(before), segments };
  });
}

import type { Scales } from './paths';

/** A row of bars under one name, in the units of the x axis; `low` and `high` are the ends of a whisker. */
export type BarGroup<K extends string> = {
  readonly id: string;
  readonly bars: readonly { readonly kind: K; readonly value: number; readonly low?: number; readonly high?: number }[];
};

export type PlacedBar<K extends string> = {
  readonly kind: K;
  readonly value: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** A line over the middle of the bar's end, px. */
  readonly whisker: { readonly x1: number; readonly x2: number; readonly y: number } | null;
};

/** The bars of every group below one another in the group's row, from x = 0, px. */
export function groupedBars<K extends string>(
  groups: readonly BarGroup<K>[],
  { x, y }: Scales,
): readonly { readonly id: string; readonly bars: readonly PlacedBar<K>[] }[] {
  return groups.map(({ id, bars }, row) => {
    const pitch = y.size / bars.length;
    return {
      id,
      bars: bars.map(({ kind, value, low, high }, index) => {
        const top = y.at(row) + index * pitch;
        const middle = top + (pitch - 1) / 2;
        return {
          ...{ kind, value, y: top, width: x.at(value), height: pitch - 1 },
          whisker: low === undefined || high === undefined ? null : { x1: x.at(low), x2: x.at(high), y: middle },
        };
      }),
    };
  });
}

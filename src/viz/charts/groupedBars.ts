/** A group of bars under one name; the values are fractions of the scale, `low` and `high` the ends of a whisker. */
export type BarGroup<K extends string> = {
  readonly id: string;
  readonly bars: readonly { readonly kind: K; readonly value: number; readonly low?: number; readonly high?: number }[];
};

export type PlacedBar<K extends string> = {
  readonly kind: K;
  readonly value: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** A line over the middle of the bar's end, px. */
  readonly whisker: { readonly x1: number; readonly x2: number; readonly y: number } | null;
};

export type GroupedBars<K extends string> = {
  readonly height: number;
  readonly groups: readonly {
    readonly id: string;
    /** The middle of the group, px. */
    readonly middle: number;
    readonly bars: readonly PlacedBar<K>[];
  }[];
};

type Place = { readonly left: number; readonly right: number; readonly top: number };

const barHeight = 13;
const groupGap = 12;

/** Groups of horizontal bars, one below the other, from `left` (0) to `right` (1), px. */
export function groupedBars<K extends string>(
  groups: readonly BarGroup<K>[],
  { left, right, top }: Place,
): GroupedBars<K> {
  const at = (value: number): number => left + value * (right - left);
  let y = top;
  const placed = groups.map(({ id, bars }) => {
    const begin = y;
    y += bars.length * barHeight + groupGap;
    return {
      id,
      middle: begin + (bars.length * barHeight) / 2,
      bars: bars.map(({ kind, value, low, high }, index) => {
        const from = begin + index * barHeight;
        const middle = from + (barHeight - 1) / 2;
        return {
          ...{ kind, value, x: left, y: from, width: at(value) - left, height: barHeight - 1 },
          whisker: low === undefined || high === undefined ? null : { x1: at(low), x2: at(high), y: middle },
        };
      }),
    };
  });
  return { height: y - groupGap, groups: placed };
}

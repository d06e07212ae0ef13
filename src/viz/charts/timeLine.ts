/** A place on a line of time: a year or an event in it, and px from the left. */
type TimeMark = { readonly x: number };

export type TimeLine = {
  readonly years: readonly (TimeMark & { readonly year: number })[];
  /** Of every event: its mark on the line, and a curve from there down to the middle of its column's left edge. */
  readonly events: readonly (TimeMark & { readonly path: string })[];
};

/** Where the line and the columns' tops are, in px. */
export const timeLineHeights = { line: 22, columns: 92 } as const;

/**
 * Events on a line of time, in their order, each joined to one of as many columns of equal width below.
 * @param width of the line and of all columns, in px
 * @param events year and month, 1 to 12
 */
export function timeLineOf(width: number, events: readonly (readonly [year: number, month: number])[]): TimeLine {
  const times = events.map(([year, month]) => year + (month - 0.5) / 12);
  const first = Math.floor(Math.min(...times));
  const last = Math.max(...times) + 0.3;
  const xOf = (time: number): number => edge + ((time - first) / (last - first)) * (width - 2 * edge);
  const { line, columns } = timeLineHeights;
  return {
    years: Array.from({ length: Math.floor(last) - first + 1 }, (_, at) => ({ year: first + at, x: xOf(first + at) })),
    events: times.map((time, at) => {
      const [x, end] = [xOf(time), (at * width) / times.length + edge];
      return {
        x,
        path: `M${round(x)} ${line}C${round(x)} ${line + 40} ${round(end)} ${line + 30} ${round(end)} ${columns}`,
      };
    }),
  };
}

/** Room for half a mark at both ends. */
const edge = 8;

const round = (value: number): number => Math.round(value * 10) / 10;

import { scaleLinear, scaleLog } from 'd3-scale';

/** One direction of a chart as data, before its length in px is known. */
export type Axis = NumberAxis | BandAxis;

export type NumberAxis = {
  readonly kind: 'linear' | 'log';
  readonly domain: Interval;
  readonly ticks: readonly number[];
};

/** Rows of `size` px with `gap` px between them; the values are their indices. */
export type BandAxis = { readonly kind: 'band'; readonly count: number; readonly size: number; readonly gap: number };

export type Interval = readonly [from: number, to: number];

/** An axis at its place in the drawing. */
export type Scale = {
  /** The px of a value; of a row, its upper edge. */
  readonly at: (value: number) => number;
  /** The numbers written along the axis; for rows, their indices and middles. */
  readonly ticks: readonly { readonly value: number; readonly at: number }[];
  /** Px of a row; 0 where values are points. */
  readonly size: number;
};

/** Maps an axis to `range`, in px. Rows start at its lesser end and keep their size. */
export function scaleOf(axis: Axis, range: Interval): Scale {
  if (axis.kind === 'band') return bandScale(axis, Math.min(...range));
  const scale = axis.kind === 'log' ? scaleLog(axis.domain, range) : scaleLinear(axis.domain, range);
  const at = (value: number): number => scale(value);
  return { at, ticks: axis.ticks.map((value) => ({ value, at: at(value) })), size: 0 };
}

/** A linear axis with about `count` round ticks, at least two; one that begins and ends at one value is widened. */
export function linearAxis([from, to]: Interval, count: number): NumberAxis {
  const domain: Interval = from === to ? [from - 1, to + 1] : [from, to];
  const ticks = [count, 2 * count, 4 * count].map((wanted) => scaleLinear(domain, [0, 1]).ticks(wanted));
  return { kind: 'linear', domain, ticks: ticks.find(({ length }) => length > 1) ?? domain };
}

/** From 0 to a round value that is not below `max`, with about `count` ticks. */
export function axisFromZero(max: number, count: number): NumberAxis {
  const scale = scaleLinear([0, max > 0 ? max : 1], [0, 1]).nice(count);
  const [from = 0, to = 1] = scale.domain();
  return linearAxis([from, to], count);
}

/** From 0 to `count` (at least 1), with ticks at whole numbers. */
export function countAxis(count: number): NumberAxis {
  const domain = [0, Math.max(1, count)] as const;
  return { kind: 'linear', domain, ticks: scaleLinear(domain, [0, 1]).ticks(5).filter(Number.isInteger) };
}

/**
 * A logarithmic axis with ticks at 1, 2 and 5 times the powers of ten. Where fewer than two of those are in its domain, it
 * is widened to the ones around it.
 */
export function logAxis([from, to]: Interval): NumberAxis {
  const marks = roundMarks(from / 10, to * 10);
  const inside = marks.filter((mark) => mark >= from && mark <= to);
  if (inside.length > 1) return { kind: 'log', domain: [from, to], ticks: inside };
  const first = marks.findLast((mark) => mark <= from) ?? from;
  const last = marks.find((mark) => mark >= to && mark > first) ?? to;
  const ticks = marks.filter((mark) => mark >= first && mark <= last);
  return { kind: 'log', domain: [Math.min(first, from), Math.max(last, to)], ticks };
}

/** 1, 2 and 5 times the powers of ten between two values. */
function roundMarks(from: number, to: number): readonly number[] {
  const [first, last] = [Math.floor(Math.log10(from)), Math.ceil(Math.log10(to))];
  const marks = Array.from({ length: last - first + 1 }, (_, index) =>
    [1, 2, 5].map((digit) => Number(`${digit}e${first + index}`)),
  );
  return marks.flat().filter((mark) => mark >= from && mark <= to);
}

/** A logarithmic axis over the whole decades around the values above zero, at least one, with ticks at powers of ten. */
export function decadeAxis(values: readonly number[]): NumberAxis {
  const above = values.filter((value) => value > 0);
  const logs = (above.length === 0 ? [1] : above).map((value) => Math.log10(value));
  const first = Math.floor(Math.min(...logs));
  const last = Math.max(first + 1, Math.ceil(Math.max(...logs)));
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => 10 ** (first + index));
  return { kind: 'log', domain: [10 ** first, 10 ** last], ticks };
}

/** The whole height of the rows, px. */
export function bandLength({ count, size, gap }: BandAxis): number {
  return count * (size + gap) - gap;
}

function bandScale({ count, size, gap }: BandAxis, start: number): Scale {
  const at = (row: number): number => start + row * (size + gap);
  return {
    at,
    ticks: Array.from({ length: count }, (_, row) => ({ value: row, at: at(row) + size / 2 })),
    size,
  };
}

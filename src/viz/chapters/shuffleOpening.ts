import { path } from 'd3-path';
import { shuffledPositions } from './shuffleDrawing';

/** A channel in one row of the picture, px; `group` is the group of the first convolution that it came from. */
export type OpeningChannel = {
  readonly channel: number;
  readonly group: number;
  readonly x: number;
  readonly y: number;
};

/** A wire from one row to the next: straight in a convolution, in the shuffle a curve that leaves and arrives vertically. */
export type OpeningWire = { readonly group: number; readonly from: Point; readonly to: Point; readonly path: string };

type Point = { readonly x: number; readonly y: number };

/** Two grouped convolutions with a shuffle between them, as rows of channels and the wires between the rows. */
export type ShuffleOpening = {
  readonly width: number;
  readonly height: number;
  /** Size of a channel's box. */
  readonly box: { readonly width: number; readonly height: number };
  readonly rows: {
    readonly input: readonly OpeningChannel[];
    readonly grouped: readonly OpeningChannel[];
    readonly shuffled: readonly OpeningChannel[];
    readonly output: readonly OpeningChannel[];
  };
  readonly wires: {
    readonly first: readonly OpeningWire[];
    readonly shuffle: readonly OpeningWire[];
    readonly second: readonly OpeningWire[];
  };
  /** The middle of each band between two rows. */
  readonly bands: { readonly first: number; readonly shuffle: number; readonly second: number };
};

const groups = 3;
const perGroup = 4;
/** Between groups, in cells. */
const groupGap = 0.6;
const bandHeight = 56;
const shuffleHeight = 92;

/** Fits three groups of four channels into `width` px, of which `labelWidth` on the left are free for words. */
export function shuffleOpening(width: number, labelWidth: number): ShuffleOpening {
  const count = groups * perGroup;
  const pitch = Math.min(46, (width - labelWidth) / (count + groupGap * (groups - 1)));
  const box = { width: pitch * 0.84, height: Math.min(30, pitch * 0.84) };
  const start = labelWidth + (width - labelWidth - pitch * (count + groupGap * (groups - 1))) / 2;
  const left = (place: number): number => start + pitch * (place + groupGap * Math.floor(place / perGroup));
  const groupOf = (channel: number): number => Math.floor(channel / perGroup);
  const rowAt = (y: number, placeOf: (channel: number) => number): readonly OpeningChannel[] =>
    Array.from({ length: count }, (_, channel) => ({ channel, group: groupOf(channel), x: left(placeOf(channel)), y }));
  const positions = shuffledPositions({ groups, channelsPerGroup: perGroup });
  const itself = (channel: number): number => channel;
  const tops = [1, 1 + box.height + bandHeight];
  tops.push((tops[1] ?? 0) + box.height + shuffleHeight);
  tops.push((tops[2] ?? 0) + box.height + bandHeight);
  const [inputTop = 0, groupedTop = 0, shuffledTop = 0, outputTop = 0] = tops;
  const rows = {
    input: rowAt(inputTop, itself),
    grouped: rowAt(groupedTop, itself),
    shuffled: rowAt(shuffledTop, (channel) => positions[channel] ?? 0),
    output: rowAt(outputTop, itself),
  };
  const wire = (from: OpeningChannel, to: OpeningChannel, pathOf: typeof straight): OpeningWire => {
    const half = box.width / 2;
    const ends = { from: { x: from.x + half, y: from.y + box.height }, to: { x: to.x + half, y: to.y } };
    return { group: from.group, ...ends, path: pathOf(ends.from, ends.to) };
  };
  const dense = (above: readonly OpeningChannel[], below: readonly OpeningChannel[]): readonly OpeningWire[] => {
    const places = [...above].sort((a, b) => a.x - b.x);
    return below.flatMap((to) =>
      places.slice(to.group * perGroup, (to.group + 1) * perGroup).map((from) => wire(from, to, straight)),
    );
  };
  return {
    width,
    height: outputTop + box.height + 1,
    box,
    rows,
    wires: {
      first: dense(rows.input, rows.grouped),
      shuffle: rows.grouped.flatMap((from, channel) => {
        const to = rows.shuffled[channel];
        return to === undefined ? [] : [wire(from, to, curved)];
      }),
      second: dense(rows.shuffled, rows.output),
    },
    bands: {
      first: groupedTop - bandHeight / 2,
      shuffle: shuffledTop - shuffleHeight / 2,
      second: outputTop - bandHeight / 2,
    },
  };
}

function straight(from: Point, to: Point): string {
  const line = path();
  line.moveTo(from.x, from.y);
  line.lineTo(to.x, to.y);
  return line.toString();
}

function curved(from: Point, to: Point): string {
  const middle = (from.y + to.y) / 2;
  const line = path();
  line.moveTo(from.x, from.y);
  line.bezierCurveTo(from.x, middle, to.x, middle, to.x, to.y);
  return line.toString();
}

/** The point at a share of the way along a wire of the shuffle, 0 to 1. */
export function alongWire({ from, to }: OpeningWire, share: number): Point {
  const [a, b, c, d] = [(1 - share) ** 3, 3 * (1 - share) ** 2 * share, 3 * (1 - share) * share ** 2, share ** 3];
  const middle = (from.y + to.y) / 2;
  return { x: (a + b) * from.x + (c + d) * to.x, y: a * from.y + (b + c) * middle + d * to.y };
}

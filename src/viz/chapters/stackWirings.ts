import { path } from 'd3-path';
import { shuffledPositions } from './shuffleDrawing';

/** How the second of two grouped convolutions gets its input: group by group, from all groups, or through a shuffle. */
export const wirings = ['apart', 'direct', 'shuffled'] as const;
export type Wiring = (typeof wirings)[number];

/** A channel, px; `group` is the group of the first convolution that it comes from, undefined where it comes from several. */
export type WiredChannel = {
  readonly channel: number;
  readonly group: number | undefined;
  readonly x: number;
  readonly y: number;
};

/** Two grouped convolutions in a row, with every wire. */
export type StackWiring = {
  readonly width: number;
  readonly height: number;
  readonly box: { readonly width: number; readonly height: number };
  readonly rows: readonly (readonly WiredChannel[])[];
  readonly wires: readonly { readonly group: number; readonly path: string }[];
  /** The channels after the first convolution that each output reads, in its order. */
  readonly readBy: readonly (readonly number[])[];
};

type Stack = { readonly groups: number; readonly channelsPerGroup: number };

const groupGap = 0.6;
const convolutionHeight = 44;
const shuffleHeight = 56;

/**
 * ShuffleNet's figure 1: (a) stacked groups that never meet, (b) a second convolution whose groups read channels of all groups,
 * (c) the same by a shuffle between two ordinary grouped convolutions. Drawn into `width` px. arXiv:1707.01083, section 3.1.
 */
export function stackWiring({ groups, channelsPerGroup }: Stack, wiring: Wiring, width: number): StackWiring {
  const count = groups * channelsPerGroup;
  const pitch = Math.min(28, width / (count + groupGap * (groups - 1)));
  const box = { width: pitch * 0.84, height: Math.min(22, Math.max(10, pitch * 0.84)) };
  const start = (width - pitch * (count + groupGap * (groups - 1)) + pitch - box.width) / 2;
  const groupOf = (place: number): number => Math.floor(place / channelsPerGroup);
  const left = (place: number): number => start + pitch * (place + groupGap * groupOf(place));
  const positions = shuffledPositions({ groups, channelsPerGroup });
  const places = Array.from({ length: count }, (_, place) => place);
  const readBy = places.map((output) =>
    places.filter((channel) => groupOf(wiring === 'apart' ? channel : (positions[channel] ?? 0)) === groupOf(output)),
  );
  // All three are as high as the one with the shuffle, so that they stand side by side.
  const secondHeight = wiring === 'shuffled' ? convolutionHeight : convolutionHeight + shuffleHeight + box.height;
  const tops = [1, 1 + box.height + convolutionHeight];
  if (wiring === 'shuffled') tops.push((tops[1] ?? 0) + box.height + shuffleHeight);
  tops.push((tops.at(-1) ?? 0) + box.height + secondHeight);
  const groupsBefore = places.map(groupOf);
  const shuffled = places.map((place) => groupOf(positions.indexOf(place)));
  const rowAt = (index: number, groupsOfRow: readonly (number | undefined)[]): readonly WiredChannel[] =>
    places.map((channel) => ({ channel, group: groupsOfRow[channel], x: left(channel), y: tops[index] ?? 0 }));
  const lineBetween = (row: number, from: number, to: number): string => {
    const [startY, endY] = [(tops[row] ?? 0) + box.height, tops[row + 1] ?? 0];
    const line = path();
    line.moveTo(left(from) + box.width / 2, startY);
    line.lineTo(left(to) + box.width / 2, endY);
    return line.toString();
  };
  const first = places.flatMap((to) =>
    places.flatMap((from) =>
      groupOf(from) === groupOf(to) ? [{ group: groupOf(from), path: lineBetween(0, from, to) }] : [],
    ),
  );
  const moved = positions.map((to, from) => ({ group: groupOf(from), path: lineBetween(1, from, to) }));
  const second = readBy.flatMap((read, output) =>
    read.map((channel) => ({
      group: groupOf(channel),
      path: wiring === 'shuffled' ? lineBetween(2, positions[channel] ?? 0, output) : lineBetween(1, channel, output),
    })),
  );
  const outputs = readBy.map((read) => {
    const sources = new Set(read.map(groupOf));
    return sources.size === 1 ? [...sources][0] : undefined;
  });
  return {
    width,
    height: (tops.at(-1) ?? 0) + box.height + 1,
    box,
    rows: [
      rowAt(0, groupsBefore),
      rowAt(1, groupsBefore),
      ...(wiring === 'shuffled' ? [rowAt(2, shuffled)] : []),
      rowAt(tops.length - 1, outputs),
    ],
    wires: wiring === 'shuffled' ? [...first, ...moved, ...second] : [...first, ...second],
    readBy,
  };
}

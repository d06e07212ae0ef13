import type { NetworkPart, PartCost } from '../../nets/readings/networkParts';
import { textWidth } from '../charts/textWidth';

/** A network from its input to its classifier, px: across, channels to scale; up, the height of the map to scale. */
export type Strip = {
  readonly width: number;
  readonly height: number;
  /** The middle of all maps. */
  readonly axis: number;
  /** The foot of the bars. */
  readonly base: number;
  /** Three lines as high as the image. */
  readonly input: { readonly xs: readonly number[]; readonly y: number; readonly height: number };
  readonly parts: readonly StripPart[];
  /** Neighbours whose results have one height, and where it is written; those without room are left out. */
  readonly sizes: readonly { readonly mapHeight: number; readonly text: string; readonly x: number }[];
};

export type StripPart = {
  readonly part: NetworkPart;
  readonly x: number;
  readonly width: number;
  /** The widest map inside a block, with a step where it is halved; the result of a layer; a funnel for a pool. */
  readonly body: string;
  /** The upper edge of the body. */
  readonly top: number;
  /** What a block passes on. */
  readonly passed: Rectangle | undefined;
  /** From before the block over it to its end, where its input is added. */
  readonly arc: string | undefined;
  /** The fraction of the whole network's cost. */
  readonly share: number;
  readonly bar: Rectangle;
  /** How strongly the body is coloured: the square root of the share of the costliest part, from 0.1 to 1. */
  readonly strength: number;
};

type Rectangle = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** What does not scale, px. */
const fixed = {
  inputXs: [4, 9, 14],
  start: 34,
  end: 8,
  gap: 7,
  seam: 1.5,
  pool: 10,
  minWidth: 2,
  minHeight: 3,
  top: 28,
  imageHeight: 232,
  barHeight: 72,
  labelHeight: 26,
  foot: 32,
  fontSize: 15,
} as const;

/** The size of its text, px. */
export const stripFontSize = fixed.fontSize;

/** Lays a network's parts out in `width` px and gives each its share of one cost. */
export function stripLayout(parts: readonly NetworkPart[], cost: PartCost, width: number): Strip {
  const imageHeight = parts[0]?.input.height ?? 1;
  const heightOf = (pixels: number): number => Math.max(fixed.minHeight, (pixels / imageHeight) * fixed.imageHeight);
  const axis = fixed.top + fixed.imageHeight / 2;
  const tallest = Math.max(
    ...parts.map(({ kind, inner, input, output }) =>
      heightOf(kind === 'pool' ? input.height : Math.max(inner?.from ?? 0, output.height)),
    ),
  );
  const base = axis + tallest / 2 + fixed.labelHeight + fixed.barHeight;
  const total = parts.reduce((sum, part) => sum + part[cost], 0);
  const max = Math.max(...parts.map((part) => part[cost]));
  const channelPx = channelWidth(parts, width);
  let x: number = fixed.start;
  const placed = parts.map((part): StripPart => {
    const drawing = drawingOf(part, { x, axis, channelPx, heightOf });
    const share = total === 0 ? 0 : part[cost] / total;
    const ofMax = max === 0 ? 0 : part[cost] / max;
    const height = ofMax === 0 ? 0 : Math.max(1, ofMax * fixed.barHeight);
    const bar = { x, y: base - height, width: drawing.width, height };
    const one = { part, x, ...drawing, share, bar, strength: 0.1 + 0.9 * Math.sqrt(ofMax) };
    x += drawing.width + fixed.gap;
    return one;
  });
  return {
    width: Math.max(width, x - fixed.gap + fixed.end),
    height: base + fixed.foot,
    axis,
    base,
    input: { xs: fixed.inputXs, y: fixed.top, height: fixed.imageHeight },
    parts: placed,
    sizes: sizesOf(placed),
  };
}

/** How many px a channel is wide, so that all parts fill the width. */
function channelWidth(parts: readonly NetworkPart[], width: number): number {
  const channels = parts.reduce(
    (sum, { kind, inner, output }) => sum + (kind === 'pool' ? 0 : (inner?.channels ?? 0) + output.channels),
    0,
  );
  const rigid = parts.reduce(
    (sum, { kind, inner }) => sum + fixed.gap + (kind === 'pool' ? fixed.pool : inner === undefined ? 0 : fixed.seam),
    fixed.start + fixed.end - fixed.gap,
  );
  return Math.max(0, width - rigid) / Math.max(1, channels);
}

type Place = {
  readonly x: number;
  readonly axis: number;
  readonly channelPx: number;
  readonly heightOf: (pixels: number) => number;
};

function drawingOf(part: NetworkPart, place: Place): Pick<StripPart, 'width' | 'body' | 'top' | 'passed' | 'arc'> {
  const { kind, input, output, inner, shortcut } = part;
  const { x, axis, heightOf } = place;
  const widthOf = (channels: number): number => Math.max(fixed.minWidth, channels * place.channelPx);
  const end = heightOf(output.height);
  if (kind === 'pool') {
    const start = heightOf(input.height);
    const body = `M${x} ${axis - start / 2}L${x + fixed.pool} ${axis - end / 2}v${end}L${x} ${axis + start / 2}z`;
    return { width: fixed.pool, body, top: axis - start / 2, passed: undefined, arc: undefined };
  }
  if (inner === undefined) {
    const width = widthOf(output.channels);
    return { width, body: boxPath(x, axis, width, end), top: axis - end / 2, passed: undefined, arc: undefined };
  }
  const [from, to] = [heightOf(inner.from), heightOf(inner.to)];
  const wide = widthOf(inner.channels);
  const passedX = x + wide + fixed.seam;
  const passedWidth = widthOf(output.channels);
  const width = passedX + passedWidth - x;
  const top = axis - Math.max(from, end) / 2;
  return {
    width,
    body: from === to ? boxPath(x, axis, wide, to) : stepPath(x, axis, wide, from, to),
    top,
    passed: { x: passedX, y: axis - end / 2, width: passedWidth, height: end },
    arc: shortcut === undefined ? undefined : `M${x - 5} ${top - 5}c0 -12 ${width + 4} -12 ${width + 4} 0`,
  };
}

function boxPath(x: number, axis: number, width: number, height: number): string {
  return `M${x} ${axis - height / 2}h${width}v${height}h${-width}z`;
}

/** A box whose second half is lower than its first. */
function stepPath(x: number, axis: number, width: number, from: number, to: number): string {
  const [half, fall] = [width / 2, (from - to) / 2];
  return `M${x} ${axis - from / 2}h${half}v${fall}h${half}v${to}h${-half}v${fall}h${-half}z`;
}

function sizesOf(parts: readonly StripPart[]): Strip['sizes'] {
  const runs: { readonly mapHeight: number; readonly from: number; to: number }[] = [];
  for (const { part, x, width } of parts) {
    const run = runs.at(-1);
    if (run?.mapHeight === part.output.height) run.to = x + width;
    else runs.push({ mapHeight: part.output.height, from: x, to: x + width });
  }
  return runs.flatMap(({ mapHeight, from, to }) => {
    const room = to - from + fixed.gap;
    const text = [`${String(mapHeight)} × ${String(mapHeight)}`, String(mapHeight)].find(
      (written) => textWidth(written, fixed.fontSize) <= room,
    );
    return text === undefined ? [] : [{ mapHeight, text, x: (from + to) / 2 }];
  });
}

/**
 * The parts whose share is written over their bar: the chosen ones, then the largest, as long as their texts do not touch.
 * @param isChosen by the path of a part
 */
export function labelledParts({ parts }: Strip, isChosen: (id: string) => boolean): readonly StripPart[] {
  const max = Math.max(...parts.map(({ share }) => share));
  const chosen = parts.filter(({ part }) => isChosen(part.id));
  const wanted = [
    ...(chosen.length === 1 ? chosen : []),
    ...parts.filter(({ share }) => share > 0.55 * max).toSorted((one, other) => other.share - one.share),
  ];
  const labelled: StripPart[] = [];
  for (const one of wanted)
    if (labelled.every((other) => Math.abs(middleOf(one) - middleOf(other)) > minLabelDistance)) labelled.push(one);
  return labelled;
}

/** Where the share over a part's bar stands: above every bar that its text reaches, so that it lies on none. */
export function shareBaseline({ parts }: Strip, one: StripPart): number {
  const middle = middleOf(one);
  const reached = parts.filter(
    ({ bar }) => bar.x < middle + shareWidth / 2 && bar.x + bar.width > middle - shareWidth / 2,
  );
  return Math.min(one.bar.y, ...reached.map(({ bar }) => bar.y)) - 7;
}

const shareWidth = 44;
const minLabelDistance = 52;

/** Whether a text fits over a part without reaching its neighbours. */
export function fitsOver({ width }: StripPart, text: string): boolean {
  return textWidth(text, fixed.fontSize) <= width + fixed.gap;
}

/** The horizontal middle of a part. */
export function middleOf({ x, width }: StripPart): number {
  return x + width / 2;
}

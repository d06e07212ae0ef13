/** A channel's box at one station, px; `y` is its upper edge. */
type Place = { readonly x: number; readonly y: number };

/** A channel on its way through the unit. */
export type SplitChannel = {
  /** Its number in the input. */
  readonly channel: number;
  /** Whether the convolutions compute it anew; the others pass by untouched. */
  readonly isComputed: boolean;
  /** In the input, after the split, after the branches, and after the shuffle. */
  readonly places: readonly Place[];
};

/** A unit of ShuffleNet V2 with stride 1, from left to right. */
export type SplitOpening = {
  readonly width: number;
  readonly height: number;
  /** Size of a channel's box. */
  readonly box: { readonly width: number; readonly height: number };
  readonly channels: readonly SplitChannel[];
  /** The three convolutions of the second branch. */
  readonly convs: readonly {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  }[];
  /** The middle of each station, for its name below. */
  readonly stations: readonly number[];
};

const count = 8;
const half = count / 2;
const pitch = 21;
/** Between the branches. */
const gap = 44;
const nameHeight = 34;

/** Draws eight channels through split, branches, concatenation and shuffle into `width` px. */
export function splitOpening(width: number): SplitOpening {
  const box = { width: Math.min(34, width * 0.07), height: 17 };
  const xs = [0, 0.17, 0.72, 1].map((share) => 2 + share * (width - box.width - 4));
  const [, split = 0, joined = 0] = xs;
  const apart = (place: number): number => place * pitch + (place < half ? 0 : gap);
  const together = (place: number): number => gap / 2 + place * pitch;
  // The shuffle with two groups: a channel of each half in turn.
  const shuffled = (channel: number): number => (channel < half ? 2 * channel : 2 * (channel - half) + 1);
  const channels = Array.from({ length: count }, (_, channel) => ({
    channel,
    isComputed: channel >= half,
    places: xs.map((x, station) => ({
      x,
      y: station === 0 ? together(channel) : station === 3 ? together(shuffled(channel)) : apart(channel),
    })),
  }));
  const [from, to] = [split + box.width + 12, joined - 12];
  const between = 8;
  const convWidth = (to - from - 2 * between) / 3;
  return {
    width,
    height: apart(count - 1) + box.height + nameHeight,
    box,
    channels,
    convs: [0, 1, 2].map((index) => ({
      x: from + index * (convWidth + between),
      y: apart(half) - 4,
      width: convWidth,
      height: (half - 1) * pitch + box.height + 8,
    })),
    stations: xs.map((x) => x + box.width / 2),
  };
}

/** Where a channel is at a share of the pass, and how many stations it has left behind or reached. */
export function splitPlace(
  { places }: SplitChannel,
  shareOf: (leg: number) => number,
): Place & { readonly reached: number } {
  let [at, reached] = [places[0] ?? { x: 0, y: 0 }, 1];
  for (let leg = 1; leg < places.length; leg += 1) {
    const share = shareOf(leg);
    const [from, to] = [places[leg - 1] ?? at, places[leg] ?? at];
    if (share > 0) at = { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
    if (share >= 1) reached = leg + 1;
  }
  return { ...at, reached };
}

/**
 * Which channel each slot of a pixel holds. A pixel is a whole number of four-slot vectors, so a group whose size is
 * not a multiple of four ends in holes (null): slots with a finite value that no weight multiplies. A shuffle, a split
 * or a concatenation is then another layout of the same memory and needs no copy.
 */
export type ChannelLayout = readonly (number | null)[];

/** Channels in order, holes at the end. */
export function naturalLayout(channels: number): ChannelLayout {
  return segmentedLayout([0, channels]);
}

/** Each group's channels in vectors of their own: the input of a grouped convolution. */
export function groupedLayout(groups: number, channels: number): ChannelLayout {
  const size = channels / groups;
  return segmentedLayout(Array.from({ length: groups + 1 }, (_, group) => group * size));
}

/**
 * Channels in order, each segment in vectors of its own.
 * @param bounds first channel of each segment, ascending from 0, then the number of channels
 */
export function segmentedLayout(bounds: readonly number[]): ChannelLayout {
  return bounds.slice(1).flatMap((end, index) => {
    const start = bounds[index] ?? 0;
    return Array.from({ length: wholeVectors(end - start) }, (_, slot) => (start + slot < end ? start + slot : null));
  });
}

/** The next multiple of four. */
function wholeVectors(slots: number): number {
  return Math.ceil(slots / 4) * 4;
}

/** The layout after a channel shuffle: each slot's channel i * n + j becomes j * groups + i. */
export function shuffledLayout(layout: ChannelLayout, groups: number, channels: number): ChannelLayout {
  const size = channels / groups;
  return renamed(layout, (channel) => (channel % size) * groups + Math.floor(channel / size));
}

/** The layout that a channel shuffle turns into this one. */
export function unshuffledLayout(layout: ChannelLayout, groups: number, channels: number): ChannelLayout {
  return shuffledLayout(layout, channels / groups, channels);
}

export function sameLayout(a: ChannelLayout, b: ChannelLayout): boolean {
  return a.length === b.length && a.every((channel, slot) => channel === b[slot]);
}

/** Whether each group's channels have vectors of their own, as many for every group. */
export function isGrouped(layout: ChannelLayout, groups: number, channels: number): boolean {
  const block = layout.length / groups;
  if (block % 4 !== 0) return false;
  const size = channels / groups;
  return layout.every((channel, slot) => channel === null || Math.floor(channel / size) === Math.floor(slot / block));
}

/** The slot of every channel. */
export function slotsOf(layout: ChannelLayout): readonly number[] {
  const slots: number[] = [];
  for (const [slot, channel] of layout.entries()) if (channel !== null) slots[channel] = slot;
  return slots;
}

/** The slots that hold no channel. */
export function holesOf(layout: ChannelLayout): readonly number[] {
  return layout.flatMap((channel, slot) => (channel === null ? [slot] : []));
}

/** A run of whole vectors inside a layout. */
export type SlotRange = { readonly firstSlot: number; readonly layout: ChannelLayout };

/**
 * The vectors that hold channels `from` to `to` (exclusive) and no others, with those channels renumbered from 0; null
 * where they share vectors with others.
 */
export function slotRange(layout: ChannelLayout, from: number, to: number): SlotRange | null {
  const inside = (channel: number | null | undefined): channel is number =>
    channel !== null && channel !== undefined && channel >= from && channel < to;
  const first = layout.findIndex(inside);
  const last = layout.findLastIndex(inside);
  if (first < 0 || first % 4 !== 0) return null;
  const range = layout.slice(first, first + wholeVectors(last + 1 - first));
  if (range.some((channel) => channel !== null && !inside(channel))) return null;
  return { firstSlot: first, layout: renamed(range, (channel) => channel - from) };
}

function renamed(layout: ChannelLayout, rename: (channel: number) => number): ChannelLayout {
  return layout.map((channel) => (channel === null ? null : rename(channel)));
}

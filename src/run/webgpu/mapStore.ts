import type { Shape } from '../../nets/op';
import type { Node } from '../../nets/graph';
import { holesOf, slotsOf, type ChannelLayout } from './channelLayout';
import type { BufferId, MapTarget, MapView } from './deviceStep';

/** A buffer of a plan. */
export type PlannedBuffer = {
  readonly floats: number;
  /** True when some of its slots are never written: it starts as zeros and shares its memory with no other buffer. */
  readonly keepsZeros: boolean;
};

/** The place of a map in a buffer, with the holes that no dispatch has written yet. */
export type MapPlace = {
  readonly buffer: BufferId;
  readonly height: number;
  readonly width: number;
  readonly pixelSlots: number;
  /** The slot of each channel. */
  readonly slots: readonly number[];
  readonly holes: number[];
};

/** Allocates the buffers of a plan. */
export type MapStore = {
  readonly allocate: (shape: Pick<Shape, 'height' | 'width'>, layout: ChannelLayout) => MapPlace;
  readonly buffers: () => readonly PlannedBuffer[];
};

export function mapStore(): MapStore {
  const made: { readonly floats: number; readonly holes: readonly number[] }[] = [];
  return {
    allocate: ({ height, width }, layout) => {
      const holes = [...holesOf(layout)];
      const buffer = made.length;
      made.push({ floats: height * width * layout.length, holes });
      return { buffer, height, width, pixelSlots: layout.length, slots: slotsOf(layout), holes };
    },
    buffers: () => made.map(({ floats, holes }) => ({ floats, keepsZeros: holes.length > 0 })),
  };
}

/** The place of channels `from` to `to` (exclusive) inside a larger one. */
export function partOfPlace(place: MapPlace, from: number, to: number): MapPlace {
  return { ...place, slots: place.slots.slice(from, to) };
}

/** Where a dispatch that computes `rows` writes: holes go into holes, into the next one where possible. */
export function targetIn(place: MapPlace, rows: ChannelLayout): MapTarget {
  const { buffer, height, width, pixelSlots, holes } = place;
  let last = -1;
  const slots = rows.map((channel) => {
    const slot = channel === null ? takeHole(holes, last + 1) : (place.slots[channel] ?? null);
    last = slot ?? last;
    return slot;
  });
  return { buffer, height, width, pixelSlots, slots };
}

/** Removes a hole, the wanted one if it is free. */
function takeHole(holes: number[], wanted: number): number | null {
  const at = holes.indexOf(wanted);
  return holes.splice(Math.max(0, at), 1)[0] ?? null;
}

/** The whole of a place as a map of `layout`. */
export function viewOf({ buffer, height, width, pixelSlots }: MapPlace, layout: ChannelLayout): MapView {
  return { buffer, height, width, pixelSlots, firstSlot: 0, layout };
}

/** The rows that fill a place's vectors in order, or null where other channels are between its own. */
export function runOf(place: MapPlace, node: Node): ChannelLayout | null {
  const channelAt = new Map(place.slots.map((slot, channel) => [slot, channel]));
  const first = Math.min(...place.slots);
  const length = Math.ceil((Math.max(...place.slots) + 1 - first) / 4) * 4;
  if (first % 4 !== 0 || length > place.pixelSlots - first || channelAt.size !== node.shape.channels) return null;
  const run = Array.from({ length }, (_, index) => channelAt.get(first + index) ?? null);
  const free = new Set(place.holes);
  return run.every((channel, index) => channel !== null || free.has(first + index)) ? run : null;
}

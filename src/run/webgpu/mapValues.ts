import type { MapView } from './deviceStep';
import { slotsOf } from './channelLayout';

/** Puts a map's values, channels innermost, where its buffer has them; the buffer holds nothing else. */
export function fillSlots(slotted: Float32Array, values: Float32Array, { layout, pixelSlots }: MapView): void {
  const slots = slotsOf(layout);
  // A channel at a time: the inner loop is then so plain that it takes half as long as one over a pixel's channels.
  for (const [channel, slot] of slots.entries()) {
    let from = channel;
    for (let to = slot; to < slotted.length; to += pixelSlots) {
      slotted[to] = values[from] ?? 0;
      from += slots.length;
    }
  }
}

/** A map's values, channels innermost, from its buffer. */
export function unslottedValues(
  slotted: Float32Array,
  { layout, pixelSlots, firstSlot, height, width }: MapView,
): Float32Array {
  const slots = slotsOf(layout);
  const values = new Float32Array(height * width * slots.length);
  for (let pixel = 0; pixel < height * width; pixel += 1) {
    for (const [channel, slot] of slots.entries()) {
      values[pixel * slots.length + channel] = slotted[pixel * pixelSlots + firstSlot + slot] ?? 0;
    }
  }
  return values;
}

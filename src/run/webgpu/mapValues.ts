import type { MapView } from './deviceStep';
import { slotsOf } from './channelLayout';

/** Writes a map's values (height x width x channels) into the slots of its buffer, which holds nothing else. */
export function fillSlots(slotted: Float32Array, values: Float32Array, { layout, pixelSlots }: MapView): void {
  const slots = slotsOf(layout);
  // Channel by channel, which takes half as long as pixel by pixel.
  for (const [channel, slot] of slots.entries()) {
    let from = channel;
    for (let to = slot; to < slotted.length; to += pixelSlots) {
      slotted[to] = values[from] ?? 0;
      from += slots.length;
    }
  }
}

/** A map's values (height x width x channels) from the slots of its buffer. */
export function valuesInSlots(
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

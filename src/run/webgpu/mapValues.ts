import type { MapView } from './deviceStep';
import { slotsOf } from './channelLayout';

/** A map's values, channels innermost, as its buffer holds them; the buffer holds nothing else. */
export function slottedValues(
  values: Float32Array,
  { layout, pixelSlots, height, width }: MapView,
): Float32Array<ArrayBuffer> {
  const slots = slotsOf(layout);
  const slotted = new Float32Array(height * width * pixelSlots);
  for (let pixel = 0; pixel < height * width; pixel += 1) {
    for (let channel = 0; channel < slots.length; channel += 1) {
      slotted[pixel * pixelSlots + (slots[channel] ?? 0)] = values[pixel * slots.length + channel] ?? 0;
    }
  }
  return slotted;
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

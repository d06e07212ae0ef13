import type { Store } from './channelView';
import { storesRead, storeWritten, type WasmStep } from './wasmStep';

/** The offset of each store in one block of memory, and the size of the block, in float32 values. */
export type MemoryLayout = { readonly offsets: ReadonlyMap<Store, number>; readonly length: number };

/** Stores start at multiples of 64 bytes, at least 64 bytes apart, because XNNPACK reads a little past the end. */
const alignment = 16;

/**
 * Lays out the stores so that those that are never alive at the same time share memory: each, in execution order, gets
 * the lowest offset that is free during its life.
 * @param input alive from the start
 * @param output alive to the end
 */
export function memoryLayoutOf(steps: readonly WasmStep[], input: Store, output: Store): MemoryLayout {
  const placed: { readonly life: Life; readonly offset: number; readonly end: number }[] = [];
  const offsets = new Map<Store, number>();
  for (const [store, life] of livesOf(steps, input, output)) {
    const size = Math.ceil((store.height * store.width * store.channels) / alignment + 1) * alignment;
    const rivals = placed.filter((other) => other.life.from <= life.to && life.from <= other.life.to);
    let offset = 0;
    for (const rival of rivals.toSorted((a, b) => a.offset - b.offset)) {
      if (offset + size <= rival.offset) break;
      offset = Math.max(offset, rival.end);
    }
    offsets.set(store, offset);
    placed.push({ life, offset, end: offset + size });
  }
  return { offsets, length: placed.reduce((length, { end }) => Math.max(length, end), 0) };
}

/** The first and the last step that use a store. */
type Life = { readonly from: number; readonly to: number };

function livesOf(steps: readonly WasmStep[], input: Store, output: Store): ReadonlyMap<Store, Life> {
  const lives = new Map<Store, Life>([[input, { from: -1, to: -1 }]]);
  for (const [at, step] of steps.entries()) {
    for (const store of [storeWritten(step), ...storesRead(step)]) {
      lives.set(store, { from: lives.get(store)?.from ?? at, to: at });
    }
  }
  lives.set(output, { from: lives.get(output)?.from ?? -1, to: steps.length });
  return lives;
}

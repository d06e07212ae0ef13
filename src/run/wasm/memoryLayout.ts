import type { Store } from './channelView';
import { storesRead, storeWritten, type WasmStep } from './wasmStep';

/** Where every store lies in one piece of memory, in float32 values, and how long that is. */
export type MemoryLayout = { readonly offsets: ReadonlyMap<Store, number>; readonly length: number };

/** Stores begin at multiples of 64 bytes, and 64 bytes lie between them, because XNNPACK reads a little past the end. */
const alignment = 16;

/**
 * Lays out the stores so that those never needed at the same time share memory: each, in the order of its making, at the
 * lowest place that is free for as long as it lives.
 * @param input lives from the start
 * @param output lives to the end
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

/** The first and the last step that need a store. */
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

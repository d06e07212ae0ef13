import type { ChannelView, Store } from './channelView';

/** Channels that are side by side in source and target: `length` values per pixel, at these places. */
type Run = {
  readonly from: number;
  readonly fromStep: number;
  readonly to: number;
  readonly toStep: number;
  readonly count: number;
};

/** Where a store begins in memory, in float32 values. */
export type OffsetOf = (store: Store) => number;

/** A function that copies a view's channels to a store. In JavaScript: tfjs's program has no call that is as fast. */
export function gatherOf(view: ChannelView, to: Store, offsetOf: OffsetOf): (memory: Float32Array) => void {
  const pixels = to.height * to.width;
  const runs = runsOf(view, to, offsetOf);
  return (memory) => {
    for (const { from, fromStep, to: begin, toStep, count } of runs) {
      for (let pixel = 0; pixel < pixels; pixel += 1) {
        const source = from + pixel * fromStep;
        const target = begin + pixel * toStep;
        for (let channel = 0; channel < count; channel += 1) memory[target + channel] = memory[source + channel] ?? 0;
      }
    }
  };
}

/** A function that copies rows x columns x channels to channels x rows x columns. */
export function flattenOf(from: Store, to: Store, offsetOf: OffsetOf): (memory: Float32Array) => void {
  const pixels = from.height * from.width;
  const [source, target] = [offsetOf(from), offsetOf(to)];
  return (memory) => {
    for (let pixel = 0; pixel < pixels; pixel += 1) {
      for (let channel = 0; channel < from.channels; channel += 1) {
        memory[target + channel * pixels + pixel] = memory[source + pixel * from.channels + channel] ?? 0;
      }
    }
  };
}

function runsOf(view: ChannelView, to: Store, offsetOf: OffsetOf): readonly Run[] {
  const runs: Run[] = [];
  for (const [at, { store, index }] of view.entries()) {
    const run = {
      from: placeOf(store, index, offsetOf),
      fromStep: store.channels / store.groups,
      to: placeOf(to, at, offsetOf),
      toStep: to.channels / to.groups,
      count: 1,
    };
    const last = runs.at(-1);
    const continues =
      last !== undefined &&
      last.fromStep === run.fromStep &&
      last.from + last.count === run.from &&
      last.to + last.count === run.to;
    if (continues) runs.splice(-1, 1, { ...last, count: last.count + 1 });
    else runs.push(run);
  }
  return runs;
}

/** The place of the channel's first pixel. */
export function placeOf(store: Store, index: number, offsetOf: OffsetOf): number {
  const size = store.channels / store.groups;
  const group = Math.floor(index / size);
  return offsetOf(store) + group * size * store.height * store.width + (index - group * size);
}

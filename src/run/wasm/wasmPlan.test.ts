import { describe, expect, test } from 'vitest';
import { foldedGraph, foldedTensors } from '../../nets/weights/fold';
import { modelById } from '../../nets/models/index';
import { builtGraph } from '../../nets/models/model';
import { randomTensors } from '../weights/randomTensors';
import { valueOf } from '../fixtures/wasmExecutor';
import { memoryLayoutOf } from './memoryLayout';
import { storesRead, storeWritten } from './wasmStep';
import { wasmPlan, type WasmPlan } from './wasmPlan';

function planOf(id: string, choice: Readonly<Record<string, number | string>> = {}): WasmPlan {
  const declared = builtGraph(valueOf(modelById(id)), choice);
  return valueOf(wasmPlan(foldedGraph(declared), foldedTensors(declared, randomTensors(declared))));
}

/** Share of the values that a plan's steps write which are copies. */
function copiedShare({ steps }: WasmPlan): number {
  const values = (kinds: (kind: string) => boolean): number =>
    steps
      .filter(({ kind }) => kinds(kind))
      .reduce((sum, step) => {
        const { height, width, channels } = 'store' in step.to ? { ...step.to.store, ...step.to } : step.to;
        return sum + height * width * channels;
      }, 0);
  return values((kind) => kind === 'gather') / values(() => true);
}

test('a network without groups copies nothing', () => {
  for (const id of ['mobilenet-v1', 'mobilenet-v2', 'mobilenet-v3']) expect(copiedShare(planOf(id))).toBe(0);
});

test('a shuffle in ShuffleNet V1 copies the bottleneck once, and so does each change of groups at a stage', () => {
  const plan = planOf('shufflenet-v1', { groups: 3 });
  expect(plan.steps.filter(({ kind }) => kind === 'gather')).toHaveLength(16 + 3);
  expect(copiedShare(plan)).toBeLessThan(0.12);
});

test('a unit of ShuffleNet V2 copies only the half that it computes', () => {
  const plan = planOf('shufflenet-v2');
  const halves = plan.steps.flatMap((step) => (step.kind === 'gather' ? [step.to.channels] : []));
  expect(halves.filter((channels) => channels === 58)).toHaveLength(3);
  expect(halves.filter((channels) => channels === 116)).toHaveLength(7 + 1);
});

describe('memory', () => {
  test.each(['mobilenet-v2', 'shufflenet-v1', 'shufflenet-v2', 'squeezenet'])(
    'of %s is shared, but never by two maps that are alive at once',
    (id) => {
      const { steps, input, output } = planOf(id);
      const { offsets, length } = memoryLayoutOf(steps, input, output);
      const rangeOf = (store: typeof input): readonly [number, number] => {
        const begin = offsets.get(store) ?? NaN;
        return [begin, begin + store.height * store.width * store.channels];
      };
      const lastUse = new Map(steps.flatMap((step, at) => [...storesRead(step)].map((store) => [store, at] as const)));
      lastUse.set(output, steps.length);
      const live = new Set([input]);
      for (const [at, step] of steps.entries()) {
        live.add(storeWritten(step));
        const ranges = [...live].map(rangeOf).toSorted(([a], [b]) => a - b);
        for (const [index, [begin]] of ranges.entries())
          expect(begin).toBeGreaterThanOrEqual(ranges[index - 1]?.[1] ?? 0);
        for (const store of live) if ((lastUse.get(store) ?? -1) <= at) live.delete(store);
      }
      const all = [...offsets.keys()].reduce((sum, { height, width, channels }) => sum + height * width * channels, 0);
      expect(length).toBeLessThan(all / 3);
    },
  );
});

test('every call belongs to one layer, a copy to the layer that reads it, and views to none', () => {
  const { steps, layers } = planOf('shufflenet-v2');
  expect(layers.at(-1)?.to).toBe(steps.length);
  expect(layers.every(({ to }, at) => to > (layers[at - 1]?.to ?? 0))).toBe(true);
  const ids = layers.flatMap((layer) => layer.ids);
  expect(ids.filter((id) => id.endsWith('shuffle') || id.endsWith('concat'))).toEqual([]);
  for (const [at, { to }] of layers.entries()) {
    const kinds = steps.slice(layers[at - 1]?.to ?? 0, to).map(({ kind }) => kind);
    expect(kinds.some((kind) => kind !== 'gather')).toBe(true);
  }
});

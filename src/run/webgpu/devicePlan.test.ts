import { describe, expect, test } from 'vitest';
import { foldedGraph } from '../../nets/weights/fold';
import { graphOf } from '../../nets/graph';
import { batchNorm, conv, flatten, fullyConnected, globalAveragePool, input, maxPool, scale } from '../../nets/build';
import { modelById } from '../../nets/models/index';
import { builtGraph } from '../../nets/models/model';
import type { Choice } from '../../nets/parameter';
import { valueOf } from '../fixtures/wasmExecutor';
import { memoryRegionsOf } from './memoryRegions';
import { devicePlanOf, ownPlanners, type DevicePlan } from './devicePlan';
import { readsOf, runStart } from './deviceStep';

function planFor(id: string, choice: Choice = {}): DevicePlan {
  const model = valueOf(modelById(id));
  return valueOf(devicePlanOf(foldedGraph(valueOf(model.build({ resolution: 224, ...choice })))));
}

describe('the dispatches of a frame', () => {
  test.each([
    // Stem, 17 blocks of three (the first of two), head, mean, classifier: every sum is fused into a convolution.
    ['mobilenet-v2', {}, 54],
    // Stem, pool, 16 units of three, three pooled shortcuts, mean, classifier: no shuffle, no split, no concat.
    ['shufflenet-v1', {}, 55],
    // Stem, pool, 13 units of three and 3 of five, last convolution, mean, classifier.
    ['shufflenet-v2', {}, 59],
    // The authors' releases shuffle differently, which only changes the layout.
    ['shufflenet-v1', { implementation: 'megvii' }, 55],
    ['shufflenet-v2', { implementation: 'megvii' }, 59],
    // Stem, 8 Fire modules of three, 3 pools, classifier, mean.
    ['squeezenet', { version: '1.1' }, 30],
  ])('%s takes one per layer', (id, choice, dispatches) => {
    const { steps } = planFor(id, choice);
    expect(steps.length).toBe(dispatches);
    expect(steps.filter(({ kind }) => kind === 'combine')).toEqual([]);
  });

  test('a squeeze-and-excite costs a mean and two small layers, and no pass over the map', () => {
    expect(planFor('mobilenet-v3', { size: 'small' }).steps.filter(({ kind }) => kind === 'combine')).toEqual([]);
  });
});

test('the convolution before a shuffle writes shuffled, and parts write into their concatenation', () => {
  const { steps } = planFor('shufflenet-v1');
  const scattered = steps.filter(({ target }) => runStart(target.slots) === null);
  // The first one is not grouped, so its weights are sorted instead.
  expect(scattered.length).toBe(15);
  expect(scattered.every(({ ids }) => ids.some((id) => id.includes('.reduce.')))).toBe(true);
});

test('no dispatch reads memory that it writes, and every buffer is written before it is read', () => {
  for (const id of ['mobilenet-v2', 'shufflenet-v1', 'shufflenet-v2', 'squeezenet', 'mobilenet-v3', 'inception-v3']) {
    const plan = planFor(id);
    const { regionOf } = memoryRegionsOf(plan);
    const holds = new Map([[regionOf[plan.input.buffer], plan.input.buffer]]);
    for (const step of plan.steps) {
      for (const { buffer } of readsOf(step)) {
        expect(regionOf[buffer]).not.toBe(regionOf[step.target.buffer]);
        expect(holds.get(regionOf[buffer])).toBe(buffer);
      }
      holds.set(regionOf[step.target.buffer], step.target.buffer);
    }
    expect(holds.get(regionOf[plan.output.buffer])).toBe(plan.output.buffer);
  }
});

test('buffers that are not alive at the same time share memory', () => {
  const plan = planFor('mobilenet-v2');
  const sum = (sizes: readonly number[]): number => sizes.reduce((total, size) => total + size, 0);
  expect(sum(memoryRegionsOf(plan).floats)).toBeLessThan(sum(plan.buffers.map(({ floats }) => floats)) / 2);
});

test('a batch norm that was not folded has no kernel', () => {
  const graph = graphOf(batchNorm('norm', input({ height: 4, width: 4, channels: 3 })));
  expect(devicePlanOf(graph)).toEqual({ ok: false, error: { id: 'norm', kind: 'batchNorm' } });
});

test('a graph with an op that has no kernel has no plan, and says which op', () => {
  const graph = foldedGraph(builtGraph(valueOf(modelById('squeezenet')), { version: '1.1' }));
  const error = { id: 'pool1', kind: 'maxPool' };
  expect(devicePlanOf(graph, { ...ownPlanners, maxPool: null })).toEqual({ ok: false, error });
});

test('flattening a map that has its buffer to itself copies nothing', () => {
  const image = input({ height: 2, width: 3, channels: 5 });
  const own = graphOf(fullyConnected('fc', flatten('flatten', maxPool('pool', image, { kernel: 1, stride: 1 })), 4));
  expect(valueOf(devicePlanOf(own)).steps.map(({ kind }) => kind)).toEqual(['pool', 'convolution']);
});

test('a scale is applied by the pointwise convolution after it only where that has no padding', () => {
  const image = input({ height: 3, width: 3, channels: 4 });
  const gated = (padding: { top: number; bottom: number; left: number; right: number }) => {
    const scaled = scale('scale', image, globalAveragePool('pool', image));
    const plan = valueOf(devicePlanOf(graphOf(conv('conv', scaled, { outChannels: 4, kernel: 1, padding }))));
    return plan.steps.map((step) => (step.kind === 'convolution' ? step.gate !== null : step.kind));
  };
  expect(gated({ top: 0, bottom: 0, left: 0, right: 0 })).toEqual(['globalAverage', true]);
  expect(gated({ top: 1, bottom: 1, left: 0, right: 0 })).toEqual(['globalAverage', 'combine', false]);
  expect(gated({ top: 0, bottom: 0, left: 1, right: 1 })).toEqual(['globalAverage', 'combine', false]);
});

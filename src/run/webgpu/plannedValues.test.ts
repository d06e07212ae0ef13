import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { modelById } from '../../nets/models/index';
import { builtGraph } from '../../nets/models/model';
import { elementCount } from '../../nets/op';
import type { Choice } from '../../nets/parameter';
import { foldedGraph, foldedTensors } from '../../nets/weights/fold';
import type { Executor } from '../device/executor';
import { foldedWitness, largestDifference, opWitnesses } from '../fixtures/opWitness';
import { compiled, valueOf, wasmExecutor } from '../fixtures/wasmExecutor';
import { randomTensors } from '../weights/randomTensors';
import { devicePlanOf } from './devicePlan';
import { planOnProcessor } from './fixtures/planOnProcessor';

describe('a plan, computed as it is written', () => {
  test.each(opWitnesses.map(foldedWitness))('gives what PyTorch gives: $name', ({ graph, tensors, input, output }) => {
    const run = planOnProcessor(valueOf(devicePlanOf(graph)), tensors);
    // Twice, since a frame must not depend on what the previous one left in memory.
    run(input.map((value) => -value));
    expect(largestDifference(run(input), output)).toBeLessThan(2e-5);
  });
});

describe('the plan of a whole network', () => {
  let plain: Executor;

  beforeAll(async () => {
    plain = await wasmExecutor('stock');
  });

  afterAll(() => plain.dispose());

  const networks: readonly (readonly [id: string, choice: Choice])[] = [
    ['shufflenet-v1', { groups: 3, width: 0.5 }],
    ['shufflenet-v1', { groups: 8, width: 0.5 }],
    ['shufflenet-v2', { width: 0.5 }],
    ['squeezenet', { version: '1.1', bypass: 'complex' }],
    ['mobilenet-v2', { width: 0.35 }],
    ['mobilenet-v3', { size: 'small', width: 0.35 }],
  ];

  test.each(networks)('of %s %o gives the logits of stock tfjs', async (id, choice) => {
    const declared = builtGraph(valueOf(modelById(id)), { ...choice, resolution: 48, classes: 10 });
    const [graph, tensors] = [foldedGraph(declared), foldedTensors(declared, randomTensors(declared))];
    const values = Float32Array.from({ length: elementCount(graph.input.shape) }, (_, index) => Math.sin(index * 0.7));
    const network = await compiled(plain, graph, tensors);
    const wanted = valueOf(await network.run(values)).logits;
    network.dispose();
    const run = planOnProcessor(valueOf(devicePlanOf(graph)), tensors);
    run(values.map((value) => -value));
    const scale = wanted.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
    expect(largestDifference(run(values), wanted) / scale).toBeLessThan(1e-4);
  });
});

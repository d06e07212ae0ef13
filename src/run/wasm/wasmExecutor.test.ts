import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { conv, input } from '../../nets/build';
import { foldedGraph, foldedTensors } from '../../nets/weights/fold';
import { graphOf, type Graph } from '../../nets/graph';
import { modelById } from '../../nets/models/index';
import { builtGraph } from '../../nets/models/model';
import { elementCount } from '../../nets/op';
import type { Choice } from '../../nets/parameter';
import type { TensorValues } from '../../nets/weights/tensorValue';
import type { Executor } from '../device/executor';
import { foldedWitness, largestDifference, opWitnesses } from '../fixtures/opWitness';
import { compiled, valueOf, wasmExecutor } from '../fixtures/wasmExecutor';
import { randomTensors } from '../weights/randomTensors';
import { wasmExecutor as planningExecutor } from './wasmExecutor';
import { ownPlanners } from './wasmPlan';

let executor: Executor;
let stock: Executor;

beforeAll(async () => {
  executor = await wasmExecutor();
  stock = await wasmExecutor('stock');
});

afterAll(() => executor.dispose());

async function output(on: Executor, graph: Graph, tensors: TensorValues, values: Float32Array): Promise<Float32Array> {
  const network = await compiled(on, graph, tensors);
  // Twice, since a replay must not depend on what the previous one left in memory.
  await network.run(values.map((value) => -value));
  const { logits } = valueOf(await network.run(values));
  network.dispose();
  return logits;
}

describe.each(opWitnesses)('$name', (witness) => {
  test.each([
    ['as declared', witness],
    ['with batch norm folded', foldedWitness(witness)],
  ])('computes what PyTorch computes, %s', async (_, { graph, tensors, input: values, output: wanted }) => {
    expect(largestDifference(await output(executor, graph, tensors, values), wanted)).toBeLessThan(2e-5);
  });
});

const networks: readonly (readonly [id: string, choice: Choice])[] = [
  ...[1, 2, 3, 4, 8].map((groups) => ['shufflenet-v1', { groups }] as const),
  ['shufflenet-v2', {}],
  ['shufflenet-v2', { width: 0.5 }],
  ['squeezenet', { version: '1.1', bypass: 'complex' }],
  ['mobilenet-v1', {}],
  ['mobilenet-v2', {}],
  ['mobilenet-v3', { size: 'small' }],
  ['mobilenet-v3', { size: 'large' }],
  ['efficientnet-lite0', {}],
];

test.each(networks)('%s %o computes the same logits as op by op', async (id, choice) => {
  const declared = builtGraph(valueOf(modelById(id)), { ...choice, resolution: 64, classes: 10 });
  const weights = randomTensors(declared);
  const [graph, tensors] = [foldedGraph(declared), foldedTensors(declared, weights)];
  const values = Float32Array.from({ length: elementCount(graph.input.shape) }, (_, index) => Math.sin(index * 0.7));
  const wanted = await output(stock, graph, tensors, values);
  const scale = wanted.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
  expect(scale).toBeGreaterThan(0.01);
  expect(largestDifference(await output(executor, graph, tensors, values), wanted) / scale).toBeLessThan(1e-4);
});

test('activations are those of op by op', async () => {
  const { graph, tensors, input: values } = foldedWitness(witnessOf('split, batch norm folded, concat, shuffle'));
  const network = await compiled(executor, graph, tensors);
  const [inside] = valueOf(await network.activations(values, ['relu']));
  const { logits } = valueOf(await network.run(values));
  network.dispose();
  expect(inside?.shape).toEqual([graph.output.shape.height, graph.output.shape.width, 4]);
  // The active half's channels are every second one of the shuffled output.
  expect(largestDifference(inside?.values ?? [], everySecond(logits))).toBeLessThan(1e-6);
});

test('two networks do not affect each other, and dispose frees everything', async () => {
  const { graph, tensors, input: values, output: wanted } = foldedWitness(witnessOf('squeeze and excite'));
  const before = executor.memory();
  const [first, second] = [await compiled(executor, graph, tensors), await compiled(executor, graph, tensors)];
  await first.run(values.map((value) => value + 1));
  const { logits } = valueOf(await second.run(values));
  first.dispose();
  expect(largestDifference(valueOf(await second.run(values)).logits, wanted)).toBeLessThan(2e-5);
  second.dispose();
  expect(largestDifference(logits, wanted)).toBeLessThan(2e-5);
  expect(executor.memory()).toEqual(before);
});

test('a graph whose weights are missing is an error that names the tensor, and leaves no tensor', async () => {
  const { graph, tensors } = foldedWitness(witnessOf('squeeze and excite'));
  const before = executor.memory();
  const lacking = new Map([...tensors].filter(([name]) => name !== 'excite.bias'));
  const result = await executor.compile(graph, lacking, () => undefined);
  expect(result).toEqual({ ok: false, error: { code: 'deviceError', detail: 'excite.bias: not in the graph' } });
  expect(executor.memory()).toEqual(before);
});

test('a network with an op that has no kernel runs on stock tfjs as a whole, and says which op', async () => {
  const { graph, tensors, input: values, output: wanted } = foldedWitness(witnessOf('squeeze and excite'));
  const lacking = planningExecutor(stock, { ...ownPlanners, globalAveragePool: null });
  const network = await compiled(lacking, graph, tensors);
  const { logits } = valueOf(await network.run(values));
  network.dispose();
  expect(largestDifference(logits, wanted)).toBeLessThan(2e-5);
  expect(network.missingKernel).toEqual({ id: 'pool', kind: 'globalAveragePool' });
  // Stock tfjs has no recorded calls to time one by one.
  expect(network.timer).toBeUndefined();
  expect((await compiled(executor, graph, tensors)).missingKernel).toBeUndefined();
});

test('a network that does not fit in memory is an error that says so', async () => {
  const graph = graphOf(
    conv('conv', input({ height: 8192, width: 8192, channels: 64 }), { outChannels: 1, kernel: 1 }),
  );
  const result = await executor.compile(graph, randomTensors(graph), () => undefined);
  expect(result).toMatchObject({ ok: false, error: { code: 'outOfMemory' } });
});

function witnessOf(name: string) {
  const witness = opWitnesses.find((candidate) => candidate.name === name);
  if (witness === undefined) throw new Error(`${name}: no such witness`);
  return witness;
}

function everySecond(values: Float32Array): Float32Array {
  return values.filter((_, index) => index % 2 === 1);
}

import { describe, expect, test } from 'vitest';
import { activation, add, batchNorm, conv, dropout, fullyConnected, globalAveragePool, input } from '../build';
import { foldedGraph, foldedLayer, foldedTensors } from './fold';
import { layerWeightsOf } from './layerWeights';
import { graphOf, type Graph } from '../graph';
import { catalogue } from '../models/index';
import { weightTensorsOf } from './weightTensors';
import type { TensorValue, TensorValues } from './tensorValue';

const image = input({ height: 2, width: 2, channels: 1 });
const layer = conv('conv', image, { outChannels: 2, kernel: 1 });

test('batch norm scales the weights of the layer before it and adds a bias to it', () => {
  const graph = graphOf(activation('relu', batchNorm('norm', layer, 0), 'relu'));
  const tensors = values({
    'conv.weight': [
      [2, 1, 1, 1],
      [3, 5],
    ],
    ...normed('norm', [2, 4], [1, 1], [10, 20], [4, 16]),
  });
  expect(idsOf(foldedGraph(graph))).toEqual(['input', 'conv', 'relu']);
  // Scales 2 / sqrt(4) = 1 and 4 / sqrt(16) = 1: the weights stay, the shifts are 1 - 10 and 1 - 20.
  expect(listed(foldedTensors(graph, tensors))).toEqual({ 'conv.weight': [3, 5], 'conv.bias': [-9, -19] });
});

test('an existing bias is scaled too', () => {
  const biased = conv('conv', image, { outChannels: 1, kernel: 1, bias: true });
  const graph = graphOf(batchNorm('norm', biased, 0));
  const tensors = values({
    'conv.weight': [[1, 1, 1, 1], [3]],
    'conv.bias': [[1], [7]],
    ...normed('norm', [4], [1], [2], [4]),
  });
  // Scale 2: 3 * 2, and (7 - 2) * 2 + 1.
  expect(listed(foldedTensors(graph, tensors))).toEqual({ 'conv.weight': [6], 'conv.bias': [11] });
});

test('a batch norm without a layer of its own becomes a depthwise convolution under its own id', () => {
  const graph = graphOf(batchNorm('norm', add('add', [layer, layer]), 0));
  const folded = foldedGraph(graph);
  expect(folded.output.op).toMatchObject({ kind: 'conv', kernel: [1, 1], groups: 2, outChannels: 2, bias: true });
  const tensors = values({
    'conv.weight': [
      [2, 1, 1, 1],
      [3, 5],
    ],
    ...normed('norm', [2, 4], [1, 1], [10, 20], [4, 16]),
  });
  expect(listed(foldedTensors(graph, tensors))).toEqual({
    'conv.weight': [3, 5],
    'norm.weight': [1, 1],
    'norm.bias': [-9, -19],
  });
});

test('a convolution with another reader keeps its weights', () => {
  const graph = graphOf(add('add', [batchNorm('norm', layer), layer]));
  expect(idsOf(foldedGraph(graph))).toEqual(['input', 'conv', 'norm', 'add']);
});

test('dropout is removed, at the end of the network too', () => {
  const vector = fullyConnected('fc', dropout('drop1', globalAveragePool('pool', image), 0.5), 3);
  expect(idsOf(foldedGraph(graphOf(dropout('drop2', vector, 0.5))))).toEqual(['input', 'pool', 'fc']);
});

test('one layer is folded as all of them are: with its norm, without one, and a norm without a layer', () => {
  const graph = graphOf(batchNorm('norm', add('add', [batchNorm('inner', layer), layer]), 0));
  const tensors = values({
    'conv.weight': [
      [2, 1, 1, 1],
      [3, 5],
    ],
    ...normed('norm', [2, 4], [1, 1], [10, 20], [4, 16]),
    ...normed('inner', [3, 3], [0, 2], [1, 1], [9, 9]),
  });
  const folded = foldedTensors(graph, tensors);
  for (const id of ['conv', 'norm', 'inner']) {
    expect(foldedLayer(graph, tensors, id), id).toEqual(layerWeightsOf({ id }, folded));
  }
  const plain = graphOf(batchNorm('norm', layer, 0));
  expect(foldedLayer(plain, tensors, 'conv')).toEqual(layerWeightsOf({ id: 'conv' }, foldedTensors(plain, tensors)));
});

describe.each(catalogue.map((model) => ({ id: model.id, model })))('$id', ({ model }) => {
  test('the folded tensors are exactly those that the folded graph needs', () => {
    const graph = model.build({});
    if (!graph.ok) throw new Error(graph.error);
    const folded = foldedGraph(graph.value);
    expect(folded.nodes.some(({ op }) => op.kind === 'batchNorm' || op.kind === 'dropout')).toBe(false);
    const tensors = foldedTensors(graph.value, emptyTensors(graph.value));
    expect([...tensors.keys()].sort()).toEqual(
      weightTensorsOf(folded)
        .map(({ name }) => name)
        .sort(),
    );
    for (const { name, shape } of weightTensorsOf(folded)) expect(tensors.get(name)?.shape, name).toEqual(shape);
  });
});

/** Tensors with the right names and shapes but no values: enough for this test, without a gigabyte of numbers. */
function emptyTensors(graph: Graph): TensorValues {
  const channels = (name: string, shape: readonly number[]): number =>
    name.includes('.weight') && shape.length > 1 ? 0 : (shape[0] ?? 0);
  return new Map(
    weightTensorsOf(graph).map(({ name, shape }) => [name, { shape, data: new Float32Array(channels(name, shape)) }]),
  );
}

type Written = Readonly<Record<string, readonly [shape: readonly number[], data: readonly number[]]>>;

function values(written: Written): TensorValues {
  const entries = Object.entries(written).map(([name, [shape, data]]): [string, TensorValue] => [
    name,
    { shape, data: Float32Array.from(data) },
  ]);
  return new Map(entries);
}

function normed(
  id: string,
  weight: readonly number[],
  bias: readonly number[],
  mean: readonly number[],
  variance: readonly number[],
): Written {
  const shape = [weight.length];
  return {
    [`${id}.weight`]: [shape, weight],
    [`${id}.bias`]: [shape, bias],
    [`${id}.running_mean`]: [shape, mean],
    [`${id}.running_var`]: [shape, variance],
  };
}

function listed(tensors: TensorValues): Readonly<Record<string, readonly number[]>> {
  return Object.fromEntries([...tensors].map(([name, { data }]) => [name, [...data]]));
}

function idsOf(graph: Graph): readonly string[] {
  return graph.nodes.map(({ id }) => id);
}

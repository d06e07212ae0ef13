import { describe, expect, test } from 'vitest';
import { activation, add, conv, depthwiseConv, input } from '../../nets/build';
import { graphOf, type Graph } from '../../nets/graph';
import { foldedGraph } from '../../nets/weights/fold';
import { catalogue } from '../../nets/models/index';
import { valueOf } from '../fixtures/wasmExecutor';
import { planOf } from './plan';

const image = input({ height: 4, width: 4, channels: 3 });
const layer = conv('conv', image, { outChannels: 3, kernel: 1, bias: true });

test('an activation that is the only reader of a convolution is fused into it', () => {
  const graph = graphOf(activation('relu', layer, 'relu'));
  expect(outline(graph)).toEqual([['conv', 'relu', 'relu']]);
});

test('an activation that cannot be fused is its own step', () => {
  const graph = graphOf(activation('act', layer, 'hardSwish'));
  expect(outline(graph)).toEqual([
    ['conv', null, 'conv'],
    ['act', null, 'act'],
  ]);
});

test('nothing is fused when another node also reads the convolution, or the caller asks for its value', () => {
  const relu = activation('relu', layer, 'relu');
  expect(outline(graphOf(add('add', [relu, layer]))).map(([node]) => node)).toEqual(['conv', 'relu', 'add']);
  expect(outline(graphOf(relu), ['conv']).map(([node]) => node)).toEqual(['conv', 'relu']);
});

test('a tensor is freed by the last step that reads it, unless the caller asks for it', () => {
  const left = depthwiseConv('left', layer, { kernel: 3 });
  const right = depthwiseConv('right', layer, { kernel: 3 });
  const graph = graphOf(add('add', [left, right]));
  expect(planOf(graph, new Set()).map(({ lastReads }) => lastReads)).toEqual([
    ['input'],
    [],
    ['conv'],
    ['left', 'right'],
  ]);
  expect(planOf(graph, new Set(['conv', 'left'])).map(({ lastReads }) => lastReads)).toEqual([
    ['input'],
    [],
    [],
    ['right'],
  ]);
});

test('a tensor read twice by one step is freed once', () => {
  expect(planOf(graphOf(add('add', [layer, layer])), new Set()).map(({ lastReads }) => lastReads)).toEqual([
    ['input'],
    ['conv'],
  ]);
});

describe.each(catalogue.map((model) => ({ id: model.id, model })))('$id', ({ model }) => {
  test('every tensor but the output is computed once, read, and freed once', () => {
    const graph = foldedGraph(valueOf(model.build({})));
    const plan = planOf(graph, new Set());
    const alive = new Set([graph.input.id]);
    for (const { node, result, lastReads } of plan) {
      for (const { id } of node.inputs) expect(alive.has(id), `${node.id} reads ${id}`).toBe(true);
      expect(alive.has(result.id)).toBe(false);
      alive.add(result.id);
      for (const id of lastReads) expect(alive.delete(id)).toBe(true);
    }
    expect([...alive]).toEqual([graph.output.id]);
  });
});

function outline(
  graph: Graph,
  kept: readonly string[] = [],
): (readonly [node: string, fused: string | null, result: string])[] {
  return planOf(graph, new Set(kept)).map(({ node, fused, result }) => [node.id, fused, result.id]);
}

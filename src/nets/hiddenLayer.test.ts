import { expect, test } from 'vitest';
import { fullyConnected, globalAveragePool, input } from './build';
import { graphOf } from './graph';
import { withHiddenLayer } from './hiddenLayer';
import { builtGraph } from './models/model';
import { mobileNetV2 } from './models/mobileNetV2';

test('a hidden layer with a ReLU comes before the classifier, which keeps its name and its classes', () => {
  const pooled = globalAveragePool('pool', input({ height: 4, width: 4, channels: 8 }));
  const graph = withHiddenLayer(graphOf(fullyConnected('classifier', pooled, 3)), 5);
  expect(graph.nodes.map(({ id, op, shape }) => [id, op.kind, shape.channels])).toEqual([
    ['input', 'input', 8],
    ['pool', 'globalAveragePool', 8],
    ['hidden.linear', 'fullyConnected', 5],
    ['hidden.relu', 'activation', 5],
    ['classifier', 'fullyConnected', 3],
  ]);
});

test('no units are no layer, and a network without a classifier cannot have one', () => {
  const graph = graphOf(globalAveragePool('pool', input({ height: 4, width: 4, channels: 8 })));
  expect(withHiddenLayer(graph, 0)).toBe(graph);
  expect(() => withHiddenLayer(graph, 5)).toThrow('pool: no classifier');
});

test('it is an option of MobileNet V2, off by default', () => {
  const ids = (hidden: number) => builtGraph(mobileNetV2, { hidden, width: 0.35 }).nodes.map(({ id }) => id);
  expect(ids(100).slice(-4)).toEqual(['dropout', 'hidden.linear', 'hidden.relu', 'classifier']);
  expect(ids(0)).toEqual(builtGraph(mobileNetV2, { width: 0.35 }).nodes.map(({ id }) => id));
});

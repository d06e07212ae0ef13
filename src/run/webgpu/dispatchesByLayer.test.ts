import { expect, test } from 'vitest';
import { foldedGraph } from '../../nets/weights/fold';
import { catalogue } from '../../nets/models/index';
import { builtGraph } from '../../nets/models/model';
import { hasTrait } from '../../nets/op';
import { valueOf } from '../fixtures/wasmExecutor';
import { devicePlanOf } from './devicePlan';
import { dispatchesByLayer } from './dispatchesByLayer';

test('a copy belongs to the layer that reads it, and dispatches of the same nodes are one layer', () => {
  expect(dispatchesByLayer([['a'], [], ['b', 'b.relu'], ['sum'], ['sum'], ['c'], []])).toEqual([
    { ids: ['a'], from: 0, to: 1 },
    { ids: ['b', 'b.relu'], from: 1, to: 3 },
    { ids: ['sum'], from: 3, to: 5 },
    { ids: ['c'], from: 5, to: 7 },
  ]);
});

test.each(catalogue.map((model) => [model.id, model] as const))(
  'every dispatch of %s belongs to one layer, and every weight layer appears once',
  (_, model) => {
    const graph = foldedGraph(builtGraph(model, {}));
    const { steps } = valueOf(devicePlanOf(graph));
    const layers = dispatchesByLayer(steps.map(({ ids }) => ids));
    expect(layers.flatMap(({ from, to }) => steps.slice(from, to))).toEqual(steps);
    const ids = layers.flatMap((layer) => layer.ids);
    expect(new Set(ids).size).toBe(ids.length);
    const weighted = graph.nodes.filter(({ op }) => hasTrait(op, 'isWeightLayer'));
    expect(weighted.filter(({ id }) => !ids.includes(id))).toEqual([]);
  },
);

test('dispatches that share only some of their nodes are layers of their own', () => {
  expect(
    dispatchesByLayer([
      ['a', 'b'],
      ['b', 'c'],
      ['b', 'c', 'd'],
    ]),
  ).toEqual([
    { ids: ['a', 'b'], from: 0, to: 1 },
    { ids: ['b', 'c', 'd'], from: 1, to: 3 },
  ]);
});

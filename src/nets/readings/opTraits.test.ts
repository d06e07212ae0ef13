import { describe, expect, test } from 'vitest';
import { catalogue } from '../models/index';
import { builtGraph } from '../models/model';
import { hasTrait, opTraits } from '../op';
import { weightTensorsOf } from '../weights/weightTensors';
import type { LayerCost } from './cost';
import { costOf } from './cost';

const graphs = catalogue.map((model) => builtGraph(model, {}));
const layers = graphs.flatMap((graph) => costOf(graph).layers);

/** Ids of the layers for which a claim does not hold. */
function against(claim: (layer: LayerCost) => boolean): readonly string[] {
  return layers.filter((layer) => !claim(layer)).map(({ node }) => `${node.id} (${node.op.kind})`);
}

describe('the traits of an op agree with every network of the catalogue', () => {
  test('which has every kind of op', () => {
    const used = new Set<string>(layers.map(({ node }) => node.op.kind));
    expect(Object.keys(opTraits).filter((kind) => !used.has(kind))).toEqual([]);
  });

  test('an op that is free moves and computes nothing, every other moves memory', () => {
    expect(
      against(({ node, macs, memoryAccess }) => hasTrait(node.op, 'isFree') === (macs + memoryAccess === 0)),
    ).toEqual([]);
  });

  test('an op with params has tensors in a weights file, and a weight layer multiplies', () => {
    const weighted = new Set(graphs.flatMap(weightTensorsOf).map(({ node }) => node));
    expect(against(({ node }) => hasTrait(node.op, 'hasParams') === weighted.has(node))).toEqual([]);
    expect(against(({ node, params }) => hasTrait(node.op, 'hasParams') === params > 0)).toEqual([]);
    expect(against(({ node, macs }) => hasTrait(node.op, 'isWeightLayer') === macs > 0)).toEqual([]);
  });

  test('an op that keeps its shape reads one map of that shape', () => {
    expect(
      against(({ node }) => {
        const [only, ...others] = node.inputs;
        if (!hasTrait(node.op, 'keepsShape')) return true;
        return others.length === 0 && JSON.stringify(only?.shape) === JSON.stringify(node.shape);
      }),
    ).toEqual([]);
  });

  test('a view computes nothing and learns nothing', () => {
    expect(against(({ node, macs, params }) => !hasTrait(node.op, 'isView') || macs + params === 0)).toEqual([]);
  });
});

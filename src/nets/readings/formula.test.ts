import { describe, expect, it } from 'vitest';
import { batchNorm, conv, fullyConnected, input } from '../build';
import type { Node } from '../graph';
import { graphOf, valueAt } from '../graph';
import { catalogue } from '../models';
import { costOf } from './cost';
import { formulasOf, numberTex, numericTex, symbolicTex } from './formula';

const map = input({ height: 56, width: 56, channels: 24 });

function formulasOfLast(node: Node) {
  return valueAt(formulasOf(graphOf(node)), node.id);
}

describe('formulasOf', () => {
  it.each(catalogue.map((model) => [model.id, model] as const))(
    'gives every figure of the cost reading: %s',
    (_, model) => {
      const graph = model.build({});
      if (!graph.ok) throw new Error(graph.error);
      const formulas = formulasOf(graph.value);
      for (const layer of costOf(graph.value).layers) {
        const { params, macs, memoryAccess } = valueAt(formulas, layer.node.id);
        expect([layer.node.id, params.value, macs.value, memoryAccess.value]).toEqual([
          layer.node.id,
          layer.params,
          layer.macs,
          layer.memoryAccess,
        ]);
      }
    },
  );

  it('counts the multiply-adds of a strided convolution by its output map', () => {
    const { macs } = formulasOfLast(conv('c', map, { outChannels: 48, kernel: 3, stride: 2 }));
    expect(numericTex(macs)).toBe('3 \\times 3 \\times 24 \\times 48 \\times 28 \\times 28');
  });

  it('adds the weights once to the memory access cost of a 1x1 convolution, as ShuffleNet V2 equation 1 does', () => {
    const { memoryAccess } = formulasOfLast(conv('c', map, { outChannels: 96, kernel: 1 }));
    expect(memoryAccess.value).toBe(56 * 56 * (24 + 96) + 24 * 96);
    expect(memoryAccess.terms.map(({ role }) => role)).toEqual(['input', 'output', 'weights']);
  });
});

describe('symbolicTex', () => {
  it('divides by the groups where there are some', () => {
    const { params } = formulasOfLast(conv('c', map, { outChannels: 24, kernel: 3, groups: 3 }));
    expect(symbolicTex(params)).toBe('\\frac{k_h\\,k_w\\,c_\\mathrm{in}\\,c_\\mathrm{out}}{g}');
    expect(numericTex(params)).toBe('\\frac{3 \\times 3 \\times 24 \\times 24}{3}');
  });

  it('adds a bias as one value per output channel', () => {
    const vector = input({ height: 1, width: 1, channels: 1280 });
    const { params } = formulasOfLast(fullyConnected('fc', vector, 1000));
    expect(symbolicTex(params)).toBe('c_\\mathrm{in}\\,c_\\mathrm{out} + c_\\mathrm{out}');
  });

  it('is 0 for an op that costs nothing', () => {
    expect(symbolicTex(formulasOfLast(batchNorm('n', map)).macs)).toBe('0');
  });

  it('lets the caller mark factors', () => {
    const { params } = formulasOfLast(batchNorm('n', map));
    expect(symbolicTex(params, ({ meaning }, tex) => `\\htmlClass{${meaning}}{${tex}}`)).toBe(
      '\\htmlClass{scaleAndShift}{2}\\,\\htmlClass{outChannels}{c_\\mathrm{out}}',
    );
  });
});

describe('numberTex', () => {
  it('keeps TeX from spacing the commas', () => {
    expect(numberTex(1_248_424)).toBe('1{,}248{,}424');
  });
});

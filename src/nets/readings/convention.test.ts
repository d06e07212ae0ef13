import { describe, expect, it } from 'vitest';
import { convNorm } from '../blocks/convNorm';
import { add, conv, globalAveragePool, input } from '../build';
import { graphOf } from '../graph';
import { mobileNetV2 } from '../models/mobileNetV2';
import type { Convention, Extra } from './convention';
import { costBy, countedBy, plainConvention } from './convention';
import { costOf, countedGraph } from './cost';

const map = input({ height: 8, width: 8, channels: 4 });
const unit = graphOf(convNorm('unit', map, { outChannels: 6, kernel: 1, activation: 'relu' }));

function counting(...extras: readonly Extra[]): Convention {
  const has = (extra: Extra): boolean => extras.includes(extra);
  return { ...plainConvention, extras: { bias: has('bias'), norm: has('norm'), elementwise: has('elementwise') } };
}

describe('countedBy', () => {
  it('equals the cost reading by default', () => {
    const { params, macs } = costOf(unit);
    const counted = countedBy(countedGraph(unit), plainConvention);
    expect([counted.params, counted.operations]).toEqual([params, macs]);
    expect(counted.layers.map((layer) => layer.params)).toEqual([0, 24, 12, 0]);
  });

  it('doubles the multiply-adds where a multiplication and an addition count as two operations', () => {
    expect(countedBy(countedGraph(unit), { ...plainConvention, perMac: 2 }).operations).toBe(2 * costOf(unit).macs);
  });

  it("gives Keras's params of MobileNetV2 with batch norm's running statistics", () => {
    // keras-applications README and Keras's own summary: 3,538,984 parameters.
    const graph = mobileNetV2.build({});
    if (!graph.ok) throw new Error(graph.error);
    expect(countedBy(countedGraph(graph.value), { ...plainConvention, normParams: 4 }).params).toBe(3_538_984);
  });

  it('counts norm twice, activations, pools and sums once per element', () => {
    const { macs } = costOf(unit);
    expect(countedBy(countedGraph(unit), counting('norm')).operations).toBe(macs + 2 * 8 * 8 * 6);
    expect(countedBy(countedGraph(unit), counting('elementwise')).operations).toBe(macs + 8 * 8 * 6);
    expect(countedBy(countedGraph(graphOf(globalAveragePool('pool', map))), counting('elementwise')).operations).toBe(
      8 * 8 * 4,
    );
    const branch = conv('c', map, { outChannels: 4, kernel: 1 });
    expect(countedBy(countedGraph(graphOf(add('sum', [map, branch]))), counting('elementwise')).operations).toBe(
      8 * 8 * 4 * 4 + 8 * 8 * 4,
    );
  });

  it('counts a bias once per output', () => {
    const biased = graphOf(conv('c', map, { outChannels: 2, kernel: 1, bias: true }));
    expect(countedBy(countedGraph(biased), counting('bias')).operations).toBe(8 * 8 * (4 * 2 + 2));
  });

  it('keeps a convention layer by layer, so that layers still add up', () => {
    const cost = costBy(countedGraph(unit), { ...plainConvention, perMac: 2, normParams: 0 });
    expect(cost.macs).toBe(2 * costOf(unit).macs);
    expect(cost.params).toBe(costOf(unit).paramsWithoutNorm);
    expect(cost.layers.reduce((sum, layer) => sum + layer.macs, 0)).toBe(cost.macs);
    expect(cost.layers.reduce((sum, layer) => sum + layer.params, 0)).toBe(cost.params);
  });
});

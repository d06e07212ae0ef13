import { expect, test } from 'vitest';
import { builtGraph } from '../models/model';
import { shuffleNetV1 } from '../models/shuffleNetV1';
import { subgraphOf } from '../subgraph';
import { learnedExchangeOf } from './learnedExchange';

function unitOf(groups: number) {
  const unit = subgraphOf(builtGraph(shuffleNetV1, { groups }), 'stage2.unit2');
  const exchange = unit === undefined ? undefined : learnedExchangeOf(unit);
  if (exchange === undefined) throw new Error('nothing is shuffled');
  return exchange;
}

test('a learned exchange is as wide as the bottleneck on both sides: m x m weights, used at every pixel', () => {
  for (const groups of [2, 3, 4, 8]) {
    const { channels, params, macs } = unitOf(groups);
    expect(params.learned).toBe(channels ** 2);
    expect(macs.learned).toBe(channels ** 2 * 28 ** 2);
  }
});

test('with three groups it would add a third to the unit, with eight it would nearly double it', () => {
  const three = unitOf(3);
  expect([three.channels, three.params.pointwise, three.params.learned]).toEqual([60, 9600, 3600]);
  expect(three.macs.pointwise + three.macs.depthwise).toBe(7_949_760);
  expect(three.macs.learned).toBe(2_822_400);
  const eight = unitOf(8);
  expect([eight.channels, eight.params.pointwise, eight.params.learned]).toEqual([96, 9216, 9216]);
  expect(eight.macs.learned / (eight.macs.pointwise + eight.macs.depthwise)).toBeCloseTo(0.914, 3);
});

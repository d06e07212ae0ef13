import { expect, test } from 'vitest';
import { builtGraph } from '../models/model';
import { mobileNetV2 } from '../models/mobileNetV2';
import { shuffleNetV1 } from '../models/shuffleNetV1';
import { costOf } from './cost';
import { timeShares, workKinds, workShares } from './workKinds';

const v1 = costOf(builtGraph(shuffleNetV1));
const v2 = costOf(builtGraph(mobileNetV2));

test('shares of a network sum to one, and only convolutions and classifier have multiply-adds', () => {
  for (const cost of [v1, v2]) {
    for (const figure of ['macs', 'memoryAccess'] as const) {
      const shares = workShares(cost, figure);
      expect(workKinds.reduce((sum, kind) => sum + shares[kind], 0)).toBeCloseTo(1, 9);
    }
    const { elementWise, moving, pool } = workShares(cost, 'macs');
    expect([elementWise, moving, pool]).toEqual([0, 0, 0]);
  }
});

test('more than half of the memory access of ShuffleNet V1 is in ops without multiply-adds', () => {
  const { elementWise, moving, pool } = workShares(v1, 'memoryAccess');
  expect(elementWise + moving + pool).toBeCloseTo(0.612, 3);
  expect(workShares(v2, 'memoryAccess').elementWise).toBeCloseTo(0.431, 3);
});

test('what ran together counts as its convolution', () => {
  const graph = builtGraph(mobileNetV2);
  const shares = timeShares(graph, [
    { ids: ['stem.conv', 'stem.activation'], timeMs: { median: 3 } },
    { ids: ['stage1.block1.depthwise.activation'], timeMs: { median: 1 } },
  ]);
  expect(shares).toEqual({ dense: 0.75, depthwise: 0, elementWise: 0.25, moving: 0, pool: 0 });
});

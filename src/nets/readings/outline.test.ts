import { describe, expect, test } from 'vitest';
import { catalogue } from '../models/index';
import { mobileNetV1 } from '../models/mobileNetV1';
import { builtGraph } from '../models/model';
import { xception } from '../models/xception';
import { costOf } from './cost';
import { outlineOf } from './outline';

describe('the outline', () => {
  test("folds MobileNet V1's five equal blocks into one entry", () => {
    const entry = outlineOf(costOf(builtGraph(mobileNetV1))).find(({ id }) => id === 'block7');
    // arXiv:1704.04861, Table 1: '5x' of 512 channels at 14 x 14.
    expect(entry).toMatchObject({ repeats: 5, lastId: 'block11', output: { height: 14, width: 14, channels: 512 } });
  });

  test("folds Xception's middle flow into eight", () => {
    const middle = outlineOf(costOf(builtGraph(xception))).find(({ id }) => id === 'middle');
    expect(middle?.children.map(({ repeats }) => repeats)).toEqual([8]);
  });

  test('adds up to the totals for every network', () => {
    for (const model of catalogue) {
      const cost = costOf(builtGraph(model));
      const entries = outlineOf(cost);
      const { params, macs, memoryAccess } = cost;
      const sum = (figure: 'params' | 'macs' | 'memoryAccess') =>
        entries.reduce((total, entry) => total + entry[figure], 0);
      expect({ params: sum('params'), macs: sum('macs'), memoryAccess: sum('memoryAccess') }).toEqual({
        params,
        macs,
        memoryAccess,
      });
    }
  });
});

describe('an entry of the outline', () => {
  const graph = builtGraph(mobileNetV1);
  const entries = outlineOf(costOf(graph));

  test('covers every layer but the input', () => {
    expect(entries[0]?.id).toBe('stem');
    expect(entries.some(({ id }) => id === 'input')).toBe(false);
  });

  test('of repeats has their sums, the output of the last and the largest map of any', () => {
    const entry = entries.find(({ id }) => id === 'block7');
    const own = costOf(graph).layers.filter(({ node }) => /^block(7|8|9|10|11)\./.test(node.id));
    const sum = (figure: 'params' | 'macs' | 'memoryAccess') => own.reduce((total, layer) => total + layer[figure], 0);
    expect(entry).toMatchObject({
      ...{ params: sum('params'), macs: sum('macs'), memoryAccess: sum('memoryAccess') },
      largestActivation: 14 * 14 * 512,
      name: 'block7',
      node: undefined,
    });
  });

  test('of one layer is that layer, without children', () => {
    const classifier = entries.find(({ id }) => id === 'classifier');
    expect([classifier?.node?.op.kind, classifier?.children]).toEqual(['fullyConnected', []]);
    expect(classifier).toMatchObject({ repeats: 1, lastId: 'classifier', params: 1_025_000, macs: 1_024_000 });
  });

  test('is not merged with a neighbour that differs in stride alone', () => {
    // Blocks 5 and 6: 256 to 256 at stride 1, then 256 to 512 at stride 2.
    expect(entries.filter(({ id }) => /^block[456]$/.test(id)).map(({ repeats }) => repeats)).toEqual([1, 1, 1]);
  });
});

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

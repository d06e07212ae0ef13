import { expect, test } from 'vitest';
import { mobileNetV1 } from '../../nets/models/mobileNetV1';
import { costOf } from '../../nets/readings/cost';
import { mobileNetV1Paper, slimMobileNetV1 } from '../../nets/papers/mobileNetV1';
import { multiplierMapOf } from './multiplierMap';

const widths = [1, 0.75, 0.5, 0.25];
const resolutions = [224, 192, 160, 128];
const map = multiplierMapOf(mobileNetV1, widths, resolutions, [mobileNetV1Paper, slimMobileNetV1]);

test('every cell is counted on its own graph', () => {
  for (const { width, resolution, macs, params } of map.flat()) {
    const graph = mobileNetV1.build({ width, resolution });
    expect(graph.ok && costOf(graph.value)).toMatchObject({ macs, params });
  }
});

test("the counts are the paper's Tables 6, 7 and 10", () => {
  const millions = (row: number, column: number) => Math.round((map[row]?.[column]?.macs ?? 0) / 1e6);
  expect([0, 1, 2, 3].map((row) => millions(row, 0))).toEqual([569, 325, 149, 41]);
  // The paper truncates 290.7 to 290.
  expect([0, 1, 2, 3].map((column) => millions(0, column))).toEqual([569, 418, 291, 186]);
  expect(millions(1, 1)).toBe(239);
});

test('the rule of thumb is always a little too low: not all layers scale by the square of the width', () => {
  for (const { macsShare, ruleOfThumb } of map.flat()) {
    expect(macsShare).toBeGreaterThanOrEqual(ruleOfThumb);
    expect(macsShare - ruleOfThumb).toBeLessThan(0.02);
  }
});

test('accuracy comes from the paper where it printed one, else from TF-slim', () => {
  expect(map[0]?.[0]?.top1).toEqual({ percent: 70.6, source: mobileNetV1Paper });
  expect(map[2]?.[2]?.top1).toEqual({ percent: 60.2, source: mobileNetV1Paper });
  expect(map[1]?.[1]?.top1).toEqual({ percent: 67.2, source: slimMobileNetV1 });
});

import { expect, test } from 'vitest';
import { fireModule } from '../../../nets/explorables/fireModule';
import { costOf } from '../../../nets/readings/cost';
import { strategies } from './strategies';

const params = strategies.map(({ cost }) => cost.params);
const macs = strategies.map(({ cost }) => cost.macs);

test('the first two strategies save params and multiply-adds, and together they make fire2', () => {
  expect(params.slice(0, 3)).toEqual([110_720, 61_568, 11_920]);
  expect(params[2]).toBe(costOf(fireModule.graph({})).params);
  expect(macs.slice(0, 3)).toEqual(macs.slice(0, 3).toSorted((a, b) => b - a));
});

test('the third keeps the params and spends multiply-adds: as many times as the map has more pixels', () => {
  expect(params[3]).toBe(params[2]);
  expect((macs[3] ?? 0) / (macs[2] ?? 1)).toBeCloseTo(55 ** 2 / 27 ** 2, 10);
});

import { expect, test } from 'vitest';
import { measured } from './fixtures/measured';
import { networkSpreads } from './networkSpreads';

test('times of one network are spread from the fastest to the slowest, whatever their order', () => {
  expect(networkSpreads([9, 2, 4].map(measured))).toEqual([
    { first: measured(9), count: 3, fastestMs: 2, medianMs: 4, slowestMs: 9 },
  ]);
});

test('the median of an even number of devices is halfway between the middle two', () => {
  expect(networkSpreads([1, 10, 2, 100].map(measured))).toMatchObject([{ medianMs: 6 }]);
  expect(networkSpreads([measured(7)])).toMatchObject([{ count: 1, fastestMs: 7, medianMs: 7, slowestMs: 7 }]);
});

test('networks are told apart by every option, in the order of their first result', () => {
  const other = { ...measured(3), network: 'squeezenet:version=1.0:classes=64:resolution=96' };
  expect(networkSpreads([other, measured(1), { ...other, backend: 'webgpu' }])).toMatchObject([
    { first: other, count: 2 },
    { first: measured(1), count: 1 },
  ]);
  expect(networkSpreads([])).toEqual([]);
});

import { expect, test } from 'vitest';
import { paretoFront } from './paretoFront';

test('a front holds what nothing cheaper or equally cheap beats, from the cheapest on', () => {
  const [small, large] = [
    { x: 1, y: 50 },
    { x: 9, y: 75 },
  ];
  const beaten = [
    { x: 1, y: 49 },
    { x: 2, y: 50 },
    { x: 10, y: 75 },
    { x: 8, y: 20 },
  ];
  expect(paretoFront([large, ...beaten, small])).toEqual([small, large]);
  expect(paretoFront([])).toEqual([]);
});

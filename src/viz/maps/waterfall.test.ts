import { expect, test } from 'vitest';
import { waterfallOf, waterfallSizes } from './waterfall';

const size = { width: 414, height: 148 };

/** Top and bottom of each bar, px. */
function barsOf(path: string): readonly (readonly [number, number])[] {
  return [...path.matchAll(/M[\d.]+ ([\d.]+)h[\d.]+V([\d.]+)/g)].map((bar) => [Number(bar[1]), Number(bar[2])]);
}

test('each bar begins where the one before ended, and the last ends at the sum with the bias', () => {
  const { positive, negative, bias, end, zero } = waterfallOf([3, -1, 2], 1, Infinity, size);
  // From 0 to 5: 20 px a unit.
  expect(zero).toBe(126);
  expect(barsOf(positive)).toEqual([
    [66, 126],
    [46, 86],
  ]);
  expect(barsOf(negative)).toEqual([[66, 86]]);
  expect([bias.y, bias.height]).toEqual([26, 20]);
  expect(end.y).toBe(waterfallSizes.top);
});

test('what is still to come is pale, and the last term that is done stands out', () => {
  const { positive, negative, pale, current, labels } = waterfallOf([3, -1, 2], 0, 1, size);
  expect([positive, negative, pale].map((path) => barsOf(path).length)).toEqual([1, 0, 2]);
  expect(barsOf(current)).toEqual(barsOf(positive));
  expect(labels.map(({ value }) => value)).toEqual([3]);
  expect(waterfallOf([3, -1, 2], 0, Infinity, size).current).toBe('');
});

test('many bars go without numbers', () => {
  expect(waterfallOf(new Array<number>(27).fill(1), 0, Infinity, size).labels).toEqual([]);
});

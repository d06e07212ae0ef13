import { expect, test } from 'vitest';
import { markAfter, nearestMark } from './nearestMark';

const marks = [
  { id: 'right', px: 90, py: 10 },
  { id: 'left', px: 10, py: 10 },
  { id: 'low', px: 50, py: 80 },
  { id: 'high', px: 50, py: 20 },
];

test('a pointer means the nearest mark, and none that is out of reach', () => {
  expect(nearestMark(marks, { px: 48, py: 44 }, 30)?.id).toBe('high');
  expect(nearestMark(marks, { px: 50, py: 50 }, 29)).toBeUndefined();
  expect(nearestMark(marks, { px: 50, py: 50 }, 30)).toBeDefined();
});

test('a wide mark is meant anywhere over it', () => {
  const wide = { id: 'wide', px: 50, py: 10, reach: 40 };
  expect(nearestMark([wide, { id: 'next', px: 95, py: 10, reach: 5 }], { px: 85, py: 10 }, 5)?.id).toBe('wide');
});

test('keys go from left to right, among marks above each other upwards, and end at the outermost', () => {
  const order = ['Home', 'ArrowRight', 'ArrowUp', 'ArrowRight', 'ArrowRight'].reduce<readonly (string | undefined)[]>(
    (ids, key) => [...ids, markAfter(marks, ids.at(-1) ?? null, key)?.id],
    [],
  );
  expect(order).toEqual(['left', 'low', 'high', 'right', undefined]);
  expect(markAfter(marks, 'high', 'ArrowLeft')?.id).toBe('low');
  expect(markAfter(marks, null, 'End')?.id).toBe('right');
  expect(markAfter(marks, 'high', 'Tab')).toBeUndefined();
});

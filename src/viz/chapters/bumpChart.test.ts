import { expect, it } from 'vitest';
import { bumpLines } from './bumpChart';

const size = { width: 300, rowHeight: 20, margins: [50, 50] } as const;

it('joins the places of each thing, from its first order to its last', () => {
  const [a, b] = bumpLines(
    [
      ['a', 'b', 'c'],
      ['c', 'a', 'b'],
    ],
    size,
  );
  expect(a?.places).toEqual([0, 1]);
  expect(a?.points).toEqual([
    [50, 10],
    [250, 30],
  ]);
  expect(b?.path).toBe('M50 30C150 30 150 50 250 50');
});

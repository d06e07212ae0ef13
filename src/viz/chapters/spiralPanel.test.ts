import { expect, test } from 'vitest';
import { spiralPanelOf } from './spiralPanel';

test('the farthest point touches the margin, and positive y is up', () => {
  const { ghost, points } = spiralPanelOf(
    [
      { x: 0, y: 0 },
      { x: 0, y: 2 },
    ],
    [{ x: 1, y: 0 }],
    116,
  );
  expect(ghost).toBe('M58,58L58,8');
  expect(points).toEqual([{ x: 83, y: 58 }]);
});

test('the original is drawn smaller when the projection is larger', () => {
  const { ghost } = spiralPanelOf(
    [
      { x: 1, y: 0 },
      { x: 0, y: 1 },
    ],
    [{ x: 5, y: 0 }],
    116,
  );
  expect(ghost).toBe('M68,58L58,48');
});

import { expect, test } from 'vitest';
import { latencyStackOf } from './latencyStack';

const box = { width: 100, height: 40 };
const parts = ['capture', 'inference'] as const;

test('every frame is a column, and every part stands on the one before it', () => {
  const frames = [
    { capture: 1, inference: 3 },
    { capture: 2, inference: 6 },
  ];
  const { bands, yTicks } = latencyStackOf(frames, parts, box);
  expect(yTicks.at(-1)).toEqual({ value: 8, at: 0 });
  expect(bands).toEqual([
    { part: 'capture', path: 'M0,35L50,35L50,30L100,30L100,30L100,40L100,40L50,40L50,40L0,40Z' },
    { part: 'inference', path: 'M0,20L50,20L50,0L100,0L100,0L100,30L100,30L50,30L50,35L0,35Z' },
  ]);
});

test('a single frame fills the box', () => {
  const { bands, xTicks } = latencyStackOf([{ capture: 4, inference: 4 }], parts, box);
  expect(bands[0]?.path).toBe('M0,20L100,20L100,20L100,40L100,40L0,40Z');
  expect(xTicks.map(({ value }) => value)).toEqual([0, 1]);
});

test('without frames there is nothing to draw', () => {
  expect(latencyStackOf<'capture'>([], ['capture'], box).bands).toEqual([{ part: 'capture', path: '' }]);
});

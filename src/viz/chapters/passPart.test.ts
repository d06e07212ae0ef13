import { expect, it } from 'vitest';
import { passPart } from './passPart';

it('has not begun before its part of the pass, and stays done after it', () => {
  expect([0, 0.2, 0.6, 1].map((progress) => passPart(progress, 0.2, 0.6))).toEqual([0, 0, 1, 1]);
});

it('is half done in the middle, and slow at both ends', () => {
  expect(passPart(0.4, 0.2, 0.6)).toBeCloseTo(0.5);
  expect(passPart(0.24, 0.2, 0.6)).toBeLessThan(0.1);
  expect(passPart(0.56, 0.2, 0.6)).toBeGreaterThan(0.9);
});

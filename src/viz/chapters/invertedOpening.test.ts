import { describe, expect, it } from 'vitest';
import { invertedOpening } from './invertedOpening';

const widthsAt = (turn: number) => invertedOpening(turn, 600).bars.map(({ channels }) => channels);

describe('invertedOpening', () => {
  it('turns wide, narrow, wide into narrow, wide, narrow', () => {
    expect(widthsAt(0)).toEqual([144, 24, 24, 144]);
    expect(widthsAt(1)).toEqual([24, 144, 144, 24]);
    expect(new Set(widthsAt(0.5))).toEqual(new Set([84]));
  });

  it('draws channels to one scale', () => {
    for (const turn of [0, 0.3, 1]) {
      const scales = invertedOpening(turn, 600).bars.map(({ half, channels }) => half / channels);
      expect(Math.max(...scales) / Math.min(...scales)).toBeLessThan(1.02);
    }
  });

  it('ends the shortcut at the narrow output, inside the picture', () => {
    for (const width of [280, 620]) {
      const { sum, bars, axis, height } = invertedOpening(1, width);
      expect(sum.x).toBe(bars.at(-1)?.at);
      expect(sum.y).toBeLessThan(axis - (bars.at(-1)?.half ?? 0));
      expect(sum.y).toBeGreaterThan(0);
      expect(axis + Math.max(...bars.map(({ half }) => half))).toBeLessThan(height);
    }
  });
});

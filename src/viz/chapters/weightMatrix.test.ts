import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weightMatrix } from './weightMatrix';

const largest = { inChannels: 384, outChannels: 240, resolution: 56 };
const area = ({ width, height }: { readonly width: number; readonly height: number }): number => width * height;

describe('weightMatrix', () => {
  it('fills a share of 1 / groups of the dense matrix, and never leaves the drawing', () => {
    const convolutions = fc.record({
      inChannels: fc.integer({ min: 1, max: 384 }),
      outChannels: fc.integer({ min: 1, max: 240 }),
      groups: fc.integer({ min: 1, max: 60 }),
      resolution: fc.integer({ min: 1, max: 56 }),
    });
    fc.assert(
      fc.property(convolutions, fc.integer({ min: 280, max: 900 }), (convolution, width) => {
        const { matrix, blocks, map, height } = weightMatrix(convolution, largest, width);
        const filled = blocks.reduce((sum, block) => sum + area(block), 0);
        expect(filled / area(matrix)).toBeCloseTo(1 / convolution.groups, 6);
        for (const { x, y, width: wide, height: high } of [matrix, map, ...blocks]) {
          expect(Math.min(x, y)).toBeGreaterThanOrEqual(-1e-6);
          expect(x + wide).toBeLessThanOrEqual(width + 1e-6);
          expect(y + high).toBeLessThanOrEqual(height);
        }
      }),
    );
  });

  it('draws weights and pixels to one scale at all settings', () => {
    const drawn = (inChannels: number, outChannels: number, groups: number, resolution: number) =>
      weightMatrix({ inChannels, outChannels, groups, resolution }, largest, 560);
    const [small, large] = [drawn(120, 60, 3, 14), drawn(240, 120, 3, 28)];
    expect(area(large.matrix) / area(small.matrix)).toBeCloseTo(4, 9);
    expect(area(large.map) / area(small.map)).toBeCloseTo(4, 9);
  });

  it('puts the blocks on the diagonal', () => {
    const { blocks, matrix } = weightMatrix(
      { inChannels: 240, outChannels: 60, groups: 3, resolution: 28 },
      largest,
      560,
    );
    expect(blocks.map(({ x, y }) => [(x - matrix.x) / matrix.width, (y - matrix.y) / matrix.height])).toEqual([
      [0, 0],
      [expect.closeTo(1 / 3), expect.closeTo(1 / 3)],
      [expect.closeTo(2 / 3), expect.closeTo(2 / 3)],
    ]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shuffleDrawing, shuffleStages, shuffledPositions } from './shuffleDrawing';

const shuffles = fc.record({
  groups: fc.integer({ min: 1, max: 8 }),
  channelsPerGroup: fc.integer({ min: 1, max: 8 }),
});

describe('shuffledPositions', () => {
  it('interleaves the channels of the groups', () => {
    expect(shuffledPositions({ groups: 3, channelsPerGroup: 2 })).toEqual([0, 3, 1, 4, 2, 5]);
  });

  it('is undone by the shuffle with groups and channels per group swapped', () => {
    fc.assert(
      fc.property(shuffles, ({ groups, channelsPerGroup }) => {
        const there = shuffledPositions({ groups, channelsPerGroup });
        const back = shuffledPositions({ groups: channelsPerGroup, channelsPerGroup: groups });
        expect(there.map((position) => back[position])).toEqual(there.map((_, channel) => channel));
      }),
    );
  });

  it('changes nothing with one group or one channel a group', () => {
    expect(shuffledPositions({ groups: 1, channelsPerGroup: 4 })).toEqual([0, 1, 2, 3]);
    expect(shuffledPositions({ groups: 4, channelsPerGroup: 1 })).toEqual([0, 1, 2, 3]);
  });
});

describe('shuffleDrawing', () => {
  it('keeps every channel inside the drawing, and no two in one place', () => {
    fc.assert(
      fc.property(
        shuffles,
        fc.constantFrom(...shuffleStages),
        fc.integer({ min: 700, max: 1400 }),
        (shuffle, stage, width) => {
          const { cells, cell, height } = shuffleDrawing(shuffle, stage, width);
          for (const { x, y } of cells) {
            expect(x).toBeGreaterThanOrEqual(-1e-9);
            expect(x + cell).toBeLessThanOrEqual(width + 1e-9);
            expect(y + cell).toBeLessThanOrEqual(height);
          }
          expect(new Set(cells.map(({ x, y }) => `${x.toFixed(3)} ${y.toFixed(3)}`)).size).toBe(cells.length);
        },
      ),
    );
  });

  it('reads the transposed table row by row into the row below', () => {
    const shuffle = { groups: 3, channelsPerGroup: 4 };
    const table = shuffleDrawing(shuffle, 'transposed', 700).cells;
    const below = shuffleDrawing(shuffle, 'flattened', 700).cells;
    const rowByRow = [...table].sort((a, b) => a.y - b.y || a.x - b.x).map(({ channel }) => channel);
    const leftToRight = [...below].sort((a, b) => a.x - b.x).map(({ channel }) => channel);
    expect(rowByRow).toEqual(leftToRight);
  });
});

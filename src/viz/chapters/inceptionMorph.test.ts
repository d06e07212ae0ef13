import { describe, expect, test } from 'vitest';
import { inceptionSteps } from '../../nets/explorables/inceptionWalk';
import { inceptionMorphOf } from './inceptionMorph';

/** The number of convolutions in a row: runs of present cells that touch. */
function convolutions(step: (typeof inceptionSteps)[number], row: string): number {
  const cells = inceptionMorphOf(step, 560).cells.filter((cell) => cell.row === row && cell.present);
  return cells.filter((cell, index) => {
    const before = cells[index - 1];
    return before === undefined || cell.x - (before.x + before.width) > 1;
  }).length;
}

describe('the walk from Inception to Xception', () => {
  test.each([
    ['inception', 4, 2, 1],
    ['simplified', 3, 3, 0],
    ['shared', 1, 3, 0],
    ['extreme', 1, 12, 0],
  ] as const)('%s has %i pointwise, %i first and %i second 3x3 convolutions', (step, pointwise, spatial, second) => {
    expect([convolutions(step, 'pointwise'), convolutions(step, 'spatial'), convolutions(step, 'spatial2')]).toEqual([
      pointwise,
      spatial,
      second,
    ]);
  });

  test('keeps every cell from step to step, inside the picture', () => {
    const [first, ...others] = inceptionSteps.map((step) => inceptionMorphOf(step, 560));
    for (const morph of others) expect(morph.cells.map(({ id }) => id)).toEqual(first?.cells.map(({ id }) => id));
    for (const { x, width, y, height } of first?.cells ?? []) {
      expect(x + width).toBeLessThanOrEqual((first?.width ?? 0) + 1e-9);
      expect(y + height).toBeLessThanOrEqual(first?.height ?? 0);
    }
  });

  test('has room for a label of 20 px on each of twelve cells of a phone’s picture', () => {
    const cells = inceptionMorphOf('extreme', 308).cells.filter(({ row }) => row === 'spatial');
    for (const { width } of cells) expect(width).toBeGreaterThanOrEqual(20);
  });
});

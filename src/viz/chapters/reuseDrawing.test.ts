import { describe, expect, it } from 'vitest';
import { featureReuse } from '../../nets/explorables/featureReuse';
import { reuseDrawing } from './reuseDrawing';

describe('reuseDrawing', () => {
  it('counts how many channels of each unit remain at the end: half, a quarter, an eighth', () => {
    const { made } = reuseDrawing(featureReuse.graph({ channels: 32, units: 4 }), 640);
    expect(made).toEqual([2, 2, 4, 8, 16]);
  });

  it('has a row for the input and one for each unit, and a wire for every channel between them', () => {
    const { rows, wires, blocks } = reuseDrawing(featureReuse.graph({ channels: 16, units: 3 }), 640);
    expect(rows.map(({ cells }) => cells.length)).toEqual([16, 16, 16, 16]);
    expect([wires.length, blocks.length]).toEqual([48, 3]);
  });

  it.each([300, 360, 900])('stays inside %i px', (width) => {
    const { rows, blocks, cellWidth } = reuseDrawing(featureReuse.graph({ channels: 32, units: 5 }), width);
    for (const { cells } of rows) {
      for (const { x } of cells) {
        expect(x).toBeGreaterThanOrEqual(-1e-6);
        expect(x + cellWidth).toBeLessThanOrEqual(width + 1e-6);
      }
    }
    for (const { x, width: wide } of blocks) expect(x + wide).toBeLessThanOrEqual(width + 1e-6);
  });

  it('sends the left half past the convolutions: those wires start higher', () => {
    const { wires } = reuseDrawing(featureReuse.graph({ channels: 8, units: 1 }), 400);
    const starts = wires.map(({ path }) => Number(/^M[^,]+,([\d.]+)/.exec(path)?.[1]));
    expect(starts.filter((_, channel) => channel % 2 === 0).every((y) => y < (starts[1] ?? 0))).toBe(true);
  });
});

import { expect, test } from 'vitest';
import { columnGaps, networkColumns, networkRows } from './networkColumns';
import { cornerAt, indexAt, placeAt, sizeOf } from './tiling';

/** EfficientNet-Lite0 at 224. */
const stages = [
  [112, 32],
  [112, 16],
  [56, 24],
  [28, 40],
  [14, 80],
  [14, 112],
  [7, 192],
  [7, 320],
  [7, 1280],
].map(([side = 0, channels = 0]) => ({ side, channels }));

test.each([
  [900, 440],
  [760, 300],
])('nine stages fit %d x %d px, and none shows more maps than it has', (width, height) => {
  const columns = networkColumns(stages, width, height);
  const widths = columns.map(({ columns: count, tile }) => count * tile + (count - 1) * columnGaps.tiles);
  expect(widths.reduce((sum, each) => sum + each, 8 * columnGaps.stages)).toBeLessThanOrEqual(width);
  for (const [index, { columns: across, tile, count }] of columns.entries()) {
    expect(count).toBeGreaterThan(0);
    expect(count).toBeLessThanOrEqual(stages[index]?.channels ?? 0);
    const tiling = { columns: across, tile, gap: columnGaps.tiles, mapSize: [7, 7] } as const;
    expect(sizeOf(tiling, count).height).toBeLessThanOrEqual(height);
  }
});

test('on a narrow page each stage is one row', () => {
  for (const { columns, tile, count } of networkRows(stages, 358)) {
    expect(count).toBeLessThanOrEqual(columns);
    expect(columns * (tile + columnGaps.tiles) - columnGaps.tiles).toBeLessThanOrEqual(358);
  }
});

test('a point is in the tile and the value that it lies on', () => {
  const tiling = { columns: 3, tile: 28, gap: 4, mapSize: [7, 7] } as const;
  for (const index of [0, 2, 3, 10]) {
    const { x, y } = cornerAt(tiling, index);
    expect(indexAt(tiling, 11, x + 1, y + 27)).toBe(index);
    expect(placeAt(tiling, index, x + 1, y + 27)).toEqual({ down: 6.5 / 7, across: 0.5 / 7 });
  }
  expect(indexAt(tiling, 11, 200, 1)).toBeNull();
  expect(indexAt(tiling, 11, 80, 100)).toBeNull();
});

import { describe, expect, it } from 'vitest';
import { ribbonOf, ribbonPath } from './ribbon';

const fire = ribbonOf(
  [[96], [16], [64, 64]],
  [
    { id: 'squeeze', from: [0, 0], to: [1, 0] },
    { id: 'expand1x1', from: [1, 0], to: [2, 0] },
    { id: 'expand3x3', from: [1, 0], to: [2, 1] },
  ],
  { width: 412, height: 264 },
);

describe('ribbonOf', () => {
  it('draws all tensors to one scale, the tallest column over the whole height', () => {
    expect(fire.columns.map((column) => column.map(({ height }) => height))).toEqual([[192], [32], [128, 128]]);
    expect(fire.columns[2]?.map(({ y }) => y)).toEqual([0, 136]);
  });

  it('centres the other columns and spreads all over the width', () => {
    expect(fire.columns.map(([bar]) => [bar?.x, bar?.y])).toEqual([
      [0, 36],
      [200, 116],
      [400, 0],
    ]);
  });

  it('lets a layer begin and end at the bars that it joins', () => {
    const [squeeze] = fire.layers;
    expect(squeeze).toMatchObject({ from: { x: 12, top: 36, bottom: 228 }, to: { x: 200, top: 116, bottom: 148 } });
  });
});

describe('ribbonOf, where several layers read one tensor', () => {
  it('gives each its part of the edge', () => {
    const [, ...expand] = fire.layers;
    expect(expand.map(({ from }) => [from.top, from.bottom])).toEqual([
      [116, 132],
      [132, 148],
    ]);
  });
});

describe('ribbonPath', () => {
  const [squeeze] = fire.layers;
  if (squeeze === undefined) throw new Error('no layer');

  it('has no width before the data has come, and reaches the output in the end', () => {
    expect(ribbonPath(squeeze, 0)).toBe('M12,36L12,36V228L12,228Z');
    expect(ribbonPath(squeeze, 1)).toBe('M12,36L200,116V148L12,228Z');
  });

  it('narrows on the way', () => {
    expect(ribbonPath(squeeze, 0.5)).toBe('M12,36L106,76V188L12,228Z');
  });
});

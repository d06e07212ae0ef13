import { expect, test } from 'vitest';
import { builtGraph } from '../../nets/models/model';
import { mobileNetV2 } from '../../nets/models/mobileNetV2';
import { squeezeNet } from '../../nets/models/squeezeNet';
import { stripTilings, stripTensorsOf } from './mapStrip';

const tensors = stripTensorsOf(builtGraph(mobileNetV2));
const tilings = stripTilings(tensors, 184);

test('a strip has one tensor for each size of the map, in the order of the network, and the narrow end of a block', () => {
  expect(tensors.map(({ shape: { height, channels } }) => [height, channels])).toEqual([
    [112, 16],
    [56, 24],
    [28, 32],
    [14, 64],
    [7, 160],
  ]);
});

test('the image itself and what has no map are left out', () => {
  const sizes = stripTensorsOf(builtGraph(squeezeNet)).map(({ shape }) => shape.height);
  expect(sizes).not.toContain(1);
  expect(sizes).not.toContain(224);
});

test('all columns are equally high, and maps halve as they do in the network', () => {
  expect(tilings.map(({ count }) => count)).toEqual([4, 8, 16, 32, 64]);
  for (const { tile, gap, count, columns } of tilings) {
    const rows = count / columns;
    expect(rows * tile + (rows - 1) * gap).toBeCloseTo(184);
  }
});

test('a column draws no more maps than there are', () => {
  expect(stripTilings([{ shape: { height: 112, width: 112, channels: 3 } }], 184)[0]?.count).toBe(3);
});

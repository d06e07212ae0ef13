import { expect, test } from 'vitest';
import { costOf } from '../../nets/readings/cost';
import { countedSoFar, layerPixel, layerValues, photoKinds, photoLayer, readChannels } from './photoKernels';

const side = 8;

test.each(photoKinds)('the last position of the %s layer has counted what the cost reading counts', (kind) => {
  for (const stride of [1, 2]) {
    for (const isPadded of [true, false]) {
      const layer = photoLayer(kind, { side, stride, isPadded });
      const { positions, soFar, all } = countedSoFar(layer, Infinity);
      expect(soFar).toBe(costOf(layer.graph).macs);
      expect(all).toBe(soFar);
      expect(positions).toBe(layer.node.shape.height * layer.node.shape.width);
    }
  }
});

test.each([
  ['standard', 27, 3],
  ['depthwise', 9, 1],
  ['pointwise', 3, 3],
  ['grouped', 18, 2],
] as const)('a value of the %s layer takes %i multiply-adds and reads %i channels', (kind, macs, channels) => {
  const layer = photoLayer(kind, { side, stride: 1, isPadded: true });
  expect(countedSoFar(layer, 0).perValue).toBe(macs);
  expect(readChannels(layer, 0)).toHaveLength(channels);
  const map = {
    shape: [side, side, layer.node.inputs[0]?.shape.channels ?? 0] as const,
    values: new Float64Array(512),
  };
  expect(layerPixel(layer, map, { row: 3, column: 3, channel: 0 }).terms).toHaveLength(macs);
});

test('the filters over a grey photo find its edge', () => {
  const layer = photoLayer('standard', { side, stride: 1, isPadded: true });
  // Dark above, light below.
  const values = Float64Array.from({ length: side * side * 3 }, (_, at) => (at < (side * side * 3) / 2 ? 0 : 1));
  const { values: filtered } = layerValues(layer, { shape: [side, side, 3], values });
  const at = (row: number, channel: number): number => filtered[(row * side + 4) * 4 + channel] ?? NaN;
  expect([at(4, 0), at(4, 1), at(2, 0)].map((value) => Number(value.toFixed(5)))).toEqual([4, 0, 0]);
  expect(at(6, 3)).toBeCloseTo(1);
});

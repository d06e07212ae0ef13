import { describe, expect, test } from 'vitest';
import { channelOf, valueOf } from '../arithmetic/mapValues';
import { channelNumbers } from './channelNumbers';
import { distinctMaps, heldMaps } from './distinctMaps';
import { histogramOf } from './histogram';
import { reducedMap, reductionOf } from './reducedMap';
import { magnitudeLimit, mapLimit } from './scaleLimit';
import { buffersOf, seenTensor, type TensorView } from './tensorView';

const view: TensorView = { id: 'layer', maps: { pick: 'all' }, side: 28, exact: null };

/** Channel 0 is a ramp from -1 to 1, channel 1 is silent, channel 2 is 6 on its lower half. */
function tensorOf(side: number) {
  const values = Float32Array.from({ length: side * side * 3 }, (_, at) => {
    const pixel = Math.floor(at / 3);
    if (at % 3 === 0) return -1 + (2 * pixel) / (side * side - 1);
    return at % 3 === 1 || pixel < (side * side) / 2 ? 0 : 6;
  });
  return { shape: [side, side, 3] as const, values };
}

describe('a tensor that is looked at', () => {
  test('is a few numbers for each channel, and maps reduced to what the screen needs, in a byte a value', () => {
    const seen = seenTensor(tensorOf(112), view);
    expect(seen.maps).toMatchObject({ channels: [0, 1, 2], height: 28, width: 28 });
    expect([...seen.numbers.zeros]).toEqual([0, 1, 0.5]);
    expect([...seen.numbers.sixes]).toEqual([0, 0, 0.5]);
    expect([...seen.numbers.greatest]).toEqual([1, 0, 6]);
    expect(seen.numbers.deviation[0]).toBeCloseTo(2 / Math.sqrt(12), 3);
    const bytes = buffersOf(seen).reduce((sum, { byteLength }) => sum + byteLength, 0);
    expect(bytes).toBeLessThan(3 * 28 * 28 + 200);
  });

  test('has maps that a byte gives back within half a step, up to their limit', () => {
    const tensor = tensorOf(14);
    const { maps } = seenTensor(tensor, view);
    const map = channelOf(tensor, 0);
    const limit = maps.limits[0] ?? NaN;
    for (const [at, value] of map.entries()) {
      const shown = ((maps.values[at] ?? NaN) * limit) / 127;
      expect(Math.abs(shown - Math.min(Math.max(value, -limit), limit))).toBeLessThanOrEqual(limit / 127 / 2 + 1e-6);
    }
  });

  test('is exact where it is computed with, in the channels that are read', () => {
    const tensor = tensorOf(7);
    const { exact, maps } = seenTensor(tensor, { ...view, maps: { pick: 'none' }, exact: { from: 1, end: 3 } });
    expect(maps.channels).toEqual([]);
    expect(exact?.values.length).toBe(7 * 7 * 2);
    expect(exact && channelOf(exact, 2)).toEqual(channelOf(tensor, 2));
  });

  test('is exact around one place alone, where no more is asked for', () => {
    const tensor = tensorOf(7);
    const patch = { rows: { from: 2, end: 5 }, columns: { from: 4, end: 7 } };
    const { exact } = seenTensor(tensor, { ...view, maps: { pick: 'none' }, exact: { from: 1, end: 3 }, patch });
    expect(exact?.values.length).toBe(3 * 3 * 2);
    expect(exact && valueOf(exact, 4, 6, 2)).toBe(valueOf(tensor, 4, 6, 2));
    expect(exact && valueOf(exact, 4, 3, 2)).toBeNaN();
    expect(exact && valueOf(exact, 4, 7, 2)).toBe(0);
  });

  test('is exact where it is a vector', () => {
    const vector = { shape: [1, 1, 2] as const, values: [3, -4] };
    expect(seenTensor(vector, view)).toMatchObject({
      maps: { channels: [] },
      exact: { values: Float32Array.of(3, -4) },
    });
  });

  test('shows the strongest maps of many, and keeps those on the screen while they are', () => {
    const strongest = (shown: readonly number[]) =>
      seenTensor(tensorOf(14), { ...view, maps: { pick: 'strongest', count: 1, shown } }).maps.channels;
    expect(strongest([])).toEqual([2]);
    expect(strongest([2])).toEqual([2]);
    expect(strongest([1])).toEqual([2]);
  });
});

test('a map is reduced by a whole factor that divides it, to at most 96 values a side', () => {
  expect([112, 56, 28, 55, 111, 224, 97].map((side) => reductionOf([side, side], 28))).toEqual([4, 2, 1, 1, 3, 8, 2]);
  expect(reductionOf([224, 224], 224)).toBe(1);
  expect([...Array.from(reducedMap([1, 3, 5, 1, 3, 8], [2, 3], 2))]).toEqual([2, 6.5]);
});

test('values are counted in quarters from -8 to 8, and beyond in the last', () => {
  const { counts } = histogramOf([-100, 0, 0.1, 7.9, 3e5]);
  expect([counts[0], counts[32], counts[63]]).toEqual([1, 2, 2]);
});

test('inputs of ReLU that reach far are counted as far, so that they do not all lie at the ends', () => {
  expect(histogramOf([-700, -1, 300], 'reach', 700)).toMatchObject({ from: -1024, to: 1024 });
  expect(histogramOf([-12, 9], 'reach', 12)).toMatchObject({ from: -8, to: 8 });
  expect(histogramOf([-700, 300], 'bends', 700)).toMatchObject({ from: -8, to: 8 });
});

test('the limit leaves out single extreme values, and a flat map is dim beside its layer', () => {
  const values = Array.from({ length: 1000 }, (_, at) => (at === 0 ? 1000 : 1));
  expect(magnitudeLimit(values)).toBe(1);
  expect(mapLimit([0.01, -0.01], 1)).toBeCloseTo(0.2);
  expect(mapLimit([], 0)).toBe(0);
});

test('the limit of a kernel is its largest weight: of few values none is left out', () => {
  expect(magnitudeLimit([0.1, -0.9, 0.3, 0, 0, 0.2, 0.1, 0, 0.5])).toBe(0.9);
  expect(magnitudeLimit([-2])).toBe(2);
  expect(magnitudeLimit(Array.from({ length: 49 }, (_, at) => (at === 24 ? -7 : 1)))).toBe(7);
});

describe('the maps to show', () => {
  const wave = (of: (at: number) => number) => Array.from({ length: 64 }, (_, at) => of(at));
  const maps = [
    wave((at) => 10 * Math.sin(at)),
    wave((at) => 9 * Math.sin(at) + 3), // a copy of the first
    wave((at) => 5 * Math.cos(3 * at)),
    wave(() => 50), // flat
  ];
  const { deviation } = channelNumbers(
    Array.from({ length: 256 }, (_, at) => maps[at % 4]?.[Math.floor(at / 4)] ?? NaN),
    4,
  );
  const chosen = (count: number) => distinctMaps(deviation, (at) => maps[at] ?? [], count);

  test('vary over the picture, and are no copies of each other', () => {
    expect(chosen(2)).toEqual([0, 2]);
  });

  test('are all maps where there are not more', () => {
    expect([...chosen(9)].sort()).toEqual([0, 1, 2, 3]);
  });

  test('stay while they show nearly as much as a fresh choice', () => {
    expect(heldMaps([1, 2], [0, 2], deviation)).toEqual([1, 2]);
    expect(heldMaps([2, 3], [0, 2], deviation)).toEqual([0, 2]);
  });
});

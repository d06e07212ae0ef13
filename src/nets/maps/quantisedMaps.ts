import { reducedMap, reductionOf } from './reducedMap';

/** Maps of one size to look at: reduced, and each in steps of 1/127 of its limit. */
export type QuantisedMaps = {
  /** Of each map. */
  readonly height: number;
  readonly width: number;
  /** One map after another, row by row: -127 to 127. */
  readonly values: Int8Array<ArrayBuffer>;
  /** The magnitude that 127 stands for, for each map; 0 for one without values. */
  readonly limits: Float32Array;
};

/** The steps from zero to a map's limit. */
export const quantum = 127;

/** A map as it was computed, row by row, and the magnitude of its strongest colour. */
export type LimitedMap = { readonly values: ArrayLike<number>; readonly limit: number };

/**
 * @param size of the maps as they are
 * @param side values a side that they need; they are reduced as long as they have so many, and always to at most 96
 */
export function quantisedMaps(
  maps: readonly LimitedMap[],
  size: readonly [height: number, width: number, ...rest: readonly number[]],
  side: number,
): QuantisedMaps {
  const factor = reductionOf(size, side);
  const [height, width] = [Math.ceil(size[0] / factor), Math.ceil(size[1] / factor)];
  const values = new Int8Array(maps.length * height * width);
  const limits = new Float32Array(maps.length);
  for (const [index, { values: map, limit }] of maps.entries()) {
    limits[index] = limit;
    if (limit === 0) continue;
    const reduced = reducedMap(map, size, factor);
    for (let at = 0; at < reduced.length; at += 1) {
      const step = Math.round((quantum * (reduced[at] ?? 0)) / limit);
      values[index * height * width + at] = Math.min(Math.max(step, -quantum), quantum);
    }
  }
  return { height, width, values, limits };
}

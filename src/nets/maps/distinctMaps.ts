/** One channel of a tensor, row by row. */
export type Channel = ArrayLike<number>;

/** Maps beyond are weaker than those, and never taken before these run out, so that no copies need to be looked for. */
const compared = 64;

/**
 * The maps to show of many: those that vary most over the picture, each made to differ from those taken before. Takes the map
 * with the largest deviation x (1 - r²), where r is its largest correlation with those that are taken. It does not find what
 * matters for the label.
 * @param deviations the standard deviation of each map
 * @param mapOf gives one of them, row by row
 * @returns their indices, the strongest first
 */
export function distinctMaps(
  deviations: ArrayLike<number>,
  mapOf: (index: number) => Channel,
  count: number,
): readonly number[] {
  const deviationOf = (at: number): number => deviations[at] ?? 0;
  const ranked = Array.from(deviations, (_, at) => at)
    .sort((a, b) => deviationOf(b) - deviationOf(a))
    .slice(0, Math.max(compared, count));
  const centred = new Map(ranked.map((at) => [at, centredOf(mapOf(at))]));
  const explained = new Map(ranked.map((at) => [at, 0]));
  const left = new Set(ranked);
  const taken: number[] = [];
  while (taken.length < Math.min(count, ranked.length)) {
    const worth = (at: number): number => deviationOf(at) * (1 - (explained.get(at) ?? 0));
    const best = [...left].reduce((a, b) => (worth(b) > worth(a) ? b : a));
    taken.push(best);
    left.delete(best);
    for (const at of left) {
      const shared = correlation(centred.get(at), centred.get(best)) ** 2;
      explained.set(at, Math.max(explained.get(at) ?? 0, shared));
    }
  }
  return taken;
}

/** A fresh choice replaces the maps on the screen only where they show less than this part of its deviation. */
const worthKeeping = 0.9;

/** The maps on the screen as long as they are nearly as good as a fresh choice, else the fresh choice: no map comes and goes. */
export function heldMaps(
  shown: readonly number[],
  fresh: readonly number[],
  deviations: ArrayLike<number>,
): readonly number[] {
  const deviationOf = (set: readonly number[]): number => set.reduce((sum, at) => sum + (deviations[at] ?? 0), 0);
  return shown.length === fresh.length && deviationOf(shown) >= worthKeeping * deviationOf(fresh) ? shown : fresh;
}

/** A map less its mean, and its length as a vector. */
type Centred = { readonly values: Float64Array; readonly norm: number };

function centredOf(channel: Channel): Centred {
  const values = Float64Array.from(channel);
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  for (let at = 0; at < values.length; at += 1) values[at] = (values[at] ?? 0) - mean;
  return { values, norm: Math.sqrt(dot(values, values)) };
}

function correlation(a: Centred | undefined, b: Centred | undefined): number {
  if (a === undefined || b === undefined || a.norm === 0 || b.norm === 0) return 0;
  return dot(a.values, b.values) / (a.norm * b.norm);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}

import { mean } from 'd3-array';

/** One channel of a tensor, row by row. */
export type Channel = ArrayLike<number>;

/**
 * The maps to show of many: those that vary most over the picture, each made to differ from those taken before. Takes the map
 * with the largest deviation x (1 - r²), where r is its largest correlation with those that are taken. It does not find what
 * matters for the label.
 * @returns their indices, the strongest first
 */
export function distinctMaps(maps: readonly Channel[], count: number): readonly number[] {
  const centred = maps.map(centredOf);
  // Copies of weak maps need no comparing: those beyond are never taken before these run out.
  const ranked = [...centred.keys()]
    .sort((a, b) => (centred[b]?.deviation ?? 0) - (centred[a]?.deviation ?? 0))
    .slice(0, Math.max(64, count));
  const explained = new Map(ranked.map((at) => [at, 0]));
  const taken: number[] = [];
  while (taken.length < Math.min(count, ranked.length)) {
    const left = ranked.filter((at) => !taken.includes(at));
    const worth = (at: number): number => (centred[at]?.deviation ?? 0) * (1 - (explained.get(at) ?? 0));
    const best = left.reduce((a, b) => (worth(b) > worth(a) ? b : a));
    taken.push(best);
    for (const at of left)
      explained.set(at, Math.max(explained.get(at) ?? 0, correlation(centred[at], centred[best]) ** 2));
  }
  return taken;
}

/** A fresh choice replaces the maps on the screen only where they show less than this part of its deviation. */
const worthKeeping = 0.9;

/** The maps on the screen as long as they are nearly as good as a fresh choice, else the fresh choice: no map comes and goes. */
export function heldMaps(
  shown: readonly number[],
  fresh: readonly number[],
  maps: readonly Channel[],
): readonly number[] {
  const deviationOf = (set: readonly number[]): number =>
    set.reduce((sum, at) => sum + (maps[at] === undefined ? 0 : centredOf(maps[at]).deviation), 0);
  return shown.length === fresh.length && deviationOf(shown) >= worthKeeping * deviationOf(fresh) ? shown : fresh;
}

type Centred = { readonly values: Float64Array; readonly deviation: number };

function centredOf(channel: Channel): Centred {
  const middle = mean(Array.from(channel)) ?? 0;
  const values = Float64Array.from(channel, (value) => value - middle);
  return { values, deviation: Math.sqrt(dot(values, values) / Math.max(1, values.length)) };
}

function correlation(a: Centred | undefined, b: Centred | undefined): number {
  if (a === undefined || b === undefined || a.deviation === 0 || b.deviation === 0) return 0;
  return dot(a.values, b.values) / (a.values.length * a.deviation * b.deviation);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}

/** Chooses maps of several tensors, frame after frame, and remembers what it chose for each `key`. */
export type MapChooser = (key: string, maps: readonly Channel[], count: number) => readonly number[];

export function mapChooser(): MapChooser {
  const shown = new Map<string, readonly number[]>();
  return (key, maps, count) => {
    const fresh = distinctMaps(maps, count);
    const chosen = heldMaps(shown.get(key) ?? [], fresh, maps);
    shown.set(key, chosen);
    return chosen;
  };
}

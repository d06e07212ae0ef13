import type { ChartPoint } from '../charts/paths';

/**
 * Rounds to the nearest of the 2^bits values that lie evenly from 0 to `largest`, both included, as unsigned fixed-point
 * numbers of a quantised network do (Jacob et al., arXiv:1712.05877, section 2.1).
 */
export function quantised(value: number, largest: number, bits: number): number {
  const step = stepOf(largest, bits);
  return Math.round(Math.min(Math.max(value, 0), largest) / step) * step;
}

/** The distance between two neighbours of those values; rounding is off by half of it at most. */
export function stepOf(largest: number, bits: number): number {
  return largest / (2 ** bits - 1);
}

/** x -> quantised(x) on [from, to] as the corners of its stairs; `largest` may be inside. */
export function stairPoints(
  { largest, bits }: { readonly largest: number; readonly bits: number },
  [from, to]: readonly [number, number],
): readonly ChartPoint[] {
  const step = stepOf(largest, bits);
  const corners: ChartPoint[] = [{ x: from, y: quantised(from, largest, bits) }];
  for (let index = 0; index < 2 ** bits - 1; index += 1) {
    const x = (index + 0.5) * step;
    if (x <= from) continue;
    if (x >= to) break;
    corners.push({ x, y: index * step }, { x, y: (index + 1) * step });
  }
  return [...corners, { x: to, y: corners.at(-1)?.y ?? 0 }];
}

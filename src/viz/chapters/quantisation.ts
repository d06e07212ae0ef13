import type { ChartPoint } from '../charts/paths';

/**
 * The nearest of 2^bits evenly spaced values from 0 to `largest` inclusive, the unsigned fixed-point numbers of a quantised
 * network (Jacob et al., arXiv:1712.05877, section 2.1).
 */
export function quantised(value: number, largest: number, bits: number): number {
  const step = stepOf(largest, bits);
  return Math.round(Math.min(Math.max(value, 0), largest) / step) * step;
}

/** The distance between neighbouring values; the rounding error is at most half of it. */
export function stepOf(largest: number, bits: number): number {
  return largest / (2 ** bits - 1);
}

/** The corners of the staircase x -> quantised(x) on [from, to]; `largest` may be inside the interval. */
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

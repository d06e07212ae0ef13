import { sum } from 'd3-array';

/** A part of a strip at its place, px. */
export type StripPart = { readonly id: string; readonly x: number; readonly width: number };

const gap = 1;

/**
 * Parts side by side along `width` px, each as wide as its share of all weights, one pixel apart. Without any weight, all are
 * equally wide.
 */
export function heatStrip(
  parts: readonly { readonly id: string; readonly weight: number }[],
  width: number,
): readonly StripPart[] {
  const total = sum(parts, ({ weight }) => weight);
  let x = 0;
  return parts.map(({ id, weight }) => {
    const share = width * (total === 0 ? 1 / parts.length : weight / total);
    const part = { id, x, width: Math.max(0.5, share - gap) };
    x += share;
    return part;
  });
}

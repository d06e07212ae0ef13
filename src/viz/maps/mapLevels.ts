import { signedColour, type Ground } from './signedRamp';

/** All pixels of a map with the same shade, as one path of unit squares. The colour is a CSS colour of both grounds. */
export type MapLevel = { readonly colour: string; readonly path: string };

const levels = 16;

/**
 * A small square map without negative values as paths, a path a shade of the signed scale, so that an SVG draws it sharp at any
 * size. `values` are row by row, 0 to 1; a pixel is 1 x 1, and neighbours of a row with the same shade are joined.
 */
export function mapLevels(values: readonly number[], side: number): readonly MapLevel[] {
  const paths = new Map<number, string>();
  const shades = values.map((value) => Math.round(Math.min(Math.max(value, 0), 1) * (levels - 1)));
  for (let at = 0; at < shades.length;) {
    const rowEnd = (Math.floor(at / side) + 1) * side;
    let end = at + 1;
    while (end < rowEnd && shades[end] === shades[at]) end += 1;
    const shade = shades[at] ?? 0;
    const run = `M${at % side} ${Math.floor(at / side)}h${end - at}v1h${at - end}z`;
    paths.set(shade, (paths.get(shade) ?? '') + run);
    at = end;
  }
  return [...paths].map(([shade, path]) => ({ colour: colourOf(shade / (levels - 1)), path }));
}

function colourOf(share: number): string {
  const on = (ground: Ground): string => `rgb(${signedColour(share, ground).join(' ')})`;
  return `light-dark(${on('light')}, ${on('dark')})`;
}

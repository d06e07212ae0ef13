/** A tensor as a bar as high as it has channels, px. */
export type RibbonBar = {
  readonly channels: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** A layer between two tensors: from the right edge of one bar to the left edge of the other, px. */
export type RibbonLayer = {
  readonly id: string;
  readonly from: Edge;
  readonly to: Edge;
  readonly middle: { readonly x: number; readonly y: number };
};

/** An upright line. */
type Edge = { readonly x: number; readonly top: number; readonly bottom: number };

/** Which tensors a layer joins: their columns and their places in them, from 0. */
export type RibbonLink = {
  readonly id: string;
  readonly from: readonly [column: number, place: number];
  readonly to: readonly [column: number, place: number];
};

export type Ribbon = { readonly columns: readonly (readonly RibbonBar[])[]; readonly layers: readonly RibbonLayer[] };

type RibbonSize = { readonly width: number; readonly height: number };

const barWidth = 12;
const gap = 8;

/**
 * A block from left to right: tensors as bars to one scale, those of a column above each other, and layers as the shapes
 * between them. The tallest column has the whole height; every column is centred.
 */
export function ribbonOf(
  channels: readonly (readonly number[])[],
  links: readonly RibbonLink[],
  { width, height }: RibbonSize,
): Ribbon {
  const heightPerChannel = Math.min(
    ...channels.map((column) => (height - gap * (column.length - 1)) / column.reduce((sum, count) => sum + count, 0)),
  );
  const step = (width - barWidth) / Math.max(1, channels.length - 1);
  const columns = channels.map((column, index) => {
    const heights = column.map((count) => Math.max(1, count * heightPerChannel));
    const total = heights.reduce((sum, each) => sum + each, 0) + gap * (column.length - 1);
    return column.map((count, place) => ({
      channels: count,
      x: index * step,
      y: (height - total) / 2 + heights.slice(0, place).reduce((sum, each) => sum + each + gap, 0),
      width: barWidth,
      height: heights[place] ?? 0,
    }));
  });
  const layers = links.flatMap((link) => {
    const { id, from, to } = link;
    const [start, end] = [columns[from[0]]?.[from[1]], columns[to[0]]?.[to[1]]];
    const readers = links.filter((other) => other.from[0] === from[0] && other.from[1] === from[1]);
    const part = { index: readers.indexOf(link), of: readers.length };
    return start === undefined || end === undefined ? [] : [layerBetween(id, start, end, part)];
  });
  return { columns, layers };
}

type Part = { readonly index: number; readonly of: number };

/** Layers that read the same tensor share its edge, so that they do not cover each other. */
function layerBetween(id: string, start: RibbonBar, end: RibbonBar, { index, of }: Part): RibbonLayer {
  const share = start.height / of;
  const from = { x: start.x + start.width, top: start.y + index * share, bottom: start.y + (index + 1) * share };
  const to = { x: end.x, top: end.y, bottom: end.y + end.height };
  const middle = { x: (from.x + to.x) / 2, y: (from.top + from.bottom + to.top + to.bottom) / 4 };
  return { id, from, to, middle };
}

/** The outline of a layer as far as the data has come through it: a share, 0 to 1, from its input. */
export function ribbonPath({ from, to }: RibbonLayer, share: number): string {
  const at = (start: number, end: number): number => Math.round((start + (end - start) * share) * 10) / 10;
  const [x, top, bottom] = [at(from.x, to.x), at(from.top, to.top), at(from.bottom, to.bottom)];
  return `M${from.x},${from.top}L${x},${top}V${bottom}L${from.x},${from.bottom}Z`;
}

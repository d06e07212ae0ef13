import type { Graph, Node } from '../../nets/graph';
import type { MapSheet } from './mapSheet';

const mostColumns = 5;
const gutter = 2;

/** The tensors that a strip of maps shows: for each size of the map, the last of the narrowest; the smallest five sizes. */
export function stripTensorsOf({ nodes }: Pick<Graph, 'nodes'>): readonly Node[] {
  const ofSize = new Map<number, Node>();
  for (const node of nodes) {
    const { height, channels } = node.shape;
    const narrowest = ofSize.get(height);
    const isNarrow = narrowest === undefined || channels <= narrowest.shape.channels;
    if (node.op.kind !== 'input' && height > 1 && isNarrow) ofSize.set(height, node);
  }
  return [...ofSize.values()].slice(-mostColumns);
}

/**
 * The first maps of each tensor in two columns, all equally high: 2 rows of the largest maps, 4 of the next, and so on, as
 * their sizes halve. CSS px.
 */
export function stripSheetsOf(
  tensors: readonly Pick<Node, 'shape'>[],
  height: number,
): readonly (MapSheet & { readonly count: number })[] {
  return tensors.map(({ shape }, index) => {
    const rows = 2 ** (index + 1);
    const cell = (height - (rows - 1) * gutter) / rows;
    const columns = 2;
    const count = Math.min(columns * rows, shape.channels);
    return { columns, cellWidth: cell, cellHeight: cell, gutter, width: columns * cell + gutter, height, count };
  });
}

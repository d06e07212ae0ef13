import type { Graph, Node } from '../../nets/graph';
import type { Tiling } from './tiling';

const mostColumns = 5;
const gap = 2;

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
 * Maps of each tensor in two columns, all equally high: 2 rows of the largest maps, 4 of the next, and so on, as their sizes
 * halve. CSS px.
 */
export function stripTilings(
  tensors: readonly Pick<Node, 'shape'>[],
  height: number,
): readonly (Tiling & { readonly count: number })[] {
  return tensors.map(({ shape }, index) => {
    const rows = 2 ** (index + 1);
    const columns = 2;
    return {
      ...{ columns, gap, tile: (height - (rows - 1) * gap) / rows, mapSize: [shape.height, shape.width] },
      count: Math.min(columns * rows, shape.channels),
    };
  });
}

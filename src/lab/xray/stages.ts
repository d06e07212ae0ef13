import type { Graph, Node } from '../../nets/graph';
import type { Cost } from '../../nets/readings/cost';
import { partsOf } from '../../nets/readings/parts';
import { blockPaths } from './place';

/** A stretch of a network as the strip shows it, and what it costs. */
export type XrayStage = {
  /** The first segment of its nodes' ids, and of its last nodes'. */
  readonly name: string;
  readonly lastName: string;
  /** The last tensor of it that is still a map. */
  readonly maps: Node;
  /** Ids of its nodes. */
  readonly ids: ReadonlySet<string>;
  /** Its blocks, in execution order. */
  readonly blocks: readonly string[];
  /** Fractions of the whole network. */
  readonly macsShare: number;
  readonly memoryShare: number;
};

/** The stages of a network that pass on maps. What only has vectors, as a classifier, belongs to none. */
export function stagesOf(graph: Graph, { layers, macs, memoryAccess }: Cost): readonly XrayStage[] {
  return partsOf(graph).flatMap(({ name, lastName, nodes }) => {
    const maps = nodes.findLast(({ op, shape }) => op.kind !== 'input' && shape.height * shape.width > 1);
    if (maps === undefined) return [];
    const ids = new Set(nodes.map(({ id }) => id));
    const own = layers.filter(({ node }) => ids.has(node.id));
    return {
      ...{ name, lastName, maps, ids },
      blocks: blockPaths(graph).filter((path) => nodes.some(({ id }) => id === path || id.startsWith(`${path}.`))),
      macsShare: own.reduce((sum, layer) => sum + layer.macs, 0) / macs,
      memoryShare: own.reduce((sum, layer) => sum + layer.memoryAccess, 0) / memoryAccess,
    };
  });
}

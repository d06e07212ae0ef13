import type { Graph, Node } from '../../nets/graph';
import { consumersOf, valueAt } from '../../nets/graph';
import { opDrawings } from './opDrawing';

/** A box of the diagram: a node, and the norms and activations folded into it as badges. */
export type DiagramBox = {
  readonly node: Node;
  readonly badges: readonly Node[];
  /** The tensor that leaves the box: that of its last badge. */
  readonly result: Node;
  readonly inputs: readonly DiagramBox[];
};

/**
 * The boxes of a graph in execution order. With `folded`, a norm or activation becomes a badge of the box before it when
 * nothing else reads the map between them; otherwise every node gets a box.
 */
export function diagramBoxesOf(graph: Graph, folded: boolean): readonly DiagramBox[] {
  const consumers = consumersOf(graph);
  const boxOf = new Map<Node, DiagramBox>();
  const hosts: Node[] = [];
  const badges = new Map<Node, Node[]>();
  const hostOf = new Map<Node, Node>();
  for (const node of graph.nodes) {
    const [only] = node.inputs;
    const host = only === undefined ? undefined : hostOf.get(only);
    const alone = only !== undefined && consumers.get(only.id)?.length === 1;
    if (folded && host !== undefined && alone && fitsOn(node, host)) {
      badges.get(host)?.push(node);
      hostOf.set(node, host);
    } else {
      hosts.push(node);
      badges.set(node, []);
      hostOf.set(node, node);
    }
  }
  for (const node of hosts) {
    const own = badges.get(node) ?? [];
    const inputs = node.inputs.map((input) => valueAt(boxOf, valueAt(hostOf, input)));
    boxOf.set(node, { node, badges: own, result: own.at(-1) ?? node, inputs });
  }
  return hosts.map((node) => valueAt(boxOf, node));
}

function fitsOn(badge: Node, host: Node): boolean {
  return opDrawings[badge.op.kind].form === 'pill' && opDrawings[host.op.kind].carriesBadges;
}

import { input } from './build';
import type { Graph, Node } from './graph';
import { graphOf } from './graph';

/**
 * The part of a graph under one path, as its own graph with the same ids: the tensor that it reads from outside becomes its
 * input. Undefined if the part has several inputs or outputs, and so is no block.
 */
export function subgraphOf(graph: Graph, path: string): Graph | undefined {
  const inside = graph.nodes.filter((node) => isUnder(node.id, path));
  const members = new Set(inside);
  const [outside, ...others] = new Set(inside.flatMap(({ inputs }) => inputs.filter((node) => !members.has(node))));
  const last = inside.at(-1);
  if (outside === undefined || others.length > 0 || last === undefined) return undefined;
  const start = input(outside.shape);
  const copies = new Map<Node, Node>([[outside, start]]);
  for (const node of inside) {
    const inputs = node.inputs.flatMap((from) => copies.get(from) ?? []);
    copies.set(node, { ...node, inputs });
  }
  const output = copies.get(last);
  if (output === undefined) return undefined;
  const part = graphOf(output);
  return part.nodes.length === inside.length + 1 ? part : undefined;
}

/** Whether a node's id equals the path or extends it. */
function isUnder(id: string, path: string): boolean {
  return id === path || id.startsWith(`${path}.`);
}

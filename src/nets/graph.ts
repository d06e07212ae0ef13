import type { Op, OpKind, Shape } from './op';

/**
 * One value of a network: the op that makes it, what that op reads, and its shape. `id` is a path such as
 * `fire2.squeeze.conv`: the weight's name, the Python module's name, the diagram's grouping and the test's label.
 */
export type Node = {
  readonly id: string;
  readonly op: Op;
  readonly inputs: readonly Node[];
  readonly shape: Shape;
};

/** A network or a block: every node that `output` needs, in execution order (the first input's branch first). */
export type Graph = { readonly input: Node; readonly output: Node; readonly nodes: readonly Node[] };

/** A declaration that cannot be built. The message reads `where: what (got, wanted)`. */
export class GraphError extends Error {
  override readonly name = 'GraphError';
}

/** An interpretation of a graph: one case per op kind, so that the compiler lists every reading that a new op lacks. */
export type Reading<R> = {
  readonly [K in OpKind]: (op: Op<K>, node: Node, inputs: readonly R[]) => R;
};

/** Interprets every node in execution order and returns the results by node id. */
export function read<R>(graph: Graph, reading: Reading<R>): ReadonlyMap<string, R> {
  const results = new Map<string, R>();
  for (const node of graph.nodes) {
    const inputs = node.inputs.map((input) => valueAt(results, input.id));
    results.set(node.id, readOp(reading, node.op, node, inputs));
  }
  return results;
}

/**
 * The graph that ends in `output`.
 * @throws GraphError when two nodes share an id, or when there is not exactly one input node.
 */
export function graphOf(output: Node): Graph {
  const nodes = executionOrder(output);
  const ids = new Set<string>();
  for (const node of nodes) {
    if (ids.has(node.id)) throw new GraphError(`${node.id}: two nodes have this id`);
    ids.add(node.id);
  }
  const [input, ...others] = nodes.filter((node) => node.op.kind === 'input');
  if (input === undefined || others.length > 0) {
    throw new GraphError(`${output.id}: graph has ${String(others.length + (input ? 1 : 0))} input nodes (wanted 1)`);
  }
  return { input, output, nodes };
}

/** The node that a one-input op reads. */
export function inputOf(node: Node): Node {
  const [input] = node.inputs;
  if (input === undefined) throw new GraphError(`${node.id}: ${node.op.kind} has no input`);
  return input;
}

/** The nodes that read each node, by id; none read the output. */
export function consumersOf(graph: Graph): ReadonlyMap<string, readonly Node[]> {
  const consumers = new Map<string, Node[]>(graph.nodes.map((node) => [node.id, []]));
  for (const node of graph.nodes) for (const input of node.inputs) consumers.get(input.id)?.push(node);
  return consumers;
}

/** `map.get(key)` for keys that exist by construction. */
export function valueAt<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key);
  if (value === undefined) throw new GraphError(`${String(key)}: not in the graph`);
  return value;
}

function readOp<R, K extends OpKind>(reading: Reading<R>, op: Op<K>, node: Node, inputs: readonly R[]): R {
  return reading[op.kind](op, node, inputs);
}

/** Depth first, so that a branch is finished before the next begins; iterative, because networks are deep. */
function executionOrder(output: Node): readonly Node[] {
  const ordered: Node[] = [];
  const done = new Set<Node>();
  const pending: Node[] = [output];
  for (let node = pending.at(-1); node !== undefined; node = pending.at(-1)) {
    const next = done.has(node) ? undefined : node.inputs.find((input) => !done.has(input));
    if (next !== undefined) {
      pending.push(next);
      continue;
    }
    pending.pop();
    if (done.has(node)) continue;
    done.add(node);
    ordered.push(node);
  }
  return ordered;
}

import { hasTrait, type ComputedKind, type Op } from '../../nets/op';
import type { Graph, Node } from '../../nets/graph';
import { consumersOf, valueAt } from '../../nets/graph';

/** Activations that a convolution can apply to its result before storing it. */
export type FusedActivation = 'relu' | 'relu6' | 'sigmoid';

/** One call of the replay: an op, and the activation fused into it. */
export type PlanStep = {
  /** The node of the op. */
  readonly node: Node;
  readonly op: Op<ComputedKind>;
  readonly fused: FusedActivation | null;
  /** The node of the resulting value: `node`, or its fused activation. */
  readonly result: Node;
  /** Ids of values that no later step reads: their tensors are freed after this step. */
  readonly lastReads: readonly string[];
};

/**
 * The steps that compute a graph's output, in execution order; each tensor is freed after its last use.
 * @param kept ids of nodes whose values the caller reads; nothing is fused past them and they are not freed
 */
export function planOf(graph: Graph, kept: ReadonlySet<string>): readonly PlanStep[] {
  const consumers = consumersOf(graph);
  const fusedInto = new Set<string>();
  const steps: Omit<PlanStep, 'lastReads'>[] = [];
  for (const node of graph.nodes) {
    if (node.op.kind === 'input' || fusedInto.has(node.id)) continue;
    const activation = kept.has(node.id) ? undefined : fusableReader(node, valueAt(consumers, node.id));
    if (activation !== undefined) fusedInto.add(activation.id);
    steps.push({ node, op: node.op, fused: activation?.fused ?? null, result: activation?.node ?? node });
  }
  return withLastReads(steps, new Set([...kept, graph.output.id]));
}

type FusableReader = { readonly id: string; readonly node: Node; readonly fused: FusedActivation };

/** The activation that is the only reader of a layer with weights, where it can be fused. */
function fusableReader(node: Node, readers: readonly Node[]): FusableReader | undefined {
  const [reader, ...others] = readers;
  if (reader?.op.kind !== 'activation' || others.length > 0 || !hasTrait(node.op, 'isWeightLayer')) return undefined;
  const fused = fusable(reader.op);
  return fused === null ? undefined : { id: reader.id, node: reader, fused };
}

function fusable(op: Op<'activation'>): FusedActivation | null {
  return op.function === 'relu' || op.function === 'relu6' || op.function === 'sigmoid' ? op.function : null;
}

/** Walks backwards: the first step it meets that reads a value is the last reader. */
function withLastReads(steps: readonly Omit<PlanStep, 'lastReads'>[], kept: ReadonlySet<string>): readonly PlanStep[] {
  const readLater = new Set<string>(kept);
  const planned: PlanStep[] = [];
  for (const step of steps.toReversed()) {
    const lastReads = [...new Set(step.node.inputs.map((input) => input.id))].filter((id) => !readLater.has(id));
    for (const id of lastReads) readLater.add(id);
    planned.push({ ...step, lastReads });
  }
  return planned.toReversed();
}

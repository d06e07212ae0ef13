import { convFlavour, hasTrait, type ActivationFunction, type KernelKind, type KindWith, type Op } from '../../nets/op';
import type { Graph, Node } from '../../nets/graph';
import { consumersOf, inputOf, valueAt } from '../../nets/graph';

/** One dispatch: an op, with the ops that it computes while its result is still in registers. */
export type FusedStep = {
  readonly kind: 'step';
  readonly base: Node;
  readonly op: Op<KernelKind>;
  /** Multiplies each channel of a pointwise convolution's input: the gate of a squeeze-and-excite. */
  readonly gate: Node | null;
  /** Added to a convolution's result before the activation. */
  readonly residual: Node | null;
  readonly activation: ActivationFunction | null;
  /** The node whose value the step computes. */
  readonly result: Node;
  /** All nodes that the step computes, in execution order. */
  readonly ids: readonly string[];
};

/** A node that only relabels channels, or an activation that its inputs' dispatches apply. */
export type ViewStep = {
  readonly kind: 'view';
  readonly result: Node;
  readonly op: Op<KindWith<'isView'> | 'activation'>;
};

type Draft = { -readonly [P in keyof FusedStep]: FusedStep[P] } & { ids: string[] };

/**
 * The graph as dispatches and views, inputs first. A convolution fuses the sum and the activation after it, a pointwise
 * convolution also the gate before it, and an activation of a concatenation moves to its parts.
 */
export function fusedSteps(graph: Graph): readonly (FusedStep | ViewStep)[] {
  const consumers = consumersOf(graph);
  const soleReader = (node: Node): Node | undefined => {
    const readers = valueAt(consumers, node.id);
    return readers.length === 1 ? readers[0] : undefined;
  };
  const drafts = new Map<string, Draft>();
  const taken = new Set<string>();
  const views = new Map<string, ViewStep>();
  for (const node of graph.nodes) {
    const { op } = node;
    if (op.kind === 'input' || taken.has(node.id)) continue;
    if (hasTrait(op, 'isView')) {
      views.set(node.id, { kind: 'view', result: node, op });
      const moved = op.kind === 'concat' ? moveActivation(node, soleReader, drafts) : undefined;
      if (moved === undefined) continue;
      taken.add(moved.result.id);
      views.set(moved.result.id, moved);
    } else if (!isGate(node, soleReader)) {
      const draft = fuseChain(node, op, soleReader, taken);
      for (const id of draft.ids) taken.add(id);
      drafts.set(draft.result.id, draft);
    }
  }
  return graph.nodes.flatMap((node): readonly (FusedStep | ViewStep)[] => {
    const step = views.get(node.id) ?? drafts.get(node.id);
    return step === undefined ? [] : [step];
  });
}

type SoleReader = (node: Node) => Node | undefined;

/** Whether a scale can be applied by the pointwise convolution after it, while that reads its input. */
function isGate(node: Node, soleReader: SoleReader): boolean {
  const reader = soleReader(node);
  return node.op.kind === 'scale' && reader !== undefined && isPlainPointwise(reader);
}

function isPlainPointwise(node: Node): boolean {
  if (node.op.kind !== 'conv' || node.op.stride !== 1) return false;
  const { top, bottom, left, right } = node.op.padding;
  return convFlavour(node.op, inputOf(node).shape.channels) === 'pointwise' && top + bottom + left + right === 0;
}

/** The dispatch that starts with `base`, with everything after it that can be fused and is not `taken` by another. */
function fuseChain(base: Node, op: Op<KernelKind>, soleReader: SoleReader, taken: ReadonlySet<string>): Draft {
  const [source] = base.inputs;
  const gated = isPlainPointwise(base) && source !== undefined && isGate(source, soleReader) ? source : undefined;
  const draft: Draft = {
    kind: 'step',
    base,
    op,
    gate: gated?.inputs[1] ?? null,
    residual: null,
    activation: null,
    result: base,
    ids: gated === undefined ? [base.id] : [gated.id, base.id],
  };
  if (op.kind === 'activation') return { ...draft, activation: op.function };
  for (let next = soleReader(base); next !== undefined; next = soleReader(next)) {
    if (taken.has(next.id) || !tryFuse(draft, next)) break;
    draft.result = next;
    draft.ids.push(next.id);
  }
  return draft;
}

/** Fuses `next` into the dispatch; false where that cannot be. */
function tryFuse(draft: Draft, next: Node): boolean {
  if (draft.activation !== null) return false;
  if (next.op.kind === 'activation') {
    draft.activation = next.op.function;
    return true;
  }
  const [first, second, ...more] = next.inputs;
  const isSum = next.op.kind === 'add' && more.length === 0 && first !== second;
  if (!isSum || draft.residual !== null || !addsResidual(draft.base)) return false;
  draft.residual = (first === draft.result ? second : first) ?? null;
  return true;
}

function addsResidual({ op, inputs: [source] }: Node): boolean {
  if (op.kind === 'fullyConnected') return true;
  return op.kind === 'conv' && source !== undefined && convFlavour(op, source.shape.channels) !== 'depthwise';
}

/** Moves the activation of a concatenation to the dispatches of its parts; undefined where one of them has its own. */
function moveActivation(
  concat: Node,
  soleReader: SoleReader,
  drafts: ReadonlyMap<string, Draft>,
): ViewStep | undefined {
  const reader = soleReader(concat);
  if (reader?.op.kind !== 'activation') return undefined;
  const parts = concat.inputs.map((part) => (soleReader(part) === concat ? drafts.get(part.id) : undefined));
  if (parts.some((part) => part?.activation !== null)) return undefined;
  for (const part of parts) if (part !== undefined) part.activation = reader.op.function;
  parts.at(-1)?.ids.push(reader.id);
  return { kind: 'view', result: reader, op: reader.op };
}

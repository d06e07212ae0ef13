import type { Graph, Node } from '../graph';
import { valueAt } from '../graph';
import { elementCount } from '../op';
import { costOf } from '../readings/cost';
import type { Spread } from './spread';

/** A step of a run: the nodes that it computes, and its time in milliseconds. */
export type StepTime = { readonly ids: readonly string[]; readonly timeMs: Spread };

/** A step, or all steps of a block, with its measured time and its counted costs. */
export type TimedPart = {
  /** Path of the block, or id of the step's first node. */
  readonly id: string;
  readonly nodes: readonly Node[];
  readonly timeMs: Spread;
  readonly macs: number;
  /** Elements read, read as weights, and written. A fused activation moves none. */
  readonly memoryAccess: number;
  /** Fractions of the sum over all steps. */
  readonly timeShare: number;
  readonly macsShare: number;
  readonly memoryAccessShare: number;
};

/** How steps are grouped: by the first part of their path, by the first two, or not at all. */
export const partLevels = ['stages', 'blocks', 'layers'] as const;
export type PartLevel = (typeof partLevels)[number];

/**
 * Measured steps with the costs of their nodes, in execution order.
 * @param graph the graph that ran, with batch norm folded
 */
export function timedParts(graph: Graph, steps: readonly StepTime[], level: PartLevel): readonly TimedPart[] {
  const costs = new Map(costOf(graph).layers.map((layer) => [layer.node.id, layer]));
  const layers = steps.map(({ ids, timeMs }) => {
    const nodes = ids.map((id) => valueAt(costs, id).node);
    const macs = ids.reduce((sum, id) => sum + valueAt(costs, id).macs, 0);
    const weights = ids.reduce((sum, id) => sum + valueAt(costs, id).weightElements, 0);
    return { id: ids[0] ?? '', nodes, timeMs, macs, memoryAccess: weights + elementsMoved(nodes, costs) };
  });
  return withShares(groupedBy(layers, level));
}

/** A part before its shares are known. */
type CountedPart = Omit<TimedPart, 'timeShare' | 'macsShare' | 'memoryAccessShare'>;

type ElementCosts = ReadonlyMap<string, { readonly inputElements: number; readonly outputElements: number }>;

/**
 * Elements that nodes of one step read from other steps and write for later ones. A fused activation moves none: it
 * works on values in registers, even after a concatenation, where each part computes its own.
 */
function elementsMoved(together: readonly Node[], costs: ElementCosts): number {
  const nodes = together.filter(({ op }, at) => at === 0 || op.kind !== 'activation');
  const [first, ...fused] = nodes;
  if (first === undefined) return 0;
  const inside = new Set(nodes);
  const read = fused.reduce((sum, node) => {
    const outside = node.inputs.filter((from) => !inside.has(from));
    return sum + outside.reduce((total, { shape }) => total + elementCount(shape), 0);
  }, valueAt(costs, first.id).inputElements);
  const last = nodes.at(-1) ?? first;
  return read + valueAt(costs, last.id).outputElements;
}

function groupedBy(layers: readonly CountedPart[], level: PartLevel): readonly CountedPart[] {
  if (level === 'layers') return layers;
  const depth = level === 'stages' ? 1 : 2;
  const groups = new Map<string, CountedPart>();
  for (const layer of layers) {
    const id = layer.id.split('.').slice(0, depth).join('.');
    const before = groups.get(id);
    groups.set(id, before === undefined ? { ...layer, id } : joined(before, layer));
  }
  return [...groups.values()];
}

function joined(before: CountedPart, layer: CountedPart): CountedPart {
  return {
    id: before.id,
    nodes: [...before.nodes, ...layer.nodes],
    timeMs: {
      median: before.timeMs.median + layer.timeMs.median,
      low: before.timeMs.low + layer.timeMs.low,
      high: before.timeMs.high + layer.timeMs.high,
    },
    macs: before.macs + layer.macs,
    memoryAccess: before.memoryAccess + layer.memoryAccess,
  };
}

function withShares(parts: readonly CountedPart[]): readonly TimedPart[] {
  const sum = (figure: (part: CountedPart) => number): number => parts.reduce((total, part) => total + figure(part), 0);
  const [timeMs, macs, memoryAccess] = [
    sum((part) => part.timeMs.median),
    sum((part) => part.macs),
    sum((part) => part.memoryAccess),
  ];
  return parts.map((part) => ({
    ...part,
    timeShare: share(part.timeMs.median, timeMs),
    macsShare: share(part.macs, macs),
    memoryAccessShare: share(part.memoryAccess, memoryAccess),
  }));
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

import type { Node } from '../graph';
import type { Shape } from '../op';
import { hasTrait } from '../op';
import type { LayerCost } from './cost';

/**
 * What a network is drawn as: one of its blocks, or a layer that belongs to none. Its figures are sums over its layers, so the
 * parts of a network add up to the network.
 */
export type NetworkPart = {
  /** The path: `stage3.block2`, `stem`, `fc6`. */
  readonly id: string;
  /** `pool` has no weights; `layer` has one layer with weights, which makes its result; a `block` has layers in between. */
  readonly kind: 'block' | 'layer' | 'pool';
  readonly input: Shape;
  readonly output: Shape;
  /** The widest map inside a block: its channels, and its height where the block begins and where it ends. */
  readonly inner: { readonly channels: number; readonly from: number; readonly to: number } | undefined;
  /** What is added to the result: the input as it is, or through a convolution. */
  readonly shortcut: 'identity' | 'projection' | undefined;
  readonly params: number;
  readonly macs: number;
  readonly memoryAccess: number;
};

/** The figures of a part that are costs. */
export type PartCost = 'params' | 'macs' | 'memoryAccess';

/**
 * The parts of a network in execution order. `layers` are those of its cost, by any convention. Activations, dropout and
 * the like between two parts belong to the one before them.
 */
export function networkParts(layers: readonly LayerCost[]): readonly NetworkPart[] {
  const runs: { readonly id: string; readonly layers: LayerCost[] }[] = [];
  for (const [id, run] of runsOf(layers)) {
    const before = runs.at(-1);
    if (before !== undefined && run.every(({ node }) => isAfterthought(node))) before.layers.push(...run);
    else runs.push({ id, layers: [...run] });
  }
  return runs.map((run) => partOf(run.id, run.layers));
}

function runsOf(layers: readonly LayerCost[]): ReadonlyMap<string, readonly LayerCost[]> {
  const computed = layers.filter(({ node }) => node.op.kind !== 'input');
  const parents = new Set(computed.flatMap(({ node }) => ancestorsOf(node.id).slice(0, -1)));
  const runs = new Map<string, LayerCost[]>();
  for (const layer of computed) {
    const id = partIdOf(layer.node.id, parents);
    runs.set(id, [...(runs.get(id) ?? []), layer]);
  }
  return runs;
}

/** Names of what holds parts and is none itself, unless it holds single layers only: `stage3`, a stem of several convolutions. */
const groupName = /^(stage\d+|stem|entry|middle|exit|tail)$/;

/** @param parents the paths of all that holds something which holds layers */
function partIdOf(nodeId: string, parents: ReadonlySet<string>): string {
  const [first = nodeId, ...below] = ancestorsOf(nodeId);
  const [second = nodeId] = below;
  return groupName.test(first) && parents.has(first) ? second : first;
}

/** `stage3.block2`, then its layers: all paths from the first name down to what holds the node, or the node itself. */
function ancestorsOf(nodeId: string): readonly string[] {
  const names = nodeId.split('.');
  return names.slice(0, Math.max(1, names.length - 1)).map((_, index) => names.slice(0, index + 1).join('.'));
}

/** Whether a layer alone is no part: it keeps its map's values or shape, and weighs nothing. */
function isAfterthought({ op }: Node): boolean {
  return hasTrait(op, 'isEpilogue') || hasTrait(op, 'isFree');
}

function partOf(id: string, layers: readonly LayerCost[]): NetworkPart {
  const members = new Set(layers.map(({ node }) => node));
  const [first] = members;
  const last = [...members].findLast((node) => !hasTrait(node.op, 'isFree')) ?? first;
  const input = first?.inputs.find((node) => !members.has(node));
  if (last === undefined || input === undefined) throw new RangeError(`${id}: no part (got no input, wanted one)`);
  const makers = makersOf(last, members);
  const weighed = [...members].filter(({ op }) => hasTrait(op, 'isWeightLayer'));
  const inner = innerOf(
    weighed.filter((node) => !makers.has(node)),
    last.shape,
  );
  const sum = (figure: PartCost): number => layers.reduce((total, layer) => total + layer[figure], 0);
  return {
    id,
    kind: weighed.length === 0 ? 'pool' : inner === undefined ? 'layer' : 'block',
    input: input.shape,
    output: last.shape,
    inner,
    shortcut: shortcutOf(last, members),
    params: sum('params'),
    macs: sum('macs'),
    memoryAccess: sum('memoryAccess'),
  };
}

/** The layers that make a result, through sums, joins, norms and activations: the last convolution of each branch. */
function makersOf(result: Node, members: ReadonlySet<Node>): ReadonlySet<Node> {
  const makers = new Set<Node>();
  const pending: Node[] = [result];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (!members.has(node)) continue;
    if (passesOn(node)) pending.push(...node.inputs);
    else makers.add(node);
  }
  return makers;
}

function passesOn({ op }: Node): boolean {
  return hasTrait(op, 'isEpilogue') || hasTrait(op, 'isView') || hasTrait(op, 'combinesMaps');
}

/** The widest of the maps that some layers write; gates write no map, but one value per channel. */
function innerOf(layers: readonly Node[], output: Shape): NetworkPart['inner'] {
  const maps = layers.map(({ shape }) => shape).filter(({ height }) => height >= output.height);
  if (maps.length === 0) return undefined;
  const channels = Math.max(...maps.map((map) => map.channels));
  const heights = maps.filter((map) => map.channels === channels).map(({ height }) => height);
  return { channels, from: Math.max(...heights), to: Math.min(...heights) };
}

function shortcutOf(result: Node, members: ReadonlySet<Node>): NetworkPart['shortcut'] {
  let sum: Node | undefined = result;
  while (sum !== undefined && sum.op.kind !== 'add' && members.has(sum) && passesOn(sum)) sum = sum.inputs[0];
  if (sum?.op.kind !== 'add') return undefined;
  if (sum.inputs.some((node) => !members.has(node))) return 'identity';
  const makers = sum.inputs.flatMap((node) => [...makersOf(node, members)]);
  const isProjected = makers.some(({ op, inputs }) => op.kind === 'conv' && inputs.every((from) => !members.has(from)));
  return isProjected ? 'projection' : undefined;
}

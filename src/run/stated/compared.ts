import { inputOf, type Graph, type Node } from '../../nets/graph';
import { hasTrait } from '../../nets/op';
import { differenceOf, isSameKind, isSameWeight, wordsOf, wordsOfStated, type Words } from './opDifference';
import { pixelScalingOf, type PixelScaling } from './pixelScaling';
import type { StatedGraph, StatedNode } from './statedGraph';
import type { StoredLayer, StoredNorm } from './storedLayer';

/** One thing in which a file's network is not the app's. */
export type Difference = {
  /** The file's name of the node. */
  readonly place: string;
  readonly has: string;
  /** The id of the node in the app's graph. */
  readonly node: string;
  readonly wanted: string;
};

export type Comparison = {
  /** The layers of the file, by the id of the convolution or fully connected layer that each is. */
  readonly layers: ReadonlyMap<string, StoredLayer>;
  /** Empty if the file computes what the graph computes. In the file's order of execution. */
  readonly differences: readonly Difference[];
  /** What the file does to pixels before the first layer; null if it is no scaling. */
  readonly scaling: PixelScaling | null;
  readonly flattens: 'channelsFirst' | 'channelsLast';
};

type Pair = readonly [wanted: Node, got: StatedNode];

/** What the walk has found so far. */
type Found = {
  readonly paired: Map<Node, StatedNode>;
  readonly layers: Map<string, StoredLayer>;
  readonly norms: Map<Node, StoredNorm>;
  readonly differences: Difference[];
  readonly depths: Depths;
  scaling: PixelScaling | null;
  flattens: Comparison['flattens'];
};

/**
 * Compares the network that a file states with a graph of the same resolution: from the output back, op by op with every
 * attribute, the terms of sums and products in either order. It goes on after a difference, so that the network with
 * most layers in common is the closest.
 */
export function compared(graph: Graph, stated: StatedGraph): Comparison {
  const found: Found = {
    paired: new Map(),
    layers: new Map(),
    norms: new Map(),
    differences: [],
    depths: { wanted: depthsOf(graph.nodes, isLayer), got: indexOf(stated).depths },
    scaling: null,
    flattens: 'channelsFirst',
  };
  const pending: Pair[] = [[graph.output, stated.output]];
  for (let pair = pending.pop(); pair !== undefined; pair = pending.pop()) {
    for (const next of compareNodes(pair, found).toReversed()) pending.push(next);
  }
  const { places } = indexOf(stated);
  const placeOf = ({ place }: Difference) => places.get(place) ?? 0;
  const { layers, scaling, flattens } = found;
  return {
    layers,
    differences: found.differences.toSorted((a, b) => placeOf(a) - placeOf(b)),
    scaling,
    flattens,
  };
}

/** What is asked of every node of a file; found once for all graphs that it is compared with. */
type Index = { readonly depths: ReadonlyMap<StatedNode, number>; readonly places: ReadonlyMap<string, number> };

const indices = new WeakMap<StatedGraph, Index>();

function indexOf(stated: StatedGraph): Index {
  const known = indices.get(stated);
  if (known !== undefined) return known;
  const places = new Map(stated.nodes.map(({ name }, index) => [name, index]));
  const index = { depths: depthsOf(stated.nodes, isStatedLayer), places };
  indices.set(stated, index);
  return index;
}

/** Compares two nodes, and returns what is to be compared next. */
function compareNodes([wanted, got]: Pair, found: Found): readonly Pair[] {
  const differ = (...[has, words]: Words): void =>
    void found.differences.push({ place: got.name, has, node: wanted.id, wanted: words });
  const known = found.paired.get(wanted);
  if (known !== undefined) {
    if (known !== got) differ('inputs of its own', `those of ${known.name}`);
    return [];
  }
  found.paired.set(wanted, got);
  const [from] = got.inputs;
  const { kind } = wanted.op;
  if (kind === 'dropout') return [[inputOf(wanted), got]];
  if (kind === 'input') {
    found.scaling = pixelScalingOf(got) ?? null;
    if (found.scaling === null) differ(wordsOfStated(got), wordsOf(wanted));
    return [];
  }
  if (kind === 'batchNorm') {
    // Most files have folded it into the layer before it.
    if (got.op.kind !== 'batchNorm' || from === undefined) return [[inputOf(wanted), got]];
    found.norms.set(inputOf(wanted), got.op.norm);
    return [[inputOf(wanted), from]];
  }
  // Of a single pixel, a file's own mean or vector is gone.
  if ((kind === 'globalAveragePool' || kind === 'flatten') && isPixel(inputOf(wanted)) && got.op.kind !== kind) {
    found.paired.delete(wanted);
    return [[inputOf(wanted), got]];
  }
  if (isSameKind(wanted, got)) return compareOps([wanted, got], found, differ);
  if (kind === 'activation') {
    differ('no activation', wordsOf(wanted));
    return [[inputOf(wanted), got]];
  }
  if (got.op.kind === 'activation' && from !== undefined) {
    differ(wordsOfStated(got), 'no activation');
    found.paired.delete(wanted);
    return [[wanted, from]];
  }
  differ(wordsOfStated(got), wordsOf(wanted));
  return [];
}

function isPixel({ shape }: Node): boolean {
  return shape.height === 1 && shape.width === 1;
}

function compareOps([wanted, got]: Pair, found: Found, differ: (...words: Words) => void): readonly Pair[] {
  const words = differenceOf(wanted, got);
  if (words !== undefined) differ(...words);
  const { op } = got;
  if (op.kind === 'flatten') found.flattens = op.order;
  if (op.kind === 'conv' || op.kind === 'fullyConnected') {
    const norm = found.norms.get(wanted);
    const layer = { weight: op.weight, ...(op.bias && { bias: op.bias }), ...(norm && { norm }) };
    if (isSameWeight(wanted, op.weight.shape)) found.layers.set(wanted.id, layer);
  }
  const [all, others] = inputsOf([wanted, got], found.depths);
  if (all.length !== others.length) {
    differ(`${others.length} inputs`, String(all.length));
    return [];
  }
  return all.flatMap((node, index) => {
    const other = others[index];
    return other === undefined ? [] : [[node, other] as const];
  });
}

/** What two nodes read, in an order in which it can be compared. */
function inputsOf([wanted, got]: Pair, depths: Depths): readonly [readonly Node[], readonly StatedNode[]] {
  const { kind } = wanted.op;
  if (kind === 'add' || kind === 'scale') {
    // The shortcut has fewer layers than the branch, and the map fewer than its gate.
    return [sortedBy(wanted.inputs, depths.wanted), sortedBy(got.inputs, depths.got)];
  }
  if (kind !== 'concat') return [wanted.inputs, got.inputs];
  const all = flatParts(wanted, Infinity);
  return [all, flatParts(got, all.length)];
}

type Tree<N> = { readonly op: { readonly kind: string }; readonly inputs: readonly N[] };

/** The parts of a concatenation and of those that it joins; stops when there are more than `most`. */
function flatParts<N extends Tree<N>>(node: N, most: number): readonly N[] {
  const parts: N[] = [];
  const pending = node.inputs.toReversed();
  for (let part = pending.pop(); part !== undefined && parts.length <= most; part = pending.pop()) {
    if (part.op.kind === 'concat' && pending.length <= most)
      for (const inner of part.inputs.toReversed()) pending.push(inner);
    else parts.push(part);
  }
  return parts;
}

type Depths = { readonly wanted: ReadonlyMap<Node, number>; readonly got: ReadonlyMap<StatedNode, number> };

function sortedBy<N>(nodes: readonly N[], depths: ReadonlyMap<N, number>): readonly N[] {
  return nodes.toSorted((a, b) => (depths.get(a) ?? 0) - (depths.get(b) ?? 0));
}

/** The largest number of layers between the image and each node. */
function depthsOf<N extends Tree<N>>(nodes: readonly N[], isCounted: (node: N) => boolean): ReadonlyMap<N, number> {
  const depths = new Map<N, number>();
  for (const node of nodes) {
    const before = node.inputs.reduce((most, input) => Math.max(most, depths.get(input) ?? 0), 0);
    depths.set(node, before + (isCounted(node) ? 1 : 0));
  }
  return depths;
}

function isLayer({ op }: Node): boolean {
  return hasTrait(op, 'isWeightLayer');
}

function isStatedLayer({ op }: StatedNode): boolean {
  return op.kind === 'conv' || op.kind === 'fullyConnected';
}

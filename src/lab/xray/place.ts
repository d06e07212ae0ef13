import type { Graph, Node } from '../../nets/graph';
import { costOf } from '../../nets/readings/cost';
import { networkParts } from '../../nets/readings/networkParts';
import { hasTrait } from '../../nets/op';

/** Where one looks: at the whole network, a block of it, one output channel of a layer, or one value of that. */
export type XrayPlace =
  | { readonly level: 'network' }
  | { readonly level: 'block'; readonly path: string }
  | { readonly level: 'layer'; readonly id: string; readonly channel: number }
  | {
      readonly level: 'pixel';
      readonly id: string;
      readonly channel: number;
      readonly row: number;
      readonly column: number;
    };

/** A place as an address writes it; null for what it does not name. */
export type WrittenPlace = {
  /** A block's path or a layer's id: `stage2.block1.expand`. */
  readonly at: string | null;
  readonly channel: number | null;
  /** `row,column`, from 0. */
  readonly pixel: string | null;
};

/**
 * The place that an address means in a network, or the nearest that exists there: the block of a layer that it does not have,
 * the last channel, the pixel at the border.
 * @param graph with batch norm folded
 */
export function placeOf(graph: Graph, { at, channel, pixel }: WrittenPlace): XrayPlace {
  if (at === null) return { level: 'network' };
  const node = graph.nodes.find(({ id, op }) => id === at && op.kind !== 'input');
  if (node === undefined) return blockPlace(graph, at);
  const layer = { id: node.id, channel: within(channel ?? 0, node.shape.channels) };
  const [row, column] = pixelOfText(pixel);
  if (row === undefined || column === undefined) return { level: 'layer', ...layer };
  return { level: 'pixel', ...layer, row: within(row, node.shape.height), column: within(column, node.shape.width) };
}

function blockPlace(graph: Graph, path: string): XrayPlace {
  const names = path.split('.');
  for (let kept = names.length; kept > 0; kept -= 1) {
    const candidate = names.slice(0, kept).join('.');
    const block = blockPaths(graph).find((known) => known === candidate || known.startsWith(`${candidate}.`));
    if (block !== undefined) return { level: 'block', path: block };
  }
  return { level: 'network' };
}

/** What an address writes for a place. */
export function writtenPlace(place: XrayPlace): WrittenPlace {
  switch (place.level) {
    case 'network':
      return { at: null, channel: null, pixel: null };
    case 'block':
      return { at: place.path, channel: null, pixel: null };
    case 'layer':
      return { at: place.id, channel: place.channel, pixel: null };
    case 'pixel':
      return { at: place.id, channel: place.channel, pixel: `${String(place.row)},${String(place.column)}` };
  }
}

/** One level up; the network stays where it is. */
export function above(graph: Graph, place: XrayPlace): XrayPlace {
  switch (place.level) {
    case 'network':
    case 'block':
      return { level: 'network' };
    case 'layer': {
      const path = blockOf(graph, place.id);
      // A layer between blocks is its own.
      return path === null || path === place.id ? { level: 'network' } : { level: 'block', path };
    }
    case 'pixel':
      return { level: 'layer', id: place.id, channel: place.channel };
  }
}

const known = new WeakMap<Graph, readonly string[]>();

/** The blocks of a network and the layers between them, by path, in execution order. */
export function blockPaths(graph: Graph): readonly string[] {
  const paths = known.get(graph) ?? networkParts(costOf(graph).layers).map(({ id }) => id);
  known.set(graph, paths);
  return paths;
}

/** The path of the block that a node is in; null for one between blocks that belongs to none. */
export function blockOf(graph: Graph, id: string): string | null {
  return blockPaths(graph).findLast((path) => isUnder(id, path)) ?? null;
}

/** The nodes of a block, and those that it reads from outside, in execution order. */
export function nodesOfBlock(
  graph: Graph,
  path: string,
): { readonly inputs: readonly Node[]; readonly nodes: readonly Node[] } {
  const begin = graph.nodes.findIndex(({ id }) => isUnder(id, path));
  const others = new Set(blockPaths(graph).filter((other) => other !== path));
  // Activations and the like behind a block that no path names belong to it.
  const after = graph.nodes.findIndex(({ id }, at) => at > begin && [...others].some((other) => isUnder(id, other)));
  const nodes = begin < 0 ? [] : graph.nodes.slice(begin, after < 0 ? undefined : after);
  const members = new Set(nodes);
  const inputs = [...new Set(nodes.flatMap(({ inputs: read }) => read.filter((node) => !members.has(node))))];
  return { inputs, nodes };
}

/** The activation that reads a layer's result and nothing else does; undefined for a linear one. */
export function activationAfter(graph: Graph, node: Node): Node | undefined {
  const readers = graph.nodes.filter(({ inputs }) => inputs.includes(node));
  const [reader] = readers;
  return readers.length === 1 && reader?.op.kind === 'activation' && hasTrait(node.op, 'isWeightLayer')
    ? reader
    : undefined;
}

function isUnder(id: string, path: string): boolean {
  return id === path || id.startsWith(`${path}.`);
}

function within(index: number, size: number): number {
  return Math.min(Math.max(Math.round(index), 0), size - 1);
}

function pixelOfText(text: string | null): readonly (number | undefined)[] {
  return (text ?? '').split(',').map((part) => (/^\d+$/.test(part.trim()) ? Number(part) : undefined));
}

import { channelsReadBy } from '../../nets/arithmetic/channelsReadBy';
import { classifierHead } from '../../nets/arithmetic/classMap';
import { patchAround } from '../../nets/arithmetic/slidingPatch';
import { channelsRead, slidingOf, type ChannelRange, type WeightLayer } from '../../nets/arithmetic/weightLayer';
import { inputOf, type Graph, type Node } from '../../nets/graph';
import type { CountedRange } from '../../nets/maps/histogram';
import type { TensorView, ViewedMaps } from '../../nets/maps/tensorView';
import { hasTrait } from '../../nets/op';
import type { Cost } from '../../nets/readings/cost';
import { mostInColumn } from '../../viz/maps/networkColumns';
import { activationAfter, nodesOfBlock, type XrayPlace } from './place';
import { stagesOf } from './stages';

export type ViewedNetwork = {
  /** With batch norm folded. */
  readonly graph: Graph;
  readonly cost: Cost;
};

/** Values a side that a tile needs: those of a block and of a strip of channels, those of the network's strip, and a frame. */
const sides = { tile: 28, stage: 48, frame: 224 } as const;

/** The most that a column of maps is high, px. */
const columnHeight = 470;

const none: ViewedMaps = { pick: 'none' };
const all: ViewedMaps = { pick: 'all' };

/**
 * What a place shows of the tensors inside a network, and no more: reduced maps to look at, and exact values only where they
 * are read as numbers.
 * @param isExplained whether a label of the network is taken apart by place
 */
export function placeViews(network: ViewedNetwork, place: XrayPlace, isExplained: boolean): readonly TensorView[] {
  const { graph } = network;
  if (place.level === 'network') return networkViews(network, isExplained);
  if (place.level === 'block') return blockViews(graph, place.path);
  const node = graph.nodes.find(({ id }) => id === place.id);
  return node === undefined ? [] : layerViews(graph, node, place);
}

function networkViews({ graph, cost }: ViewedNetwork, isExplained: boolean): readonly TensorView[] {
  const stages = stagesOf(graph, cost).map(({ maps }) => ({
    ...viewOf(maps, { pick: 'strongest', count: mostInColumn(maps.shape.width, columnHeight), shown: [] }),
    side: sides.stage,
  }));
  const frame = { ...viewOf(graph.input, all), side: sides.frame };
  const head = isExplained ? classifierHead(graph) : undefined;
  const factors = (head?.behind ?? []).filter(({ op }) => op.kind === 'activation').map((node) => inputOf(node));
  return merged([
    ...[frame, ...stages, viewOf(graph.output, none)],
    ...(head === undefined ? [] : [wholeOf(head.maps)]),
    ...factors.map(wholeOf),
  ]);
}

function blockViews(graph: Graph, path: string): readonly TensorView[] {
  const { inputs, nodes } = nodesOfBlock(graph, path);
  return [...inputs, ...nodes].map((node) => viewOf(node, all));
}

function layerViews(graph: Graph, node: Node, place: XrayPlace & { level: 'layer' | 'pixel' }): readonly TensorView[] {
  const { channel, level } = place;
  if (hasTrait(node.op, 'isWeightLayer')) {
    return place.level === 'layer' ? apartViews(graph, node, node.op, channel) : windowViews(node, node.op, place);
  }
  const read = channelsReadBy(node, channel);
  const picked = level === 'layer' ? all : none;
  const counts = countedFor(node.op);
  return merged([
    ...node.inputs.map((input, at) => ({ ...viewOf(input, picked), exact: read[at] ?? null, counts })),
    { ...viewOf(node, picked), exact: { from: channel, end: channel + 1 } },
  ]);
}

/** What is counted of the inputs of an op: those of an activation lie under its curve. */
function countedFor(op: Node['op'] | undefined): CountedRange | null {
  if (op?.kind !== 'activation') return null;
  return op.function === 'relu' ? 'reach' : 'bends';
}

/** How many input channels of a layer are told apart. */
const toldApart = 6;

/** All maps that go in and come out to choose from, and one taken apart, where the engine is: no exact map crosses to the page. */
function apartViews(graph: Graph, node: Node, op: WeightLayer, channel: number): readonly TensorView[] {
  const source = inputOf(node);
  const after = activationAfter(graph, node)?.op;
  const then = after?.kind === 'activation' ? after.function : null;
  const parts = { op, source: source.id, channel, count: toldApart, then };
  return [viewOf(source, all), { ...viewOf(node, all), counts: countedFor(after), parts }];
}

/** Values around a window that are read as they are, over all channels that the window reads. */
const mostExact = 8192;

/** What lies around a window as it is, and two maps to see where that is: the one that adds most, and their sum. */
function windowViews(
  node: Node,
  op: WeightLayer,
  { channel, row, column }: XrayPlace & { readonly level: 'pixel' },
): readonly TensorView[] {
  const source = inputOf(node);
  const exact = channelsRead(op, source.shape.channels, channel);
  const room = { channels: exact.end - exact.from, most: mostExact };
  const patch = patchAround(slidingOf(op), source.shape, { row, column }, room);
  const parts = { op, source: source.id, channel, count: 1, then: null };
  return [
    { ...viewOf(source, none), exact, patch },
    { ...viewOf(node, none), parts },
  ];
}

function viewOf({ id }: Node, maps: ViewedMaps): TensorView {
  return { id, maps, side: sides.tile, exact: null };
}

function wholeOf(node: Node): TensorView {
  return { ...viewOf(node, none), exact: { from: 0, end: node.shape.channels } };
}

/** One view for each tensor, with all that is asked of it. */
function merged(views: readonly TensorView[]): readonly TensorView[] {
  const byId = new Map<string, TensorView>();
  for (const view of views) {
    const known = byId.get(view.id);
    byId.set(view.id, known === undefined ? view : joined(known, view));
  }
  return [...byId.values()];
}

function joined(a: TensorView, b: TensorView): TensorView {
  return {
    ...a,
    maps: a.maps.pick === 'none' ? b.maps : a.maps,
    exact: spanned(a.exact, b.exact),
    counts: a.counts ?? b.counts ?? null,
  };
}

function spanned(a: ChannelRange | null, b: ChannelRange | null): ChannelRange | null {
  if (a === null || b === null) return a ?? b;
  return { from: Math.min(a.from, b.from), end: Math.max(a.end, b.end) };
}

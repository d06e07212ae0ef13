import { convFlavour } from '../../nets/op';
import type { Graph, Node } from '../../nets/graph';
import { consumersOf, inputOf, valueAt } from '../../nets/graph';
import { groupedLayout, segmentedLayout, unshuffledLayout, type ChannelLayout } from './channelLayout';

/**
 * The layout that a node's readers prefer, by node id, where they prefer one: grouped convolutions want each group in
 * vectors of its own, and so do splits for their parts. Ops that keep channels in place pass on their readers'
 * preference.
 */
export function preferredLayouts(graph: Graph): ReadonlyMap<string, ChannelLayout> {
  const consumers = consumersOf(graph);
  const preferred = new Map<string, ChannelLayout>();
  for (const node of graph.nodes.toReversed()) {
    const readers = valueAt(consumers, node.id);
    for (const reader of readers) {
      const preference = preferenceOf(node, reader, readers, preferred.get(reader.id));
      if (preference === undefined || preferred.has(node.id)) continue;
      preferred.set(node.id, preference);
    }
  }
  return preferred;
}

/** The layout that `reader` prefers for `node`, when `after` is the one preferred for the reader's own result. */
function preferenceOf(
  { shape: { channels } }: Node,
  reader: Node,
  readers: readonly Node[],
  after: ChannelLayout | undefined,
): ChannelLayout | undefined {
  const { op } = reader;
  switch (op.kind) {
    case 'conv': {
      const flavour = convFlavour(op, inputOf(reader).shape.channels);
      if (flavour === 'depthwise') return keepsChannels(reader) ? after : undefined;
      return op.groups > 1 ? groupedLayout(op.groups, channels) : undefined;
    }
    case 'channelShuffle':
      return after === undefined ? undefined : unshuffledLayout(after, op.groups, channels);
    case 'channelSlice':
      return segmentedLayout(sliceBounds(readers, channels));
    case 'activation':
    case 'maxPool':
    case 'averagePool':
    case 'globalAveragePool':
    case 'add':
    case 'scale':
    case 'batchNorm':
    case 'dropout':
      return after;
    case 'concat':
    case 'flatten':
    case 'fullyConnected':
    case 'input':
      return undefined;
  }
}

/** Whether a depthwise convolution has as many output channels as input channels. */
function keepsChannels(node: Node): boolean {
  return node.shape.channels === inputOf(node).shape.channels;
}

function sliceBounds(readers: readonly Node[], channels: number): readonly number[] {
  const bounds = readers.flatMap(({ op }) => (op.kind === 'channelSlice' ? [op.from, op.to] : []));
  return [...new Set([0, ...bounds, channels])].sort((a, b) => a - b);
}

import { convFlavour } from '../../nets/op';
import type { Graph, Node } from '../../nets/graph';
import { consumersOf, inputOf, valueAt } from '../../nets/graph';
import { groupedLayout, segmentedLayout, unshuffledLayout, type ChannelLayout } from './channelLayout';

/**
 * The layout that each node's readers would like best, by node id, where they have a wish: grouped convolutions want
 * their groups in vectors of their own, splits their parts. Ops that keep channels where they are pass a wish on.
 */
export function layoutWishes(graph: Graph): ReadonlyMap<string, ChannelLayout> {
  const consumers = consumersOf(graph);
  const wishes = new Map<string, ChannelLayout>();
  for (const node of graph.nodes.toReversed()) {
    const readers = valueAt(consumers, node.id);
    for (const reader of readers) {
      const wish = wishOf(node, reader, readers, wishes.get(reader.id));
      if (wish === undefined || wishes.has(node.id)) continue;
      wishes.set(node.id, wish);
    }
  }
  return wishes;
}

/** What `reader` wishes of `node`, when `after` is wished of the reader itself. */
function wishOf(
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

/** Whether a depthwise convolution gives as many channels as it reads. */
function keepsChannels(node: Node): boolean {
  return node.shape.channels === inputOf(node).shape.channels;
}

function sliceBounds(readers: readonly Node[], channels: number): readonly number[] {
  const bounds = readers.flatMap(({ op }) => (op.kind === 'channelSlice' ? [op.from, op.to] : []));
  return [...new Set([0, ...bounds, channels])].sort((a, b) => a - b);
}

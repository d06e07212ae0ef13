import type { Graph, Node, Reading } from '../graph';
import { inputOf, read, valueAt } from '../graph';

/** Channel numbers of one tensor. */
export type Channels = ReadonlySet<number>;

/** Maps channels of a node's result to the channels of each input that they are computed from. */
type Backward = (channels: Channels) => readonly Channels[];

/**
 * For each node, the channels of its result that contribute to `channel` of the graph's output along any path. Space is
 * ignored: a channel contributes if any of its pixels does. Answers the question of ShuffleNet's figure 1: which inputs
 * can an output of grouped convolutions see? arXiv:1707.01083, section 3.1.
 */
export function contributorsOf(graph: Graph, channel: number): ReadonlyMap<string, Channels> {
  const backward = read(graph, backwardReading);
  const reached = new Map<string, Set<number>>(graph.nodes.map((node) => [node.id, new Set()]));
  valueAt(reached, graph.output.id).add(channel);
  for (const node of [...graph.nodes].reverse()) {
    const inputs = valueAt(backward, node.id)(valueAt(reached, node.id));
    for (const [index, input] of node.inputs.entries()) {
      for (const member of inputs[index] ?? []) valueAt(reached, input.id).add(member);
    }
  }
  return reached;
}

const itself = (_: unknown, node: Node): Backward => {
  return (channels) => node.inputs.map(() => channels);
};

const backwardReading: Reading<Backward> = {
  input: () => () => [],
  conv: (op, node) => (channels) => {
    const read = inputOf(node).shape.channels / op.groups;
    const written = op.outChannels / op.groups;
    const groups = new Set([...channels].map((channel) => Math.floor(channel / written)));
    return [new Set([...groups].flatMap((group) => range(group * read, (group + 1) * read)))];
  },
  fullyConnected: (_, node) => (channels) => [
    channels.size === 0 ? channels : new Set(range(0, inputOf(node).shape.channels)),
  ],
  batchNorm: itself,
  activation: itself,
  maxPool: itself,
  averagePool: itself,
  globalAveragePool: itself,
  add: itself,
  scale: itself,
  concat: (_, node) => (channels) => {
    let start = 0;
    return node.inputs.map(({ shape }) => {
      const first = start;
      start += shape.channels;
      const own = [...channels].filter((channel) => channel >= first && channel < first + shape.channels);
      return new Set(own.map((channel) => channel - first));
    });
  },
  channelSlice: (op) => (channels) => [new Set([...channels].map((channel) => channel + op.from))],
  channelShuffle: (op, node) => (channels) => {
    const perGroup = node.shape.channels / op.groups;
    const source = (channel: number): number => (channel % op.groups) * perGroup + Math.floor(channel / op.groups);
    return [new Set([...channels].map(source))];
  },
  flatten: (_, node) => (channels) => {
    const { height, width } = inputOf(node).shape;
    return [new Set([...channels].map((channel) => Math.floor(channel / (height * width))))];
  },
  dropout: itself,
};

function range(first: number, end: number): readonly number[] {
  return Array.from({ length: end - first }, (_, index) => first + index);
}

import type { Graph, Node, Reading } from '../graph';
import { read } from '../graph';
import { convFlavour } from '../op';

/**
 * For each node, which group of the last grouped convolution computed each channel, from 0; null where there was none,
 * or where a layer that reads all channels came after it. A shuffle interleaves groups that were side by side.
 * arXiv:1707.01083, section 3.1.
 */
export function channelGroupsOf(graph: Graph): ReadonlyMap<string, readonly (number | null)[]> {
  return read(graph, reading);
}

type Groups = readonly (number | null)[];

const none = (_: unknown, node: Node): Groups => Array.from({ length: node.shape.channels }, () => null);
const kept = (_op: unknown, _node: Node, inputs: readonly Groups[]): Groups => inputs.flat();

const reading: Reading<Groups> = {
  input: none,
  conv: (op, node, inputs) => {
    const [before = []] = inputs;
    const { channels } = node.shape;
    if (convFlavour(op, before.length) === 'depthwise') {
      const multiple = channels / before.length;
      return Array.from({ length: channels }, (_, channel) => before[Math.floor(channel / multiple)] ?? null);
    }
    if (op.groups === 1) return none(op, node);
    return Array.from({ length: channels }, (_, channel) => Math.floor((channel * op.groups) / channels));
  },
  fullyConnected: none,
  batchNorm: kept,
  activation: kept,
  maxPool: kept,
  averagePool: kept,
  globalAveragePool: kept,
  add: (_op, _node, [first = [], ...others]) =>
    first.map((group, channel) => (others.every((other) => other[channel] === group) ? group : null)),
  scale: (_op, _node, [map = []]) => map,
  concat: kept,
  channelSlice: ({ from, to }, _node, inputs) => inputs.flat().slice(from, to),
  channelShuffle: ({ groups }, _node, inputs) => {
    const before = inputs.flat();
    const perGroup = before.length / groups;
    return before.map((_, to) => before[(to % groups) * perGroup + Math.floor(to / groups)] ?? null);
  },
  flatten: none,
  dropout: kept,
};

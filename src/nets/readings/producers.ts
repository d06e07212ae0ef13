import type { Graph, Node, Reading } from '../graph';
import { read } from '../graph';

/**
 * For each node, the id of the node that computed each channel of its result: splits, concatenations and shuffles only
 * move channels, every other op computes new ones. Shows what ShuffleNet V2 calls feature reuse: a late unit reads
 * channels of an early one unchanged. arXiv:1807.11164, section 3.
 */
export function producersOf(graph: Graph): ReadonlyMap<string, readonly string[]> {
  return read(graph, producersReading);
}

const itself = (_: unknown, node: Node): readonly string[] =>
  Array.from({ length: node.shape.channels }, () => node.id);

const producersReading: Reading<readonly string[]> = {
  input: itself,
  conv: itself,
  fullyConnected: itself,
  batchNorm: itself,
  activation: itself,
  maxPool: itself,
  averagePool: itself,
  globalAveragePool: itself,
  add: itself,
  scale: itself,
  concat: (_op, _node, inputs) => inputs.flat(),
  channelSlice: ({ from, to }, _node, inputs) => inputs.flat().slice(from, to),
  channelShuffle: ({ groups }, _node, inputs) => {
    const before = inputs.flat();
    const perGroup = before.length / groups;
    return before.map((_, to) => before[(to % groups) * perGroup + Math.floor(to / groups)] ?? '');
  },
  flatten: itself,
  dropout: (_op, _node, inputs) => inputs.flat(),
};

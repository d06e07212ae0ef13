import type { Node } from '../graph';
import { hasTrait } from '../op';
import { pixelOf } from './pixel';
import { channelsRead, type ChannelRange } from './weightLayer';

/**
 * For each input of a node, the channels that one channel of its output is computed from; null for an input that it does not
 * read.
 * @param node of an inference graph, not its input
 */
export function channelsReadBy(node: Node, channel: number): readonly (ChannelRange | null)[] {
  const { op, inputs } = node;
  if (hasTrait(op, 'isWeightLayer')) return inputs.map(({ shape }) => channelsRead(op, shape.channels, channel));
  // Which terms a value has does not depend on the values.
  const empty = inputs.map(({ shape: { height, width, channels } }) => ({
    shape: [height, width, channels] as const,
    values: [],
  }));
  const { terms } = pixelOf(node, empty, { weight: null, bias: null }, { row: 0, column: 0, channel });
  return inputs.map((_, input) => {
    const read = terms.filter((term) => term.input === input).map((term) => term.channel);
    return read.length === 0 ? null : { from: Math.min(...read), end: Math.max(...read) + 1 };
  });
}

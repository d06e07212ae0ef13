import { conv, input } from '../build';
import type { Graph } from '../graph';
import { graphOf, inputOf } from '../graph';
import { convFlavour } from '../op';
import { costOf } from './cost';

/** The multiply-adds and weights of a shuffle unit by kind of layer, and of the 1x1 convolution that could replace its shuffle. */
export type ExchangeCost = {
  /** Channels of the shuffled map. */
  readonly channels: number;
  readonly macs: Readonly<Record<ExchangeKind, number>>;
  readonly params: Readonly<Record<ExchangeKind, number>>;
};

type ExchangeKind = 'pointwise' | 'depthwise' | 'learned';

/**
 * What it would cost to learn the exchange between groups: a dense 1x1 convolution on the map that the unit shuffles, as wide as
 * that map. Undefined for a unit that shuffles nothing. Params are weights, without batch norm.
 */
export function learnedExchangeOf(unit: Graph): ExchangeCost | undefined {
  const shuffle = unit.nodes.find(({ op }) => op.kind === 'channelShuffle');
  if (shuffle === undefined) return undefined;
  const { height, width, channels } = shuffle.shape;
  const learned = costOf(
    graphOf(conv('exchange', input({ height, width, channels }), { outChannels: channels, kernel: 1 })),
  );
  const convolutions = costOf(unit).layers.flatMap(({ node, macs, params }) =>
    node.op.kind === 'conv'
      ? [{ isDepthwise: convFlavour(node.op, inputOf(node).shape.channels) === 'depthwise', macs, params }]
      : [],
  );
  const sum = (figure: 'macs' | 'params', depthwise: boolean): number =>
    convolutions.reduce((total, layer) => total + (layer.isDepthwise === depthwise ? layer[figure] : 0), 0);
  return {
    channels,
    macs: { pointwise: sum('macs', false), depthwise: sum('macs', true), learned: learned.macs },
    params: { pointwise: sum('params', false), depthwise: sum('params', true), learned: learned.params },
  };
}

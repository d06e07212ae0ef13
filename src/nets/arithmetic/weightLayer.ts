import type { Op, Padding } from '../op';

/** The ops that multiply by weights and add. */
export type WeightLayer = Op<'conv' | 'fullyConnected'>;

/** How a weight layer reads its input: a fully connected one as a 1 x 1 convolution of a 1 x 1 map. */
export type Sliding = {
  readonly kernel: readonly [height: number, width: number];
  readonly stride: number;
  readonly padding: Padding;
  readonly groups: number;
};

const noPadding: Padding = { top: 0, bottom: 0, left: 0, right: 0 };

export function slidingOf(op: WeightLayer): Sliding {
  return op.kind === 'conv' ? op : { kernel: [1, 1], stride: 1, padding: noPadding, groups: 1 };
}

/** Some channels of an input: `from` up to `end`, exclusive. */
export type ChannelRange = { readonly from: number; readonly end: number };

/**
 * The channels of its input that one output channel of a layer reads: one for a depthwise convolution, c/g for a grouped one,
 * all for a pointwise, a standard and a fully connected layer.
 */
export function channelsRead(op: WeightLayer, inChannels: number, channel: number): ChannelRange {
  if (op.kind === 'fullyConnected') return { from: 0, end: inChannels };
  const perGroup = inChannels / op.groups;
  const group = Math.floor((channel * op.groups) / op.outChannels);
  return { from: group * perGroup, end: (group + 1) * perGroup };
}

/** The multiply-adds of one output value: kernel height x kernel width x channels read. */
export function macsOfValue(op: WeightLayer, inChannels: number): number {
  const { kernel, groups } = slidingOf(op);
  return kernel[0] * kernel[1] * (inChannels / groups);
}

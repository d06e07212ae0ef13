import { convFlavour, type Op, type Shape } from '../../nets/op';
import { valueAt } from '../../nets/graph';
import type { TensorValue } from '../../nets/weights/tensorValue';
import { depthwiseFilter, groupFilter } from './filter';
import type { FusedActivation } from '../device/plan';
import { blocksOf, blockShown, newStore, viewOf, wholeStores, type ChannelView, type Store } from './channelView';
import { inBlocks, inOrder, wholeView, type Draft } from './draft';
import type { Window } from './wasmStep';

/** A convolution, with its weights in PyTorch's order: out x in/groups x height x width. */
export type Convolution = {
  readonly op: Pick<Op<'conv'>, 'kernel' | 'stride' | 'padding' | 'groups' | 'outChannels' | 'kind' | 'bias'>;
  readonly weight: TensorValue;
  readonly bias: Float32Array | null;
  readonly input: Shape;
  readonly output: Shape;
  readonly fused: FusedActivation | null;
};

/** Adds the calls of a convolution: one for each group, or for each block of a depthwise convolution. */
export function convolve(draft: Draft, from: ChannelView, convolution: Convolution): ChannelView {
  const { op, input } = convolution;
  if (convFlavour(op, input.channels) !== 'depthwise') return convolveGroups(draft, from, convolution);
  return op.outChannels === input.channels
    ? convolveDepthwise(draft, wholeView(draft, from), convolution)
    : convolveWithMultiplier(draft, from, convolution);
}

/** Adds a 1x1 depthwise convolution: each channel times its scale plus its shift. */
export function scaleAndShift(
  draft: Draft,
  from: ChannelView,
  scale: readonly number[],
  shift: readonly number[],
  fused: FusedActivation | null,
): ChannelView {
  const { height = 1, width = 1 } = from[0]?.store ?? {};
  const shape = { height, width, channels: from.length };
  return convolveDepthwise(draft, wholeView(draft, from), {
    op: { ...onePixel, groups: from.length, outChannels: from.length },
    weight: { shape: [from.length, 1, 1, 1], data: Float32Array.from(scale) },
    bias: Float32Array.from(shift),
    input: shape,
    output: shape,
    fused,
  });
}

const onePixel = {
  kind: 'conv',
  kernel: [1, 1],
  stride: 1,
  padding: { top: 0, bottom: 0, left: 0, right: 0 },
  bias: true,
} as const;

function convolveGroups(draft: Draft, from: ChannelView, convolution: Convolution): ChannelView {
  const { op, weight, bias, output, fused } = convolution;
  const to = newStore(output.height, output.width, output.channels, op.groups);
  const size = output.channels / op.groups;
  for (const [group, part] of inBlocks(draft, from, op.groups).entries()) {
    const placed = blockShown(part);
    if (placed === null) throw new Error('wasm plan: channels of a group do not lie side by side');
    const first = group * size;
    draft.steps.push({
      kind: 'conv',
      from: placed.block,
      to: { store: to, first, channels: size },
      window: windowOf(convolution),
      filter: groupFilter(inMemoryOrder(weight, placed.places, op.groups, group), 1, 0),
      bias: bias?.slice(first, first + size) ?? null,
      activation: fused,
    });
  }
  return viewOf(to);
}

/** @param from shows whole stores; the result has the same layout */
function convolveDepthwise(draft: Draft, from: ChannelView, convolution: Convolution): ChannelView {
  const { op, weight, bias, output, fused } = convolution;
  const window = op.kernel[0] * op.kernel[1];
  const { data: windows } = weight;
  const results = new Map<Store, Store>();
  for (const store of wholeStores(from) ?? []) {
    const to = newStore(output.height, output.width, store.channels, store.groups);
    results.set(store, to);
    const positions = new Map(from.flatMap((channel, at) => (channel.store === store ? [[channel.index, at]] : [])));
    for (const block of blocksOf(store)) {
      const order = Array.from({ length: block.channels }, (_, at) => valueAt(positions, block.first + at));
      const data = new Float32Array(order.length * window);
      for (const [at, position] of order.entries()) {
        data.set(windows.subarray(position * window, (position + 1) * window), at * window);
      }
      draft.steps.push({
        kind: 'depthwise',
        from: block,
        to: { ...block, store: to },
        window: windowOf(convolution),
        filter: depthwiseFilter({ shape: [order.length, 1, ...op.kernel], data }, order.length),
        bias: bias && Float32Array.from(order, (position) => bias[position] ?? 0),
        activation: fused,
      });
    }
  }
  return from.map(({ store, index }) => ({ store: valueAt(results, store), index }));
}

/** A depthwise convolution with several output channels for each input channel. */
function convolveWithMultiplier(draft: Draft, from: ChannelView, convolution: Convolution): ChannelView {
  const { weight, bias, input, output, fused } = convolution;
  const to = newStore(output.height, output.width, output.channels);
  draft.steps.push({
    kind: 'depthwise',
    from: { store: inOrder(draft, from, 1), first: 0, channels: input.channels },
    to: { store: to, first: 0, channels: output.channels },
    window: windowOf(convolution),
    filter: depthwiseFilter(weight, input.channels),
    bias,
    activation: fused,
  });
  return viewOf(to);
}

function windowOf({ op, input }: Convolution): Window {
  const { kernel, stride, padding } = op;
  return { batch: 1, height: input.height, width: input.width, kernel, stride, padding };
}

/** The weights of one group, with the inputs in the order of their channels in memory. */
function inMemoryOrder(weight: TensorValue, places: readonly number[], groups: number, group: number): TensorValue {
  const [outChannels = 1, inChannels = 1, ...kernel] = weight.shape;
  const window = kernel.reduce((product, size) => product * size, 1);
  const rows = outChannels / groups;
  const row = inChannels * window;
  const own = weight.data.subarray(group * rows * row, (group + 1) * rows * row);
  const shape = [rows, inChannels, ...kernel];
  if (places.every((place, at) => place === at)) return { shape, data: own };
  const data = new Float32Array(own.length);
  for (let output = 0; output < rows; output += 1) {
    for (const [at, place] of places.entries()) {
      const start = output * row + at * window;
      data.set(own.subarray(start, start + window), output * row + place * window);
    }
  }
  return { shape, data };
}

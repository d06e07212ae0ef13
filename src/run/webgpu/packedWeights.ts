import { valueAt } from '../../nets/graph';
import type { TensorValues } from '../../nets/weights/tensorValue';
import type { ConvolutionStep, DepthwiseStep } from './deviceStep';

/**
 * A convolution's weights in the order that its kernel reads: group x window row x window column x input slot x output
 * slot, then the bias by output slot. Holes have zeros.
 */
export function packedConvolution(
  { node, input, groups, rows, window }: ConvolutionStep,
  tensors: TensorValues,
): Float32Array<ArrayBuffer> {
  const { shape, data: weight } = valueAt(tensors, `${node.id}.weight`);
  const [outChannels = 1, groupChannels = 1] = shape;
  const taps = window.kernel[0] * window.kernel[1];
  const inSlots = input.layout.length / groups;
  const outSlots = rows.length / groups;
  const packed = new Float32Array((taps * inSlots + 1) * rows.length);
  const channelsIn = input.layout.map((channel) => (channel === null ? null : channel % groupChannels));
  for (const [row, channel] of rows.entries()) {
    if (channel === null || channel >= outChannels) continue;
    const group = Math.floor(row / outSlots);
    const column = row % outSlots;
    for (let slot = 0; slot < inSlots; slot += 1) {
      const inChannel = channelsIn[group * inSlots + slot];
      if (inChannel === null || inChannel === undefined) continue;
      const from = (channel * groupChannels + inChannel) * taps;
      for (let tap = 0; tap < taps; tap += 1) {
        packed[((group * taps + tap) * inSlots + slot) * outSlots + column] = weight[from + tap] ?? 0;
      }
    }
  }
  const bias = tensors.get(`${node.id}.bias`)?.data;
  const biasAt = taps * inSlots * rows.length;
  for (const [row, channel] of rows.entries()) if (channel !== null) packed[biasAt + row] = bias?.[channel] ?? 0;
  return packed;
}

/** A depthwise convolution's weights: window row x window column x slot, then the bias by slot. */
export function packedDepthwise(
  { node, input: { layout }, window }: DepthwiseStep,
  tensors: TensorValues,
): Float32Array<ArrayBuffer> {
  const weight = valueAt(tensors, `${node.id}.weight`).data;
  const bias = tensors.get(`${node.id}.bias`)?.data;
  const taps = window.kernel[0] * window.kernel[1];
  const packed = new Float32Array((taps + 1) * layout.length);
  for (const [slot, channel] of layout.entries()) {
    if (channel === null) continue;
    for (let tap = 0; tap < taps; tap += 1) packed[tap * layout.length + slot] = weight[channel * taps + tap] ?? 0;
    packed[taps * layout.length + slot] = bias?.[channel] ?? 0;
  }
  return packed;
}

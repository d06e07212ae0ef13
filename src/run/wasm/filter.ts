import type { TensorValue } from '../../nets/weights/tensorValue';

/**
 * A convolution's weights as tfjs reads them: height x width x in x out (depthwise: height x width x in x multiplier).
 */
export type Filter = { readonly shape: [number, number, number, number]; readonly data: Float32Array };

/**
 * One group's filter, from PyTorch's order to tfjs's.
 * @param weight out x in/groups x height x width, or out x in of a fully connected layer
 */
export function groupFilter(weight: TensorValue, groups: number, group: number): Filter {
  const [outChannels = 1, inChannels = 1, height = 1, width = 1] = weight.shape;
  const out = outChannels / groups;
  const length = out * inChannels * height * width;
  const data = weight.data.subarray(group * length, (group + 1) * length);
  return { shape: [height, width, inChannels, out], data: outputsLast(data, out, inChannels, height * width) };
}

/**
 * A depthwise filter in tfjs's order. Both number the outputs alike: all outputs of one channel, then those of the
 * next.
 * @param weight (channels x multiplier) x 1 x height x width
 */
export function depthwiseFilter(weight: TensorValue, channels: number): Filter {
  const [outChannels = 1, , height = 1, width = 1] = weight.shape;
  return {
    shape: [height, width, channels, outChannels / channels],
    data: outputsLast(weight.data, outChannels, 1, height * width),
  };
}

/** Output rows per tile: enough to write whole cache lines, few enough that their reads stay in the cache. */
const tileRows = 16;

/** Transposes out x in x window to window x in x out. */
function outputsLast(data: Float32Array, out: number, inChannels: number, window: number): Float32Array {
  const turned = new Float32Array(data.length);
  const row = inChannels * window;
  for (let tile = 0; tile < out; tile += tileRows) {
    const tileEnd = Math.min(out, tile + tileRows);
    for (let input = 0; input < inChannels; input += 1) {
      for (let pixel = 0; pixel < window; pixel += 1) {
        const from = input * window + pixel;
        const to = (pixel * inChannels + input) * out;
        for (let output = tile; output < tileEnd; output += 1) turned[to + output] = data[output * row + from] ?? 0;
      }
    }
  }
  return turned;
}

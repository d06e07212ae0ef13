import type { PartOf } from '../../../nets/weights/tensorValue';
import { changedTensor, tensorOfParts, type NamedTensor } from '../bytes/namedTensor';
import { refuse } from '../bytes/refusal';

/**
 * Weights of 8 bits with a scale for each output channel, as compressed-tensors of Hugging Face names them: `conv.weight`
 * holds whole numbers, `conv.weight_scale` what one of them is worth, and `conv.weight_zero_point`, where there is one, which
 * of them is zero.
 */
const suffixes = { scale: '_scale', zeroPoint: '_zero_point' } as const;

/**
 * The tensors of a file with those of 8 bits in the floats that they stand for, and without what only says how. A tensor of
 * whole numbers without a scale stays as it is. Refuses a scale of another shape.
 * @param int8Names the names of the tensors that are stored as I8
 */
export function dequantised(
  tensors: readonly NamedTensor[],
  int8Names: ReadonlySet<string>,
  place: string,
): readonly NamedTensor[] {
  const byName = new Map(tensors.map((tensor) => [tensor.name, tensor]));
  const used = new Set<NamedTensor>();
  const floats = tensors.map((tensor) => {
    const scale = int8Names.has(tensor.name) ? byName.get(tensor.name + suffixes.scale) : undefined;
    if (scale === undefined) return tensor;
    const zeroPoint = byName.get(tensor.name + suffixes.zeroPoint);
    for (const each of [scale, zeroPoint]) {
      if (each === undefined) continue;
      used.add(each);
      const { length } = each.data;
      if (length === 1 || length === tensor.shape[0]) continue;
      const wanted = `${String(tensor.shape[0] ?? 1)} values, one for each output channel`;
      refuse(`${each.name}: does not fit (got [${each.shape.join(', ')}], wanted ${wanted})`, place);
    }
    return inUnits(tensor, () => ({ scales: scale.data, zeros: zeroPoint?.data ?? Float32Array.of(0) }));
  });
  return floats.filter((tensor) => !used.has(tensor));
}

/** What one whole number is worth and which of them is zero: of each output channel, or one for all. */
type Units = { readonly scales: Float32Array; readonly zeros: Float32Array };

function inUnits(tensor: NamedTensor, unitsOf: () => Units): NamedTensor {
  const { name, shape, part } = tensor;
  const ofChannel = perChannel(shape);
  const one = changedTensor(tensor, () => {
    const { scales, zeros } = unitsOf();
    return (value, index) => {
      const channel = Math.floor(index / ofChannel);
      return (value - of(zeros, channel)) * of(scales, channel);
    };
  });
  if (part === undefined) return one;
  // A channel at a time: millions of weights are read this way before a network runs.
  const many: PartOf = (begin, end) => {
    const { scales, zeros } = unitsOf();
    const floats = new Float32Array(part(begin, end));
    for (let index = 0; index < floats.length;) {
      const channel = Math.floor((begin + index) / ofChannel);
      const [scale, zero] = [of(scales, channel), of(zeros, channel)];
      const until = Math.min(floats.length, (channel + 1) * ofChannel - begin);
      for (; index < until; index += 1) floats[index] = ((floats[index] ?? 0) - zero) * scale;
    }
    return floats;
  };
  return tensorOfParts(name, shape, many, one.elements);
}

function of(values: Float32Array, channel: number): number {
  return values[values.length === 1 ? 0 : channel] ?? 0;
}

/** Weights as whole numbers from -127 to 127, and what one of them is worth in each output channel. */
export type Int8Weights = { readonly values: Int8Array; readonly scales: Float32Array };

/** Rounds the weights of a tensor, output channels first, to 8 bits: the largest of each channel becomes 127. */
export function int8Weights(tensor: Pick<NamedTensor, 'shape' | 'data'>): Int8Weights {
  const { shape, data } = tensor;
  const ofChannel = perChannel(shape);
  const scales = Float32Array.from({ length: shape[0] ?? 0 }, (_, channel) => {
    const own = data.subarray(channel * ofChannel, (channel + 1) * ofChannel);
    return own.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0) / 127;
  });
  const values = Int8Array.from(data, (value, index) => {
    const scale = scales[Math.floor(index / ofChannel)] ?? 0;
    return scale === 0 ? 0 : Math.round(value / scale);
  });
  return { values, scales };
}

/** The name of the scales of a tensor's weights. */
export function scaleName(name: string): string {
  return name + suffixes.scale;
}

/** How many weights each output channel has. */
function perChannel(shape: readonly number[]): number {
  return shape.slice(1).reduce((product, size) => product * size, 1);
}

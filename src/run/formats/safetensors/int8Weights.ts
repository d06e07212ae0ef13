import { changedTensor, type NamedTensor } from '../bytes/namedTensor';
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
    return changedTensor(tensor, () => {
      const [scales, zeros = Float32Array.of(0)] = [scale.data, zeroPoint?.data];
      const ofChannel = perChannel(tensor.shape);
      const at = (values: Float32Array, index: number): number =>
        values[values.length === 1 ? 0 : Math.floor(index / ofChannel)] ?? 0;
      return (value, index) => (value - at(zeros, index)) * at(scales, index);
    });
  });
  return floats.filter((tensor) => !used.has(tensor));
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

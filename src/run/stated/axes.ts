import type { Shape } from '../../nets/op';
import {
  lazyTensor,
  renamed,
  rowMajor,
  rowMajorStrides,
  stridedTensor,
  type Elements,
} from '../formats/bytes/namedTensor';
import type { StoredTensor } from '../weights/stateDict';

/**
 * The tensor with its axes permuted: axis i of the result is axis `order[i]` of the tensor. Copied when read, straight
 * from the elements of the file where it has them, because a second copy of a classifier can be 400 MB.
 */
export function transposed(tensor: StoredTensor, order: readonly number[]): StoredTensor {
  const shape = order.map((axis) => tensor.shape[axis] ?? 1);
  const permuted = (elements: Elements) => ({ ...elements, strides: order.map((axis) => elements.strides[axis] ?? 0) });
  if (tensor.elements !== undefined) return stridedTensor(tensor.name, shape, permuted(tensor.elements));
  return lazyTensor(tensor.name, shape, () => {
    const { data } = tensor;
    const elements = rowMajor(tensor.shape, () => (index) => data[index] ?? 0);
    return stridedTensor(tensor.name, shape, permuted(elements)).data;
  });
}

/** The same values with another shape of the same size. */
export function reshaped(tensor: StoredTensor, shape: readonly number[]): StoredTensor {
  return renamed(tensor, tensor.name, shape);
}

/** The same values with the last axis split into several. */
function withSplitRows(tensor: StoredTensor, sizes: readonly number[]): StoredTensor {
  const shape = [...tensor.shape.slice(0, -1), ...sizes];
  const { elements } = tensor;
  if (elements === undefined) return reshaped(tensor, shape);
  const step = elements.strides.at(-1) ?? 0;
  const strides = [...elements.strides.slice(0, -1), ...rowMajorStrides(sizes).map((stride) => stride * step)];
  return stridedTensor(tensor.name, shape, { ...elements, strides });
}

/** height x width x in x out (TensorFlow, Keras) to out x in x height x width. */
export function fromHwio(kernel: StoredTensor): StoredTensor {
  return transposed(kernel, [3, 2, 0, 1]);
}

/** out x height x width x in (TensorFlow Lite) to out x in x height x width. */
export function fromOhwi(kernel: StoredTensor): StoredTensor {
  return transposed(kernel, [0, 3, 1, 2]);
}

/** height x width x channels x multiplier (a depthwise kernel) to channels * multiplier x 1 x height x width. */
export function fromDepthwise(kernel: StoredTensor): StoredTensor {
  const [height = 1, width = 1, channels = 1, multiplier = 1] = kernel.shape;
  return reshaped(transposed(kernel, [2, 3, 0, 1]), [channels * multiplier, 1, height, width]);
}

/** in x out to out x in. */
export function fromInOut(matrix: StoredTensor): StoredTensor {
  return transposed(matrix, [1, 0]);
}

/**
 * out x in, where the inputs are a map that was flattened by row, column, channel, to the same for one flattened by
 * channel, row, column.
 */
export function fromChannelsLast(matrix: StoredTensor, { height, width, channels }: Shape): StoredTensor {
  return reshaped(transposed(withSplitRows(matrix, [height, width, channels]), [0, 3, 1, 2]), matrix.shape);
}

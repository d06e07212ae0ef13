import { lazyTensor } from '../formats/bytes/namedTensor';
import type { StoredTensor } from '../weights/stateDict';

/** The tensor with its axes permuted: axis i of the result is axis `order[i]` of the tensor. Copied when read. */
export function transposed(tensor: StoredTensor, order: readonly number[]): StoredTensor {
  const strides = tensor.shape.map((_, axis) => product(tensor.shape.slice(axis + 1)));
  const shape = order.map((axis) => tensor.shape[axis] ?? 1);
  const steps = order.map((axis) => strides[axis] ?? 0);
  return lazyTensor(tensor.name, shape, () => gathered(tensor.data, shape, steps));
}

/** The same values with another shape of the same size. */
export function reshaped(tensor: StoredTensor, shape: readonly number[]): StoredTensor {
  return lazyTensor(tensor.name, shape, () => tensor.data);
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

function gathered(data: Float32Array, shape: readonly number[], steps: readonly number[]): Float32Array {
  const values = new Float32Array(data.length);
  const position = shape.map(() => 0);
  let at = 0;
  for (let index = 0; index < values.length; index += 1) {
    values[index] = data[at] ?? 0;
    for (let axis = shape.length - 1; axis >= 0; axis -= 1) {
      const step = steps[axis] ?? 0;
      const next = (position[axis] ?? 0) + 1;
      if (next < (shape[axis] ?? 1)) {
        position[axis] = next;
        at += step;
        break;
      }
      position[axis] = 0;
      at -= step * (next - 1);
    }
  }
  return values;
}

function product(sizes: readonly number[]): number {
  return sizes.reduce((total, size) => total * size, 1);
}

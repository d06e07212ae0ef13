import { lazyTensor } from '../formats/bytes/namedTensor';
import type { StoredTensor } from '../weights/stateDict';

// A file can chain any number of sums of constants, and each is computed through those before it.
const maxDepth = 32;
const depths = new WeakMap<StoredTensor, number>();

/** Whether more may be computed from these tensors. */
export function isShallow(...from: readonly (StoredTensor | undefined)[]): boolean {
  return depthOf(from) < maxDepth;
}

/** A tensor that is computed from others whenever it is read. */
export function computedTensor(
  name: string,
  shape: readonly number[],
  from: readonly (StoredTensor | undefined)[],
  compute: () => Float32Array,
): StoredTensor {
  return computedFrom(from, lazyTensor(name, shape, compute));
}

/** Notes what a tensor is computed from whenever it is read. */
export function computedFrom(from: readonly (StoredTensor | undefined)[], tensor: StoredTensor): StoredTensor {
  depths.set(tensor, 1 + depthOf(from));
  return tensor;
}

function depthOf(tensors: readonly (StoredTensor | undefined)[]): number {
  return tensors.reduce((most, tensor) => Math.max(most, (tensor && depths.get(tensor)) ?? 0), 0);
}

import { failure, success, type Result } from '../../nets/result';
import type { RunError } from '../errors/runError';
import type { StoredTensor } from './stateDict';

/**
 * Looks at every value of a network once; returns the largest magnitude. Fails with the first value that no network can
 * compute with: one that is NaN or infinite, which a training that diverged leaves behind, or a negative variance. One of
 * them is enough to make every output NaN, or the same for every image.
 */
export function weightValues(tensors: readonly StoredTensor[]): Result<{ readonly largest: number }, RunError> {
  // First the variances: folding one that is negative makes NaN of its scale.
  for (const { name, data } of tensors.filter((tensor) => tensor.name.endsWith('.running_var'))) {
    const index = data.findIndex((value) => value < 0);
    if (index >= 0) return failure(impossible(name, data, index));
  }
  let largest = 0;
  for (const { name, data } of tensors) {
    const magnitude = largestOf(data);
    if (!Number.isFinite(magnitude)) {
      return failure(
        impossible(
          name,
          data,
          data.findIndex((value) => !Number.isFinite(value)),
        ),
      );
    }
    largest = Math.max(largest, magnitude);
  }
  return success({ largest });
}

/** The largest magnitude, or NaN if any value is. */
function largestOf(data: Float32Array): number {
  let largest = 0;
  for (let index = 0; index < data.length; index += 1) {
    const magnitude = Math.abs(data[index] ?? 0);
    // Phrased so that NaN fails too.
    if (magnitude <= largest) continue;
    if (Number.isNaN(magnitude)) return magnitude;
    largest = magnitude;
  }
  return largest;
}

function impossible(tensor: string, data: Float32Array, index: number): RunError {
  return { code: 'impossibleWeight', tensor, index, value: data[index] ?? NaN };
}

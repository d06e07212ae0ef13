import { failure, success, type Result } from '../../nets/result';
import type { RunError } from '../errors/runError';
import { partsOf } from '../formats/bytes/namedTensor';
import type { StoredTensor } from './stateDict';

/**
 * Looks at every value of a network once; returns the largest magnitude. Fails with the first value that no network can
 * compute with: one that is NaN or infinite, which a training that diverged leaves behind, or a negative variance. One of
 * them is enough to make every output NaN, or the same for every image.
 */
export function weightValues(tensors: readonly StoredTensor[]): Result<{ readonly largest: number }, RunError> {
  // First the variances: folding one that is negative makes NaN of its scale.
  for (const tensor of tensors.filter(({ name }) => name.endsWith('.running_var'))) {
    const negative = firstOf(tensor, (value) => value < 0);
    if (negative !== undefined) return failure(negative);
  }
  let largest = 0;
  for (const tensor of tensors) {
    for (const part of partsOf(tensor)) largest = Math.max(largest, largestOf(part));
    if (Number.isFinite(largest)) continue;
    const impossible = firstOf(tensor, (value) => !Number.isFinite(value));
    if (impossible !== undefined) return failure(impossible);
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

/** The first value like this, as an error. */
function firstOf(tensor: StoredTensor, isLike: (value: number) => boolean): RunError | undefined {
  let before = 0;
  for (const part of partsOf(tensor)) {
    const at = part.findIndex(isLike);
    const value = part[at];
    if (value !== undefined) return { code: 'impossibleWeight', tensor: tensor.name, index: before + at, value };
    before += part.length;
  }
  return undefined;
}

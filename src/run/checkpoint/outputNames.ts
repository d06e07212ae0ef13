import { failure, success, type Result } from '../../nets/result';

/** TensorFlow models put a background class at index 0. */
const background = 'background';

/** A name for each output of a network, from labels that may lack the background class. */
export function outputNames(labels: readonly string[], classes: number): Result<readonly string[]> {
  if (labels.length === classes) return success(labels);
  if (labels.length === 1000 && classes === 1001) return success([background, ...labels]);
  return failure(`not one name for each output (got ${labels.length}, wanted ${classes})`);
}

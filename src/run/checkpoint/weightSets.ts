import { failure, success, type Result } from '../../nets/result';
import type { TensorFile } from '../formats/parseTensorFile';
import type { Setting } from './conventions';

/**
 * The file with the chosen one of its sets of weights, such as `model_ema`; with the first if none is chosen. The error
 * lists them.
 */
export function withWeights(file: TensorFile, key: string | undefined): Result<TensorFile> {
  if (key === undefined || file.format !== 'pytorch') return success(file);
  const { choices } = file;
  const chosen = choices?.get(key);
  if (chosen !== undefined) return success({ ...file, ...chosen });
  const wanted = choices === undefined ? 'the file has only one' : [...choices.keys()].join(' or ');
  return failure(`weights-key: no such weights (got ${key}, wanted ${wanted})`);
}

/** Which of several sets of weights a checkpoint runs with; open until one is chosen. */
export function weightsSettings(file: TensorFile, key: string | undefined): readonly Setting[] {
  const choices = file.format === 'pytorch' ? file.choices : undefined;
  if (choices === undefined) return [];
  const [first = ''] = choices.keys();
  const shared = { name: 'weights', value: key ?? first, choices: [...choices.keys()] } as const;
  return [key === undefined ? { ...shared, from: 'assumed', isOpen: true } : { ...shared, from: 'chosen' }];
}

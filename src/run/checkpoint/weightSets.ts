import { failure, success, type Result } from '../../nets/result';
import type { TensorFile } from '../formats/parseTensorFile';
import type { RunError } from '../errors/runError';
import { recognise, type Recognised, type RecogniseOptions } from './recognise';

/**
 * Recognises the chosen one of a file's sets of weights, such as `model_ema`. With none chosen, the one that fits a network,
 * and what lies beside it is told; where several do, the setting is open. The error of a key that is not there lists them.
 */
export function recogniseSet(
  file: TensorFile,
  options: RecogniseOptions,
  key: string | undefined,
): Result<Recognised, RunError> {
  const choices = choicesOf(file);
  if (key !== undefined) {
    const chosen = choices.get(key);
    if (chosen === undefined) return failure(missing(key, [...choices.keys()]));
    const found = recognise(chosen, options);
    return found.ok
      ? success(withSetting(found.value, { value: key, from: 'chosen', choices: [...choices.keys()] }))
      : found;
  }
  if (choices.size === 0) return recognise(file, options);
  const found = [...choices].map(([name, set]) => ({ name, result: recognise(set, options) }));
  const fitting = found.flatMap(({ name, result }) => (result.ok ? [{ name, recognised: result.value }] : []));
  const [first, second] = fitting;
  if (first === undefined) return found[0]?.result ?? recognise(file, options);
  const { name: value, recognised } = first;
  const names = fitting.map(({ name }) => name);
  if (second !== undefined)
    return success(withSetting(recognised, { value, from: 'assumed', choices: names, isOpen: true }));
  const beside = found.flatMap(({ name }) => (name === value ? [] : [name]));
  const { notes, ...taken } = withSetting(recognised, { value, from: 'file', choices: [...choices.keys()] });
  return success({ ...taken, notes: [...notes, { kind: 'setTaken', taken: value, beside }] });
}

function choicesOf(file: TensorFile): ReadonlyMap<string, TensorFile> {
  if (file.format !== 'pytorch' && file.format !== 'safetensors') return new Map();
  return new Map([...(file.choices ?? [])].map(([name, set]) => [name, { ...file, ...set }]));
}

function missing(got: string, keys: readonly string[]): RunError {
  const wanted = keys.length === 0 ? 'the file has only one' : keys.join(' or ');
  const detail = `weights-key: no such weights (got ${got}, wanted ${wanted})`;
  return { code: 'badSetting', setting: 'weights-key', got, detail };
}

function withSetting(recognised: Recognised, setting: Omit<Recognised['settings'][number], 'name'>): Recognised {
  return { ...recognised, settings: [{ name: 'weights', ...setting }, ...recognised.settings] };
}

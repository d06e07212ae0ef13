import type { Result } from '../src/nets/result';
import { failure } from '../src/nets/result';
import { parseLabelFile } from '../src/run/weights/labelFile';
import { readBytes } from './readFile';

/** The names of a network's outputs, from any usual file of them. */
export function readLabels(path: string): Result<readonly string[]> {
  const bytes = readBytes(path);
  if (!bytes.ok) return bytes;
  const labels = parseLabelFile(new TextDecoder().decode(bytes.value));
  return labels.ok ? labels : failure(`${path}: ${labels.error}`);
}

import type { Result } from '../src/nets/result';
import { failure, success } from '../src/nets/result';
import { readBytes } from './readFile';

/**
 * The names of a network's outputs, from a JSON array of names, or of objects with a `name`, or from text with one name
 * per line.
 */
export function readLabels(path: string): Result<readonly string[]> {
  const bytes = readBytes(path);
  if (!bytes.ok) return bytes;
  const text = new TextDecoder().decode(bytes.value);
  const names = jsonNames(text) ?? text.split('\n').map((line) => line.trim());
  const labels = names.filter((name) => name !== '');
  return labels.length === 0
    ? failure(`${path}: holds no names (wanted a JSON array or one name a line)`)
    : success(labels);
}

function jsonNames(text: string): readonly string[] | null {
  if (!text.trimStart().startsWith('[')) return null;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  if (!Array.isArray(json)) return null;
  const entries: readonly unknown[] = json;
  return entries.map(nameOf);
}

function nameOf(entry: unknown): string {
  if (typeof entry === 'object' && entry !== null && 'name' in entry) return String(entry.name);
  return typeof entry === 'string' ? entry : '';
}

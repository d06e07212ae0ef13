import { readingBudget } from './bytes/budget';
import { byteReader } from './bytes/byteReader';
import { parseJson } from './bytes/json';
import { fieldOf, itemsIn } from './bytes/jsonFields';
import { readSafely } from './bytes/refusal';
import type { Beside } from './givenFiles';

/** More classes than any network has are no labels. */
const maxBytes = 4_000_000;

/**
 * The names of the outputs from the files that were given along with a network: Teachable Machine's metadata.json or
 * labels.txt. Null where there are none.
 */
export async function labelsBeside(beside: Beside): Promise<readonly string[] | null> {
  const metadata = await beside('metadata.json');
  if (metadata !== null && metadata.length <= maxBytes) {
    const json = readSafely('metadata.json', () => parseJson(byteReader(metadata, readingBudget(metadata.length))));
    const labels = json.ok ? itemsIn(fieldOf(json.value, 'labels')) : [];
    const names = labels.flatMap((label) => (typeof label === 'string' ? [label] : []));
    if (names.length > 0 && names.length === labels.length) return names;
  }
  const text = await beside('labels.txt');
  if (text === null || text.length > maxBytes) return null;
  const lines = new TextDecoder()
    .decode(text)
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
  // Teachable Machine numbers them: `0 Battery`.
  const isNumbered = lines.every((line, index) => line.startsWith(`${index} `));
  const names = lines.map((line, index) => (isNumbered ? line.slice(`${index} `.length) : line).trim());
  return names.length === 0 ? null : names;
}

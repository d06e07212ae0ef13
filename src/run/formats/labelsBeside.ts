import { parseLabelFile } from '../weights/labelFile';
import type { Beside } from './givenFiles';

/** Files of labels by their usual names: Teachable Machine's, then those of Keras, transformers and everybody. */
const fileNames = [
  'metadata.json',
  'labels.txt',
  'labels.json',
  'classes.txt',
  'classes.json',
  'class_index.json',
  'imagenet_class_index.json',
  'id2label.json',
  'labels.csv',
] as const;

/** More classes than any network has are no labels. */
const maxBytes = 4_000_000;

/** The names of the outputs from the files that were given along with a network. Null where there are none. */
export async function labelsBeside(beside: Beside): Promise<readonly string[] | null> {
  for (const fileName of fileNames) {
    const bytes = await beside(fileName);
    if (bytes === null || bytes.length > maxBytes) continue;
    const names = parseLabelFile(new TextDecoder().decode(bytes));
    if (names.ok) return withoutNumbers(names.value);
  }
  return null;
}

/** Teachable Machine numbers the lines of its labels.txt: `0 Battery`. */
function withoutNumbers(names: readonly string[]): readonly string[] {
  const isNumbered = names.every((name, index) => name.startsWith(`${index} `));
  return isNumbered ? names.map((name, index) => name.slice(`${index} `.length).trim()) : names;
}

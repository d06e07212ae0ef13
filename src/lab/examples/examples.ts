import { benchShelf } from '../bench/benchShelf';
import { experimentShelf } from '../guidelines/experimentShelf';
import { layersShelf } from '../layers/layersShelf';
import { fieldsOf, listOf, textAt } from '../measured/fields';
import type { Shelf } from '../measured/shelf';
import bench from './bench.json';
import guidelines from './guidelines.json';
import layers from './layers.json';

/**
 * Results that a page shows until something is measured on the reader's device. `tools/measureExamples.ts` measured them with
 * the app itself; they are in no file that a page saves, and in no collection.
 */
export type Example<T> = {
  /** What they were measured on: `AMD EPYC, 2 cores, 25 GB`. */
  readonly processor: string;
  readonly results: readonly T[];
};

export const layersExample = exampleOf(layers, layersShelf);
export const benchExample = exampleOf(bench, benchShelf);
export const guidelinesExample = exampleOf(guidelines, experimentShelf);

/** @throws Error where a result is not as the shelf keeps it */
function exampleOf<T>(file: unknown, { key, parse }: Shelf<T>): Example<T> {
  const fields = fieldsOf(file, `example ${key}`);
  const results = listOf(fields.values['results'], `${fields.where}.results`).map((json) => {
    const result = parse(json);
    if (!result.ok) throw new Error(result.error);
    return result.value;
  });
  return { processor: textAt(fields, 'processor'), results };
}

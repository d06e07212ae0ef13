import { outputNames } from './outputNames';
import { fetchJson } from '../weights/fetchFile';
import { parseLabels } from '../weights/manifest';

/** Which names the outputs of a network have: ImageNet's, those of the 64 everyday classes, or just numbers. */
export type ClassNaming = 'imagenet' | 'everyday' | 'numbers';

/** Folders of weights whose labels are these names. */
const folders = { imagenet: 'efficientnet-lite0-imagenet', everyday: 'mobilenet-v2-everyday64' } as const;

/** The names for a number of outputs. TensorFlow models put a background class at index 0 of ImageNet. */
export function classNamingOf(classes: number): ClassNaming {
  return classes === 1000 || classes === 1001 ? 'imagenet' : classes === 64 ? 'everyday' : 'numbers';
}

/** Numbers for outputs that have no names: `0`, `1`, ... */
export function numberNames(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => String(index));
}

/** A name for each output; numbers where there are no names, or where the download fails. */
export async function classNames(classes: number, weightsUrl: string, signal: AbortSignal): Promise<readonly string[]> {
  const numbers = numberNames(classes);
  const naming = classNamingOf(classes);
  if (naming === 'numbers') return numbers;
  const labels = await fetchJson(`${weightsUrl}${folders[naming]}/labels.json`, parseLabels, signal);
  const names = labels.ok ? outputNames(labels.value, classes) : labels;
  return names.ok ? names.value : numbers;
}

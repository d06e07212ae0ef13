import { outputNames } from './outputNames';
import { fetchJson } from '../weights/fetchFile';
import { parseLabels } from '../weights/manifest';

/** Whose names a network's outputs have: ImageNet's, those of the 64 everyday classes, or none but numbers. */
export type ClassNaming = 'imagenet' | 'everyday' | 'numbers';

/** Folders of the app that have the names. */
const folders = { imagenet: 'efficientnet-lite0-imagenet', everyday: 'mobilenet-v2-everyday64' } as const;

/** Which names fit a number of outputs. TensorFlow's networks put a background class before ImageNet's thousand. */
export function classNamingOf(classes: number): ClassNaming {
  return classes === 1000 || classes === 1001 ? 'imagenet' : classes === 64 ? 'everyday' : 'numbers';
}

/** A name for each output; numbers where there are no others, or where they cannot be fetched. */
export async function classNames(classes: number, weightsUrl: string, signal: AbortSignal): Promise<readonly string[]> {
  const numbers = Array.from({ length: classes }, (_, index) => String(index));
  const naming = classNamingOf(classes);
  if (naming === 'numbers') return numbers;
  const labels = await fetchJson(`${weightsUrl}${folders[naming]}/labels.json`, parseLabels, signal);
  const names = labels.ok ? outputNames(labels.value, classes) : labels;
  return names.ok ? names.value : numbers;
}

import { catalogue } from '../../nets/models';
import type { Manifest } from '../../run/weights/manifest';
import {
  givesFeatures,
  runnableName,
  runnableOf,
  trainedRunnable,
  untrainedRunnable,
  withResolution,
  type Runnable,
} from '../networks/runnable';

/** How many networks race: at most as many as can be told apart by colour. */
export const raceSize = { min: 2, max: 8 } as const;

/** How many race where the address names none. */
export const presetSize = 3;

/**
 * Each network once: two alike would only show how much the device's times vary.
 * @param names as `racersName` writes them; null for the preset: three designs on ImageNet, where nothing else is given
 */
export function racersOf(
  names: string | null,
  trained: readonly Manifest[],
  preset: readonly Manifest[] = trained.slice(0, presetSize),
): readonly Runnable[] {
  const wanted =
    names === null ? preset.map(trainedRunnable) : names.split(',').map((name) => runnableOf(name, trained));
  const racers = new Map<string, Runnable>();
  for (const runnable of wanted) if (runnable.ok) racers.set(runnableName(runnable.value), runnable.value);
  return [...racers.values()].slice(0, raceSize.max);
}

/** The racers in an address: their names, separated by commas. */
export function racersName(racers: readonly Runnable[]): string {
  return racers.map(runnableName).join(',');
}

/** The first network that does not race yet: one with weights if there is one. */
export function nextRacer(racers: readonly Runnable[], trained: readonly Manifest[]): Runnable | undefined {
  const taken = new Set(racers.map(runnableName));
  const withWeights = trained
    .map(trainedRunnable)
    .flatMap((runnable) => (runnable.ok && !givesFeatures(runnable.value) ? [runnable.value] : []));
  const others = catalogue
    .filter(({ role }) => role === 'light')
    .map((model) => withResolution(untrainedRunnable(model), untrainedResolution));
  return [...withWeights, ...others].find((runnable) => !taken.has(runnableName(runnable)));
}

/** In pixels. Beside networks trained for 96, one at 224 would only be slow. */
const untrainedResolution = 96;

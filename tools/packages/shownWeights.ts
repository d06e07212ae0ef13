import { exhibits } from '../../src/run/weights/exhibits';
import type { ScormItem } from './scormPackage';

export const weightChoices = ['shown', 'all', 'none'] as const;

/** Which networks a package brings along: those that its chapters show on the sample photo, all, or none. */
export type WeightChoice = (typeof weightChoices)[number];

/**
 * The files of an app with fewer networks. Its list of networks names the ones that stay, so that no page offers another.
 * @param app the files of the app, by their address in its folder
 */
export function withWeights(
  app: Readonly<Record<string, Uint8Array>>,
  choice: WeightChoice,
  items: readonly ScormItem[],
): Readonly<Record<string, Uint8Array>> {
  if (choice === 'all') return app;
  const shown = new Set(choice === 'none' ? [] : items.flatMap(weightsOf));
  const index = 'weights/index.json';
  const listed: unknown = JSON.parse(new TextDecoder().decode(app[index]));
  const kept = Array.isArray(listed)
    ? listed.filter((name: unknown) => typeof name === 'string' && shown.has(name))
    : [];
  const files = Object.entries(app).filter(
    ([path]) => !path.startsWith('weights/') || shown.has(path.split('/')[1] ?? ''),
  );
  return { ...Object.fromEntries(files), [index]: new TextEncoder().encode(JSON.stringify(kept)) };
}

/** `/mobilenet-v2` shows the exhibit `mobileNetV2`, `/efficientnet-lite0` the exhibit `efficientNet`. */
function weightsOf({ path }: ScormItem): readonly string[] {
  const letters = path.replaceAll(/[/-]/g, '');
  return Object.entries(exhibits).flatMap(([name, { weights }]) =>
    letters === name.toLowerCase() || letters === `${name.toLowerCase()}lite0` ? [weights] : [],
  );
}

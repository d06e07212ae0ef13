import { catalogue } from '../../nets/models';
import type { Model } from '../../nets/models/model';
import { classNamingOf, type ClassNaming } from '../../run/checkpoint/classNames';
import type { Manifest } from '../../run/weights/manifest';
import { weightsOf } from './runnable';

/** Networks to choose from: with weights, apart by what their classes are, and without. In each, the newest first. */
export type NetworkGroups = {
  readonly trained: readonly { readonly naming: NetworkGroup; readonly networks: readonly Manifest[] }[];
  readonly untrained: readonly Model[];
};

/** What the classes of some weights are; those of a person's own files compare with nothing. */
export type NetworkGroup = ClassNaming | 'own';

/**
 * Groups networks whose accuracies compare: of ImageNet's thousand classes, of the 64 everyday ones, of any others, and those
 * from a person's own files. Empty groups are left out.
 */
export function networkGroups(trained: readonly Manifest[]): NetworkGroups {
  const groups = namings.map((naming) => ({
    naming,
    networks: trained.filter((manifest) => groupOf(manifest) === naming).toSorted((a, b) => yearOf(b) - yearOf(a)),
  }));
  return {
    trained: groups.filter(({ networks }) => networks.length > 0),
    untrained: catalogue.filter(({ id }) => weightsOf(id, trained).length === 0).toSorted((a, b) => b.year - a.year),
  };
}

const namings: readonly NetworkGroup[] = ['imagenet', 'everyday', 'numbers', 'own'];

function groupOf({ name, options }: Manifest): NetworkGroup {
  return isOwnName(name) ? 'own' : classNamingOf(Number(options['classes'] ?? 1000));
}

/** Whether weights came from a person's own file, and not from the app or a publisher. */
export function isOwnName(name: string): boolean {
  return name.startsWith('own-');
}

function yearOf({ net }: Manifest): number {
  return catalogue.find(({ id }) => id === net)?.year ?? 0;
}

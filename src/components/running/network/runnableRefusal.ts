import { isOwnName } from '../../../lab/networks/networkGroups';
import { runnableMisfit } from '../../../lab/networks/runnable';
import { officialWeights } from '../../../run/official/officialWeights';
import type { Manifest } from '../../../run/weights/manifest';
import type { RefusalReason } from '../../ui/address/refusedValue';
import { entryTitle } from '../checkpoints/officialTitle';

/** Why the network of an address does not run here; undefined where it does. */
export function runnableRefusal(name: string, trained: readonly Manifest[]): RefusalReason | undefined {
  const misfit = runnableMisfit(name, trained);
  if (misfit === undefined) return undefined;
  const [id = ''] = name.split(':');
  if (isOwnName(id)) return { kind: 'ownNetwork' };
  const official = officialWeights.find((entry) => entry.name === id);
  return official === undefined ? { kind: 'network', misfit } : { kind: 'notFetched', title: entryTitle(official) };
}

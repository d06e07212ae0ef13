import type { OfficialWeights } from '../../../run/official/officialWeights';
import styles from './Checkpoints.module.css';
import { useKeptNetworks } from './keptNetworksStore';
import { OfficialEntry } from './OfficialEntry';
import type { CheckpointDesk } from './useCheckpointJob';

type OfficialEntriesProps = {
  readonly entries: readonly OfficialWeights[];
  /** Name of the running weights. */
  readonly chosen: string | null;
  readonly desk: CheckpointDesk;
  /** The network's name where all entries are of one and the place says it. */
  readonly within?: string;
};

/** Offers ImageNet networks, each with its button. */
export function OfficialEntries({ entries, chosen, desk, within = '' }: OfficialEntriesProps) {
  const kept = useKeptNetworks() ?? [];
  return (
    <ul className={styles.entries}>
      {entries.map((official) => (
        <OfficialEntry
          key={official.name}
          official={official}
          kept={kept.find(({ name }) => name === official.name)}
          isRunning={chosen === official.name}
          desk={desk}
          within={within}
        />
      ))}
    </ul>
  );
}

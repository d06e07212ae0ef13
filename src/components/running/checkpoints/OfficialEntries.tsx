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
};

/** Offers ImageNet networks, each with its button. */
export function OfficialEntries({ entries, chosen, desk }: OfficialEntriesProps) {
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
        />
      ))}
    </ul>
  );
}

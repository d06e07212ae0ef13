import { Trans, useLingui } from '@lingui/react/macro';
import { OpenList } from '../../ui/OpenList';
import { Fold } from '../../ui/Fold';
import { late } from '../../ui/late';
import { CheckpointPanel } from '../../running/checkpoints/CheckpointPanel';
import type { CheckpointDesk } from '../../running/checkpoints/useCheckpointJob';
import { useNetworkOptions } from '../../running/network/useNetworkOptions';
import type { TrainedNetworks } from '../../running/network/useTrainedNetworks';
import { WeightsText } from '../../running/network/WeightsText';
import type { Runnable } from '../../../lab/networks/runnable';
import styles from './NetworkPanel.module.css';
import { useLiveChoices } from './useLiveChoices';

const RunnableControls = late(async () => (await import('../../running/network/RunnableControls')).RunnableControls);

export type NetworkPanelProps = {
  readonly trained: TrainedNetworks;
  /** Null until the list of trained weights has loaded. */
  readonly runnable: Runnable | null;
  readonly desk: CheckpointDesk;
  readonly onNetwork: (wanted: Runnable) => void;
};

/** The list of networks, and for the one that runs: its costs and accuracy, its options, and weights to get or to open. */
export function NetworkPanel({ trained, runnable, desk, onNetwork }: NetworkPanelProps) {
  const { t } = useLingui();
  const [{ net }] = useLiveChoices();
  const { options, value, note, networkOf } = useNetworkOptions(trained.networks, runnable);
  return (
    <div className={styles.root}>
      <div className={styles.networks}>
        <p className={styles.note}>{note}</p>
        <OpenList
          label={t`Network`}
          options={options}
          value={value}
          onChange={(name) => {
            const wanted = networkOf(name);
            if (wanted !== null) onNetwork(wanted);
          }}
        />
      </div>
      <div className={styles.chosen}>
        {runnable === null ? null : (
          <>
            <WeightsText chosen={runnable} />
            <Fold className={styles.options} summary={<Trans>Options and resolution</Trans>}>
              <div className={styles.controls}>
                <RunnableControls chosen={runnable} trained={trained.networks} onChoose={onNetwork} />
              </div>
            </Fold>
          </>
        )}
        <CheckpointPanel
          net={runnable?.network.model.id ?? null}
          chosen={runnable?.manifest?.name ?? null}
          wanted={net}
          desk={desk}
        />
      </div>
    </div>
  );
}

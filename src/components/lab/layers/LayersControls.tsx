import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import type { BackendChoice, DeviceReport } from '../../../run/device/executor';
import { ChoiceControl } from '../../ui/ChoiceControl';
import { Fold } from '../../ui/Fold';
import { Locked } from '../../ui/Locked';
import { listText } from '../../ui/numberText';
import { BackendChooser } from '../../running/network/BackendChooser';
import { CatalogueSelect } from '../../explain/network/CatalogueSelect';
import { MoreOptions } from '../../explain/network/MoreOptions';
import { OptionControls } from '../../explain/network/OptionControls';
import { rareRoles } from '../../explain/network/optionRoles';
import type { NetworkChoice } from '../../explain/network/useNetworkChoice';
import { useMethodNames } from './useMethodNames';
import styles from './Layers.module.css';

export const methods = ['auto', 'prefixes'] as const;
export const roundCounts = [1, 5, 15] as const;

type RunChoice = {
  readonly backend: BackendChoice;
  readonly method: (typeof methods)[number];
  readonly rounds: (typeof roundCounts)[number];
};

type LayersControlsProps = {
  readonly choice: NetworkChoice;
  readonly run: RunChoice;
  readonly device: DeviceReport | null;
  readonly isBusy: boolean;
  readonly onChoose: (wanted: Partial<RunChoice>) => void;
};

/** Chooses the network, the backend and the timing method. */
export function LayersControls({ choice, run, device, isBusy, onChoose }: LayersControlsProps) {
  const { t, i18n } = useLingui();
  const { network, choose } = choice;
  const { model } = network;
  const methodNames = useMethodNames();
  const { method, rounds } = run;
  const roundsText = t`${plural(rounds, { one: '# round', other: '# rounds' })}`;
  const timing = listText([methodNames[method], roundsText], i18n.locale);
  return (
    <Locked reason={isBusy ? t`These can be changed once the measurement is over.` : null} className={styles.controls}>
      <CatalogueSelect label={t`Network`} network={network} onChoose={choose} />
      <OptionControls
        model={model}
        choice={network.choice}
        without={rareRoles}
        onChoose={(wanted) => {
          choose({ model, choice: wanted });
        }}
      />
      <BackendChooser
        choice={run.backend}
        device={device}
        onChoose={(backend) => {
          onChoose({ backend });
        }}
      />
      <div className={styles.more}>
        <MoreOptions choice={choice} />
        <Fold className={styles.timing} summary={<Trans>Timing: {timing}</Trans>}>
          <div className={styles.controls}>
            <ChoiceControl
              label={t`Timing`}
              options={methods.map((value) => ({ value, label: methodNames[value] }))}
              value={run.method}
              onChange={(method) => {
                onChoose({ method });
              }}
            />
            <ChoiceControl
              label={t`Rounds`}
              options={roundCounts.map((value) => ({ value: String(value), label: String(value) }))}
              value={String(run.rounds)}
              onChange={(chosen) => {
                const rounds = roundCounts.find((value) => String(value) === chosen);
                if (rounds !== undefined) onChoose({ rounds });
              }}
            />
          </div>{' '}
        </Fold>
      </div>
    </Locked>
  );
}

import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { parametersBesides } from '../../../nets/parameter';
import type { BackendChoice, DeviceReport } from '../../../run/device/executor';
import { ChoiceControl } from '../../ui/ChoiceControl';
import { Fold } from '../../ui/Fold';
import { Locked } from '../../ui/Locked';
import { useMediaQuery } from '../../ui/useMediaQuery';
import { listText } from '../../ui/numberText';
import { BackendChooser } from '../../running/network/BackendChooser';
import { useBackendNames } from '../../running/network/useBackendNames';
import { CatalogueSelect } from '../../explain/network/CatalogueSelect';
import { MoreOptions } from '../../explain/network/MoreOptions';
import { OptionControls } from '../../explain/network/OptionControls';
import { rareRoles } from '../../explain/network/optionRoles';
import { useOptionTexts } from '../../explain/network/useOptionTexts';
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
  const methodNames = useMethodNames();
  const { method, rounds } = run;
  const roundsText = t`${plural(rounds, { one: '# round', other: '# rounds' })}`;
  const timing = listText([methodNames[method], roundsText], i18n.locale);
  const isNarrow = useMediaQuery('(width < 37.5rem)');
  const often = <OftenChanged {...{ choice, run, device, onChoose }} />;
  return (
    <Locked reason={isBusy ? t`These can be changed once the measurement is over.` : null} className={styles.controls}>
      <CatalogueSelect label={t`Network`} network={network} onChoose={choose} />
      {isNarrow ? (
        <Fold className={styles.timing} summary={<OftenChangedText network={network} backend={run.backend} />}>
          <div className={styles.controls}>{often}</div>
        </Fold>
      ) : (
        often
      )}
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

/** The options of the network and what it runs on. */
function OftenChanged({ choice, run, device, onChoose }: Omit<LayersControlsProps, 'isBusy'>) {
  const { network, choose } = choice;
  const { model } = network;
  return (
    <>
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
    </>
  );
}

type OftenChangedTextProps = Pick<NetworkChoice, 'network'> & Pick<RunChoice, 'backend'>;

/** The same in a line, for a phone: `1×, 224 px, Automatic`. */
function OftenChangedText({ network: { model, choice }, backend }: OftenChangedTextProps) {
  const { i18n } = useLingui();
  const textOf = useOptionTexts();
  const backends = useBackendNames();
  const options = parametersBesides(model.options, rareRoles).map(([name]) => {
    const { label, unit, choices } = textOf(name);
    const value = String(choice[name]);
    if (unit === undefined) return choices?.[value] ?? `${label} ${value}`;
    return unit === '×' ? `${value}×` : `${value}\u00a0${unit}`;
  });
  return listText([...options, backends[backend]], i18n.locale);
}

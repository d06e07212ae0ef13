import { Trans, useLingui } from '@lingui/react/macro';
import { channelFactors, paperDevices } from '../../../nets/explorables/guidelineExperiments';
import type { DeviceReport } from '../../../run/device/executor';
import { ChoiceControl } from '../../ui/ChoiceControl';
import { CopyLink } from '../../ui/CopyLink';
import { Fold } from '../../ui/Fold';
import { Locked } from '../../ui/Locked';
import { listText } from '../../ui/numberText';
import { Message } from '../../ui/Message';
import { BackendChooser } from '../../running/network/BackendChooser';
import styles from './Guidelines.module.css';
import { useQuestionTexts } from './useQuestionTexts';
import type { ExperimentChoices } from './useExperimentChoices';
import { blockCounts, resolutions, roundCounts } from './useExperimentChoices';

type ExperimentControlsProps = {
  readonly choices: ExperimentChoices;
  readonly device: DeviceReport | null;
  readonly isBusy: boolean;
};

/** Settings shared by all four experiments: the backend and the size of the networks. */
export function ExperimentControls({ choices, device, isBusy }: ExperimentControlsProps) {
  const { t, i18n } = useLingui();
  const { setting, rounds, backend, choose } = choices;
  const platformNames = { gpu: t`GPU table`, arm: t`ARM table (fewer)` };
  const settings = listText(useQuestionTexts()(choices), i18n.locale);
  return (
    <>
      <div className={styles.bar}>
        <Fold className={styles.fold} summary={<Trans>Settings: {settings}</Trans>}>
          <Locked
            reason={isBusy ? t`These can be changed once the measurement is over.` : null}
            className={styles.controls}
          >
            <BackendChooser
              choice={backend}
              device={device}
              onChoose={(wanted) => {
                choose({ backend: wanted });
              }}
            />
            <ChoiceControl
              label={t`Channels from the paper`}
              options={paperDevices.map((value) => ({ value, label: platformNames[value] }))}
              value={setting.channelsOf}
              onChange={(channels) => {
                choose({ channels });
              }}
            />
            <NumberChoice
              label={t`Channel multiplier`}
              values={channelFactors}
              value={setting.factor}
              onChoose={(factor) => {
                choose({ factor });
              }}
            />
            <NumberChoice
              label={t`Map size, px`}
              values={resolutions}
              value={setting.resolution}
              onChoose={(size) => {
                choose({ size });
              }}
            />
            <NumberChoice
              label={t`Blocks`}
              values={blockCounts}
              value={setting.blocks}
              onChoose={(blocks) => {
                choose({ blocks });
              }}
            />
            <NumberChoice
              label={t`Rounds`}
              values={roundCounts}
              value={rounds}
              onChoose={(wanted) => {
                choose({ rounds: wanted });
              }}
            />
          </Locked>
        </Fold>
        <CopyLink />
      </div>
      {setting.resolution === 56 && setting.blocks === 10 ? null : (
        <Message tone="warning" title={t`Smaller than the paper’s experiment`}>
          <Trans>
            The paper runs 10 blocks on 56 × 56 maps. On smaller maps, reading weights and starting operations take a
            larger share of the time, which alone may change the order. The paper’s numbers beside yours remain those
            for 56 × 56.
          </Trans>
        </Message>
      )}
    </>
  );
}

type NumberChoiceProps<N extends number> = {
  readonly label: string;
  readonly values: readonly N[];
  readonly value: number;
  readonly onChoose: (value: N) => void;
};

function NumberChoice<N extends number>({ label, values, value, onChoose }: NumberChoiceProps<N>) {
  return (
    <ChoiceControl
      label={label}
      options={values.map((option) => ({ value: String(option), label: String(option) }))}
      value={String(value)}
      onChange={(chosen) => {
        const option = values.find((candidate) => String(candidate) === chosen);
        if (option !== undefined) onChoose(option);
      }}
    />
  );
}

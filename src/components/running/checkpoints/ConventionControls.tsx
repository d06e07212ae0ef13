import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Input, Label, TextField } from 'react-aria-components';
import type { Choice } from '../../../nets/parameter';
import type { Origin, Setting, SettingName } from '../../../run/checkpoint/conventions';
import { useOptionTexts } from '../../explain/network/useOptionTexts';
import { Button } from '../../ui/Button';
import { Select } from '../../ui/Select';
import styles from './Checkpoints.module.css';

type ConventionControlsProps = {
  readonly settings: readonly Setting[];
  /** What was set before. */
  readonly chosen: Choice;
  readonly onRun: (chosen: Choice) => void;
};

/** Shows what weights assume beyond their values and where each of it comes from, and lets it be changed. */
export function ConventionControls({ settings, chosen, onRun }: ConventionControlsProps) {
  const [draft, setDraft] = useState(chosen);
  const open = settings.filter(({ isOpen }) => isOpen);
  const others = settings.filter(({ isOpen }) => isOpen !== true);
  const isDecided = open.every(({ name }) => keyOf(name) in draft);
  const rowOf = (setting: Setting) => (
    <ConventionRow
      key={setting.name}
      setting={setting}
      value={draft[keyOf(setting.name)]}
      onChange={(value) => {
        setDraft({ ...draft, [keyOf(setting.name)]: value });
      }}
    />
  );
  return (
    <div className={styles.conventions}>
      {open.map(rowOf)}
      <details className={styles.others}>
        <summary>
          <Trans>What the weights assume</Trans>
        </summary>
        <div className={styles.conventions}>{others.map(rowOf)}</div>
      </details>
      <span className={styles.buttons}>
        {Object.keys(draft).length === 0 ? null : (
          <Button
            icon="play"
            isDisabled={!isDecided}
            onPress={() => {
              onRun(draft);
            }}
          >
            <Trans>Run with these settings</Trans>
          </Button>
        )}
        {Object.keys(chosen).length === 0 ? null : (
          <Button
            icon="reset"
            look="quiet"
            onPress={() => {
              onRun({});
            }}
          >
            <Trans>As recognised</Trans>
          </Button>
        )}
      </span>
    </div>
  );
}

type ConventionRowProps = {
  readonly setting: Setting;
  /** What is chosen and not yet run. */
  readonly value: number | string | undefined;
  readonly onChange: (value: string) => void;
};

function ConventionRow({ setting, value, onChange }: ConventionRowProps) {
  const { t } = useLingui();
  const textOf = useOptionTexts();
  const { name, choices, from, isOpen } = setting;
  const label = useConventionLabels()[name] ?? textOf(name).label;
  const origin = useOrigins()[from];
  const words: Readonly<Record<string, string>> = { ...textOf(name).choices, rgb: 'RGB', bgr: 'BGR' };
  const shown = value === undefined ? (isOpen === true ? null : setting.value) : String(value);
  return (
    <div className={styles.convention}>
      {choices === undefined ? (
        <TextField value={shown ?? ''} onChange={onChange} className={styles.typed}>
          <Label>{label}</Label>
          <Input />
        </TextField>
      ) : (
        <Select
          label={label}
          value={shown}
          placeholder={t`Choose`}
          options={choices.map((choice) => ({ value: choice, label: words[choice] ?? choice }))}
          onChange={onChange}
        />
      )}
      <span className={styles.facts}>{isOpen === true ? t`not in the file` : origin}</span>
    </div>
  );
}

/** The name under which a setting is chosen, as on the command line. */
function keyOf(name: SettingName): string {
  return name === 'weights' ? 'weights-key' : name;
}

function useConventionLabels(): Readonly<Partial<Record<SettingName, string>>> {
  const { t } = useLingui();
  return {
    weights: t`Weights in the file`,
    mean: t`Mean of red, green, blue`,
    std: t`Standard deviation`,
    colours: t`Channel order`,
    epsilon: t`Batch norm epsilon`,
  };
}

function useOrigins(): Readonly<Record<Origin, string>> {
  const { t } = useLingui();
  return {
    chosen: t`as you chose`,
    file: t`from the file`,
    config: t`from its config.json`,
    publisher: t`its publisher’s convention`,
    assumed: t`assumed`,
  };
}

import { Trans, useLingui } from '@lingui/react/macro';
import { catalogue } from '../../nets/models';
import type { Manifest } from '../../run/manifest';
import { steppedValues } from '../controls/legalValues';
import { NumberSlider } from '../controls/NumberSlider';
import { bytesText, percentText } from '../controls/numberText';
import { Select } from '../controls/Select';
import { OptionControls } from '../networks/OptionControls';
import { useOptionTexts } from '../networks/useOptionTexts';
import styles from './NetworkChooser.module.css';
import {
  manifestTitle,
  runnableResolutions,
  trainedRunnable,
  untrainedRunnable,
  weightsOf,
  withWeights,
  type Runnable,
} from './runnable';
import { WeightsText } from './WeightsText';

type NetworkChooserProps = {
  /** Every network with trained weights. */
  readonly trained: readonly Manifest[];
  readonly chosen: Runnable | null;
  readonly onChoose: (wanted: Runnable) => void;
  readonly label?: string;
};

/** Any network, option and resolution; how good its weights are, or that it has none. */
export function NetworkChooser({ trained, chosen, onChoose, label }: NetworkChooserProps) {
  const { t } = useLingui();
  return (
    <div className={styles['root']}>
      <NetworkSelect trained={trained} chosen={chosen} onChoose={onChoose} label={label ?? t`Network`} />
      {chosen === null ? null : (
        <>
          <WeightsText chosen={chosen} trained={trained} onChoose={onChoose} />
          <details className={styles['options']}>
            <summary>
              <Trans>Options and resolution</Trans>
            </summary>
            <div className={styles['controls']}>
              <RunnableControls chosen={chosen} trained={trained} onChoose={onChoose} />
            </div>
          </details>
        </>
      )}
    </div>
  );
}

/** The networks with weights first, then every other of the catalogue. */
export function NetworkSelect({ trained, chosen, onChoose, label }: NetworkChooserProps & { readonly label: string }) {
  const { t, i18n } = useLingui();
  const groups = { trained: t`With trained weights`, untrained: t`Untrained: latency only` };
  const detailText = ({ resolution, bytes, accuracy, publishedTop1 }: Manifest) => {
    const size = bytesText(bytes, i18n.locale);
    const share = accuracy?.top1 ?? (publishedTop1 === undefined ? undefined : publishedTop1 / 100);
    if (share === undefined) return t`${resolution} px, ${size}`;
    const top1 = percentText(share, i18n.locale);
    return t`${resolution} px, ${size}, ${top1} right`;
  };
  const withoutWeights = catalogue.filter(({ id }) => weightsOf(id, trained).length === 0);
  const untrained = chosen?.manifest === null ? chosen.network.model : undefined;
  const isListed = untrained === undefined || withoutWeights.includes(untrained);
  return (
    <Select
      label={label}
      options={[
        ...trained.map((manifest) => ({
          value: manifest.name,
          label:
            manifest.publishedTop1 === undefined ? manifestTitle(manifest) : `${manifestTitle(manifest)}, ImageNet`,
          detail: detailText(manifest),
          group: groups.trained,
        })),
        ...[...withoutWeights, ...(isListed ? [] : [untrained])].map(({ id, name, year }) => ({
          value: id,
          label: name,
          detail: String(year),
          group: groups.untrained,
        })),
      ]}
      value={chosen === null ? null : (chosen.manifest?.name ?? chosen.network.model.id)}
      placeholder={t`Looking for networks`}
      isDisabled={chosen === null && trained.length === 0}
      onChange={(value) => {
        const manifest = trained.find(({ name }) => name === value);
        const model = catalogue.find(({ id }) => id === value);
        const wanted = manifest === undefined ? undefined : trainedRunnable(manifest);
        if (wanted?.ok === true) onChoose(wanted.value);
        else if (model !== undefined) onChoose(untrainedRunnable(model));
      }}
    />
  );
}

/** A control for every option that matters to latency, and for the resolution. */
export function RunnableControls({
  chosen,
  trained,
  onChoose,
}: Omit<NetworkChooserProps, 'chosen'> & { readonly chosen: Runnable }) {
  const { label, unit = '' } = useOptionTexts()('resolution');
  const { model, choice } = chosen.network;
  const minimum = model.options['resolution']?.kind === 'integer' ? model.options['resolution'].minimum : 0;
  return (
    <>
      <NumberSlider
        label={label}
        unit={unit}
        values={steppedValues(Math.max(runnableResolutions.least, minimum), runnableResolutions.most, 1)}
        value={Number(choice['resolution'])}
        onChange={(resolution) => {
          onChoose({ ...chosen, network: { model, choice: { ...choice, resolution } } });
        }}
      />
      <OptionControls
        model={model}
        choice={choice}
        without={['resolution', 'classes', 'implementation']}
        onChoose={(wanted) => {
          onChoose(withWeights({ model, choice: wanted }, trained));
        }}
      />
    </>
  );
}

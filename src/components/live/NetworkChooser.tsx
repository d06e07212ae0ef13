import { Trans, useLingui } from '@lingui/react/macro';
import { catalogue } from '../../nets/models';
import { sources } from '../../nets/published';
import { publishedFor } from '../../nets/publishedFor';
import type { Accuracy, Manifest } from '../../run/manifest';
import { Button } from '../controls/Button';
import { steppedValues } from '../controls/legalValues';
import { Message } from '../controls/Message';
import { NumberSlider } from '../controls/NumberSlider';
import { bytesText, exactNumberText, percentText } from '../controls/numberText';
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

type WeightsTextProps = Omit<NetworkChooserProps, 'chosen'> & { readonly chosen: Runnable };

function WeightsText({ chosen, trained, onChoose }: WeightsTextProps) {
  const resolution = Number(chosen.network.choice['resolution']);
  if (chosen.manifest === null) return <Untrained chosen={chosen} trained={trained} onChoose={onChoose} />;
  const { accuracy, source, license, resolution: ownResolution } = chosen.manifest;
  return (
    <>
      <p className={styles['text']}>
        {accuracy === null ? (
          <PublishedAccuracy chosen={chosen} resolution={resolution} />
        ) : (
          <AccuracyText accuracy={accuracy} resolution={resolution} ownResolution={ownResolution} />
        )}
      </p>
      <details className={styles['source']}>
        <summary>
          <Trans>Where the weights come from</Trans>
        </summary>
        <p lang="en">{source}</p>
        {accuracy === null ? null : <p lang="en">{accuracy.set}</p>}
        <p lang="en">{license}</p>
      </details>
    </>
  );
}

/** How often the publisher of these weights says that they are right: nobody measured it here. */
function PublishedAccuracy({ chosen, resolution }: { readonly chosen: Runnable; readonly resolution: number }) {
  const { i18n } = useLingui();
  const published = chosen.manifest?.publishedTop1;
  if (published === undefined) {
    return (
      <Trans>
        It reads {resolution} × {resolution} pixels. Nobody has measured how often it is right.
      </Trans>
    );
  }
  const top1 = percentText(published / 100, i18n.locale);
  const source = publishedFor(chosen.network).find((figure) => figure.top1 === published)?.sources[0];
  if (source === undefined) {
    return (
      <Trans>
        It reads {resolution} × {resolution} pixels. Its publisher found it right on {top1} of ImageNet’s validation
        images.
      </Trans>
    );
  }
  const { title, url } = sources[source];
  return (
    <Trans>
      It reads {resolution} × {resolution} pixels. Its publisher found it right on {top1} of ImageNet’s validation
      images: <a href={url}>{title}</a>.
    </Trans>
  );
}

/** What an untrained network is good for, and which of its options have weights. */
function Untrained({ chosen, trained, onChoose }: WeightsTextProps) {
  const { t } = useLingui();
  const { id, name } = chosen.network.model;
  const known = weightsOf(id, trained);
  return (
    <Message
      tone="note"
      title={t`Untrained: latency only`}
      actions={
        known.length === 0
          ? undefined
          : known.map((manifest) => (
              <Button
                key={manifest.name}
                onPress={() => {
                  const wanted = trainedRunnable(manifest);
                  if (wanted.ok) onChoose(wanted.value);
                }}
              >
                {manifestTitle(manifest)}
              </Button>
            ))
      }
    >
      {known.length === 0 ? (
        <Trans>
          There are no weights for {name} here, so it runs on random ones: the device has the same work, but the names
          would mean nothing.
        </Trans>
      ) : (
        <Trans>
          With these options {name} runs on random weights: the device has the same work, but the names would mean
          nothing. There are weights for:
        </Trans>
      )}
    </Message>
  );
}

function AccuracyText({
  accuracy,
  resolution,
  ownResolution,
}: {
  readonly accuracy: Accuracy;
  readonly resolution: number;
  readonly ownResolution: number;
}) {
  const { i18n } = useLingui();
  const images = exactNumberText(accuracy.images, i18n.locale);
  const top1 = percentText(accuracy.top1, i18n.locale);
  const top5 = percentText(accuracy.top5, i18n.locale);
  return (
    <>
      <Trans>
        It reads {resolution} × {resolution} pixels.
      </Trans>{' '}
      {resolution === ownResolution ? (
        <Trans>
          Of {images} pictures it had never seen, it named <strong>{top1}</strong> right; for <strong>{top5}</strong>{' '}
          the right name was among its five best.
        </Trans>
      ) : (
        <Trans>
          It was trained for {ownResolution} × {ownResolution}, where it named <strong>{top1}</strong> of {images}{' '}
          pictures right, and <strong>{top5}</strong> within its five best.
        </Trans>
      )}
    </>
  );
}

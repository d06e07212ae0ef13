import { Trans, useLingui } from '@lingui/react/macro';
import { modelById } from '../../nets/models';
import type { Accuracy, Manifest } from '../../run/manifest';
import { bytesText, exactNumberText, percentText } from '../controls/numberText';
import { Select } from '../controls/Select';
import styles from './NetworkChooser.module.css';

type NetworkChooserProps = {
  readonly networks: readonly Manifest[];
  readonly chosen: Manifest | undefined;
  readonly onChoose: (name: string) => void;
};

/** The networks with trained weights, and how good the chosen one is, measured on pictures it never saw. */
export function NetworkChooser({ networks, chosen, onChoose }: NetworkChooserProps) {
  const { t, i18n } = useLingui();
  const detailText = ({ resolution, bytes, accuracy }: Manifest) => {
    const [size, top1] = [bytesText(bytes, i18n.locale), accuracy && percentText(accuracy.top1, i18n.locale)];
    return top1 === null ? t`${resolution} px, ${size}` : t`${resolution} px, ${size}, ${top1} right`;
  };
  return (
    <div className={styles['root']}>
      <Select
        label={t`Network`}
        options={networks.map((manifest) => ({
          value: manifest.name,
          label: networkText(manifest),
          detail: detailText(manifest),
        }))}
        value={chosen?.name ?? null}
        placeholder={t`Looking for networks`}
        isDisabled={networks.length === 0}
        onChange={onChoose}
      />
      {chosen === undefined ? null : <WeightsText manifest={chosen} />}
    </div>
  );
}

function WeightsText({ manifest }: { readonly manifest: Manifest }) {
  const { accuracy, resolution, source, license } = manifest;
  return (
    <>
      <p className={styles['text']}>
        {accuracy === null ? (
          <Trans>
            It reads {resolution} × {resolution} pixels. Nobody has measured how often it is right.
          </Trans>
        ) : (
          <AccuracyText accuracy={accuracy} resolution={resolution} />
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

function AccuracyText({ accuracy, resolution }: { readonly accuracy: Accuracy; readonly resolution: number }) {
  const { i18n } = useLingui();
  const images = exactNumberText(accuracy.images, i18n.locale);
  const top1 = percentText(accuracy.top1, i18n.locale);
  const top5 = percentText(accuracy.top5, i18n.locale);
  return (
    <Trans>
      It reads {resolution} × {resolution} pixels. Of {images} pictures it had never seen, it named{' '}
      <strong>{top1}</strong> right; for <strong>{top5}</strong> the right name was among its five best.
    </Trans>
  );
}

/** `ShuffleNet V2 1x`: the network's name with what distinguishes it: its width, and options that are not the default. */
function networkText({ net, options }: Manifest): string {
  const model = modelById(net);
  if (!model.ok) return net;
  const specs = model.value.options;
  const unusual = Object.entries(options)
    .filter(([name, value]) => name !== 'classes' && name !== 'width' && specs[name]?.default !== value)
    .map(([, value]) => String(value));
  return [model.value.name, ...unusual, ...('width' in options ? [`${String(options['width'])}x`] : [])].join(' ');
}

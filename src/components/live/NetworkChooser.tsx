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
        <Trans>
          It reads {resolution} × {resolution} pixels.
        </Trans>{' '}
        {accuracy === null ? (
          <Trans>Nobody has measured how often it is right.</Trans>
        ) : (
          <AccuracyText accuracy={accuracy} />
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

function AccuracyText({ accuracy }: { readonly accuracy: Accuracy }) {
  const { i18n } = useLingui();
  const images = exactNumberText(accuracy.images, i18n.locale);
  const top1 = percentText(accuracy.top1, i18n.locale);
  const top5 = percentText(accuracy.top5, i18n.locale);
  return (
    <Trans>
      Of {images} pictures it had never seen, it named <strong>{top1}</strong> right; for <strong>{top5}</strong> the
      right name was among its five best.
    </Trans>
  );
}

/** `ShuffleNet V2, width 1`: the network's name in the catalogue with the options that its weights were trained for. */
function networkText({ net, options }: Manifest): string {
  const model = modelById(net);
  const details = Object.entries(options)
    .filter(([name]) => name !== 'classes')
    .map(([name, value]) => `${name} ${String(value)}`);
  return [model.ok ? model.value.name : net, ...details].join(', ');
}

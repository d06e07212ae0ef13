import { Trans, useLingui } from '@lingui/react/macro';
import type { Manifest } from '../../../run/weights/manifest';
import { handPublished, officialWeights } from '../../../run/official/officialWeights';
import { bytesText } from '../../ui/numberText';
import styles from './Checkpoints.module.css';
import { HandPublishedNote } from './HandPublishedNote';
import { useKeptNetworks } from './keptNetworksStore';
import { OfficialEntries } from './OfficialEntries';
import { JobStatus } from './JobStatus';
import { KeptButtons } from './OfficialEntry';
import { officialTitle } from './officialTitle';
import { OpenCheckpoint } from './OpenCheckpoint';
import { shippedWeights } from './shippedWeights';
import type { CheckpointDesk } from './useCheckpointJob';

type CheckpointPanelProps = {
  /** Id of the chosen network. */
  readonly net: string | null;
  /** Name of the chosen weights. */
  readonly chosen: string | null;
  /** A name in the URL that this browser does not have; offers for it come first. */
  readonly wanted: string | null;
  readonly desk: CheckpointDesk;
};

/**
 * Shows ImageNet weights for the chosen network, those for all others in a disclosure, and a button to open one's own
 * file.
 */
export function CheckpointPanel(props: CheckpointPanelProps) {
  const { t } = useLingui();
  const { net, wanted } = props;
  const offered = officialWeights.filter(({ name, net: id }) => name !== shippedWeights[id]);
  const missing = offered.find(({ name }) => name === wanted);
  const nearby = missing === undefined ? offered.filter((entry) => entry.net === net) : [missing];
  const others = offered.filter((entry) => !nearby.includes(entry));
  const byHand = handPublished.find((entry) => entry.net === net);
  return (
    <section className={styles.panel} aria-label={t`ImageNet weights and checkpoints`}>
      <h2>ImageNet</h2>
      <p className={styles.note}>
        <Trans>
          The thousand classes, as the publishers trained them. A file is fetched once, checked, and stays in this
          browser.
        </Trans>
      </p>
      {nearby.length === 0 ? null : <OfficialEntries entries={nearby} {...props} />}
      {byHand === undefined ? null : <HandPublishedNote {...byHand} />}
      <details className={styles.others}>
        <summary>
          <Trans>ImageNet weights of other networks</Trans>
        </summary>
        <p className={styles.note}>
          <Trans>
            Addresses, sizes and accuracies are as their publishers print them; where the app is made, none could be
            tried. If one gives nothing, the next is asked.
          </Trans>
        </p>
        <OfficialEntries entries={others} {...props} />
      </details>
      <OwnFiles {...props} />
    </section>
  );
}

/** Networks that the person opened from files, and the button to open one. */
function OwnFiles({ chosen, desk }: CheckpointPanelProps) {
  const own = (useKeptNetworks() ?? []).filter(
    ({ name }) => !officialWeights.some((entry) => entry.name === name && name !== shippedWeights[entry.net]),
  );
  return (
    <div className={styles.own}>
      {own.length === 0 ? null : (
        <ul className={styles.entries}>
          {own.map((manifest) => (
            <OwnEntry key={manifest.name} manifest={manifest} isRunning={chosen === manifest.name} desk={desk} />
          ))}
        </ul>
      )}
      <OpenCheckpoint desk={desk} />
      <JobStatus desk={desk} at="button" />
      <p className={styles.note}>
        <Trans>
          Or drop it on the picture: safetensors, PyTorch .pth, Keras .h5, TensorFlow Lite or ONNX, of any network here.
        </Trans>
      </p>
    </div>
  );
}

function OwnEntry({
  manifest,
  ...rest
}: {
  readonly manifest: Manifest;
  readonly isRunning: boolean;
  readonly desk: CheckpointDesk;
}) {
  const { i18n } = useLingui();
  return (
    <li className={styles.entry}>
      <span className={styles.what}>
        <span className={styles.fileName}>{manifest.source}</span>{' '}
        <span className={styles.facts}>
          {[officialTitle(manifest), bytesText(manifest.bytes, i18n.locale)].join(' · ')}
        </span>
      </span>
      <KeptButtons kept={manifest} title={manifest.source} {...rest} />
    </li>
  );
}

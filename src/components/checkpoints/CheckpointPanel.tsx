import { Trans, useLingui } from '@lingui/react/macro';
import { Button as AriaButton, FileTrigger } from 'react-aria-components';
import type { Manifest } from '../../run/manifest';
import { handPublished, officialWeights, type OfficialWeights } from '../../run/official/officialWeights';
import { Icon } from '../controls/Icon';
import { bytesText } from '../controls/numberText';
import styles from './Checkpoints.module.css';
import { CheckpointStatus } from './CheckpointStatus';
import { checkpointEndings } from './isCheckpointFile';
import { useKeptNetworks } from './keptNetworksStore';
import { KeptButtons, OfficialEntry } from './OfficialEntry';
import { officialTitle } from './officialTitle';
import type { CheckpointDesk } from './useCheckpointJob';

type CheckpointPanelProps = {
  /** Id of the network that is chosen. */
  readonly net: string | null;
  /** Name of the weights that are chosen. */
  readonly chosen: string | null;
  /** A name in the address that is not here: what of it is on offer comes first. */
  readonly wanted: string | null;
  readonly desk: CheckpointDesk;
};

/** ImageNet weights on the chosen network's card, those of all others behind a fold, and a door for one's own files. */
export function CheckpointPanel(props: CheckpointPanelProps) {
  const { t } = useLingui();
  const { net, wanted, desk } = props;
  const missing = officialWeights.find(({ name }) => name === wanted);
  const nearby = missing === undefined ? officialWeights.filter((entry) => entry.net === net) : [missing];
  const others = officialWeights.filter((entry) => !nearby.includes(entry));
  const byHand = handPublished.find((entry) => entry.net === net);
  return (
    <section className={styles['panel']} aria-label={t`ImageNet weights and checkpoints`}>
      <h2>ImageNet</h2>
      <p className={styles['note']}>
        <Trans>
          The thousand classes, as the publishers trained them. A file is fetched once, checked, and stays in this
          browser.
        </Trans>
      </p>
      <CheckpointStatus desk={desk} />
      {nearby.length === 0 ? null : <Entries entries={nearby} {...props} />}
      {byHand === undefined ? null : (
        <p className={styles['note']}>
          <Trans>
            The authors share this network's weights by hand only: <a href={byHand.page}>{byHand.title}</a>. Download a
            file there, and open it here.
          </Trans>
        </p>
      )}
      <details className={styles['others']}>
        <summary>
          <Trans>ImageNet weights of other networks</Trans>
        </summary>
        <Entries entries={others} {...props} />
      </details>
      <OwnFiles {...props} />
    </section>
  );
}

function Entries({ entries, chosen, desk }: CheckpointPanelProps & { readonly entries: readonly OfficialWeights[] }) {
  const kept = useKeptNetworks() ?? [];
  return (
    <ul className={styles['entries']}>
      {entries.map((official) => (
        <OfficialEntry
          key={official.name}
          official={official}
          kept={kept.find(({ name }) => name === official.name)}
          isRunning={chosen === official.name}
          desk={desk}
        />
      ))}
    </ul>
  );
}

/** Files that the person opened, and the button that opens one. */
function OwnFiles({ chosen, desk }: CheckpointPanelProps) {
  const own = (useKeptNetworks() ?? []).filter(({ name }) => !officialWeights.some((entry) => entry.name === name));
  return (
    <div className={styles['own']}>
      {own.length === 0 ? null : (
        <ul className={styles['entries']}>
          {own.map((manifest) => (
            <OwnEntry key={manifest.name} manifest={manifest} isRunning={chosen === manifest.name} desk={desk} />
          ))}
        </ul>
      )}
      <FileTrigger
        acceptedFileTypes={[...checkpointEndings]}
        onSelect={(files) => {
          const file = files?.item(0);
          if (file != null) desk.open(file);
        }}
      >
        <AriaButton className={styles['open'] ?? ''}>
          <Icon name="file" />
          <Trans>Open a checkpoint</Trans>
        </AriaButton>
      </FileTrigger>
      <p className={styles['note']}>
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
    <li className={styles['entry']}>
      <span className={styles['what']}>
        <span className={styles['fileName']}>{manifest.source}</span>
        <span className={styles['facts']}>
          {[officialTitle(manifest), bytesText(manifest.bytes, i18n.locale)].join(' · ')}
        </span>
      </span>
      <KeptButtons kept={manifest} title={manifest.source} {...rest} />
    </li>
  );
}

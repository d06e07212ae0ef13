import { Trans, useLingui } from '@lingui/react/macro';
import { handPublished, officialWeights } from '../../../run/official/officialWeights';
import styles from './Checkpoints.module.css';
import { HandPublishedNote } from './HandPublishedNote';
import { OfficialEntries } from './OfficialEntries';
import { OwnNetworks } from './OwnNetworks';
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
          The 1,000 classes of ImageNet, as trained by the publishers. A file is fetched once, verified, and kept in
          this browser.
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
            Addresses, sizes and accuracies are as the publishers state them; the addresses could not be tested when
            this app was made. If one fails, the next is tried.
          </Trans>
        </p>
        <OfficialEntries entries={others} {...props} />
      </details>
      <OwnNetworks chosen={props.chosen} desk={props.desk} />
    </section>
  );
}

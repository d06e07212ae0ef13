import { Trans } from '@lingui/react/macro';
import styles from './LivePage.module.css';

/** Replaces labels that a network without its classifier does not have. */
export function FeaturesNotice() {
  return (
    <section className={styles.untrained}>
      <h2>
        <Trans>Without its classifier: features only</Trans>
      </h2>
      <p>
        <Trans>
          The file ends before the layer that names things. Look inside shows what it finds; to name things, open the
          file of the whole network.
        </Trans>
      </p>
    </section>
  );
}

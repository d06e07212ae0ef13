import { Trans } from '@lingui/react/macro';
import styles from './LivePage.module.css';

/** Replaces labels that a network without its classifier does not have. */
export function FeaturesNotice() {
  return (
    <section className={styles.untrained}>
      <h2>
        <Trans>No classifier: features only</Trans>
      </h2>
      <p>
        <Trans>
          The file ends before the classifier. Look inside shows the features it computes; to get names, open the file
          of the complete network.
        </Trans>
      </p>
    </section>
  );
}

import { Trans } from '@lingui/react/macro';
import styles from './FaultDetails.module.css';

/** What the code that failed says of it, in English, for those who know the file or the device. */
export function FaultDetails({ details }: { readonly details: string | undefined }) {
  if (details === undefined) return null;
  return (
    <details className={styles.details}>
      <summary>
        <Trans>Details</Trans>
      </summary>
      <p lang="en">{details}</p>
    </details>
  );
}

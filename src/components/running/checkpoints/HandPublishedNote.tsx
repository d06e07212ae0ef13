import { Trans } from '@lingui/react/macro';
import type { HandPublished } from '../../../run/official/officialWeights';
import styles from './Checkpoints.module.css';

/** Says where to find weights that only people can download. */
export function HandPublishedNote({ page, title }: HandPublished) {
  return (
    <p className={styles.note}>
      <Trans>
        The authors offer this network’s weights only as a manual download: <a href={page}>{title}</a>. Download a file
        there and open it here.
      </Trans>
    </p>
  );
}

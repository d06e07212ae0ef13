import { Trans } from '@lingui/react/macro';
import type { HandPublished } from '../../../run/official/officialWeights';
import styles from './Checkpoints.module.css';

/** Says where to find weights that only people can download. */
export function HandPublishedNote({ page, title }: HandPublished) {
  return (
    <p className={styles.note}>
      <Trans>
        The authors share this network’s weights by hand only: <a href={page}>{title}</a>. Download a file there, and
        open it here.
      </Trans>
    </p>
  );
}

import { Trans } from '@lingui/react/macro';
import { Link } from 'react-router';
import styles from './Unknown.module.css';

/** Shown at an address without a page. */
export function Unknown() {
  return (
    <div className={styles.page}>
      <meta name="robots" content="noindex" />
      <h1>
        <Trans>There is no page at this address.</Trans>
      </h1>
      <p>
        <Trans>
          It may have been mistyped. All pages are in the navigation above; <Link to="/">the first page</Link> is a good
          start.
        </Trans>
      </p>
    </div>
  );
}

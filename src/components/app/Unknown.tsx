import { Trans } from '@lingui/react/macro';
import styles from './Unknown.module.css';
import { PageLink } from '../ui/PageLink';

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
          It may have been mistyped. All pages are in the navigation above; <PageLink to="/">the first page</PageLink>{' '}
          is a good start.
        </Trans>
      </p>
    </div>
  );
}

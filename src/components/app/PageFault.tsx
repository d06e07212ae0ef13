import { Trans, useLingui } from '@lingui/react/macro';
import { useRouteError } from 'react-router';
import { Message } from '../ui/Message';
import { PageLink } from '../ui/PageLink';
import { ReloadButton } from '../ui/ReloadButton';
import styles from './PageFault.module.css';

/** Replaces a page that threw or failed to download; the rest of the app keeps working. */
export function PageFault() {
  const { t } = useLingui();
  const error = useRouteError();
  return (
    <Message
      tone="error"
      title={<h1 className={styles.title}>{t`This page stopped working.`}</h1>}
      actions={<ReloadButton />}
    >
      <p>
        <Trans>
          Loading it again usually helps; what you chose is in the address and stays. Otherwise go back to{' '}
          <PageLink to="/">the first page</PageLink>.
        </Trans>
      </p>
      <p>
        <code>{error instanceof Error ? error.message : String(error)}</code>
      </p>
    </Message>
  );
}

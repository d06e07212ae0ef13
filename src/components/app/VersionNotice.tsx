import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../ui/Button';
import { takeNewVersion, useNewVersion } from './newVersion';
import styles from './Notice.module.css';

/** Says that a new version is there, and starts it when it is asked to: never under a running lesson. */
export function VersionNotice() {
  const state = useNewVersion((version) => version.state);
  const [dismissed, setDismissed] = useState('none');
  const isShown = state !== dismissed && state !== 'none';
  return (
    <div role="status" className={isShown ? styles.notice : undefined}>
      {isShown ? (
        <div className={styles.inner}>
          <p>
            {state === 'ready' ? (
              <Trans>A new version of Featherweight is here. What you chose stays.</Trans>
            ) : (
              <Trans>A new version of Featherweight has replaced this one. The next page you open loads it.</Trans>
            )}
          </p>
          <Button onPress={() => void takeNewVersion()}>
            <Trans>Load it now</Trans>
          </Button>
          <Button look="quiet" onPress={() => setDismissed(state)}>
            <Trans>Later</Trans>
          </Button>
        </div>
      ) : null}
    </div>
  );
}

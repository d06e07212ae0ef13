import { useLingui } from '@lingui/react/macro';
import { Suspense } from 'react';
import type { Runnable } from '../../../lab/networks/runnable';
import type { SessionStatus } from '../../../lab/session/sessionStatus';
import { Icon } from '../../ui/Icon';
import { late } from '../../ui/late';
import styles from './LivePage.module.css';
import { PanelButton } from './PanelButton';

const LiveSettings = late(async () => (await import('./LiveSettings')).LiveSettings);
const ShareResult = late(async () => (await import('./ShareResult')).ShareResult);

/** A part of the page that opens beside its button; one at a time. */
export type LivePanel = 'network' | 'settings' | 'share';

type LiveActionsProps = {
  readonly status: SessionStatus;
  readonly runnable: Runnable | null;
  /** Whether the picture does not move. */
  readonly isStill: boolean;
  readonly open: LivePanel | null;
  readonly opens: (name: LivePanel) => (isOpen: boolean) => void;
};

/** The quiet buttons at the end of the bar: what to take away, and how it runs. */
export function LiveActions({ status, runnable, isStill, open, opens }: LiveActionsProps) {
  const { t } = useLingui();
  return (
    <div className={styles.actions}>
      <PanelButton
        className={styles.action}
        label={t`Share result`}
        placement="top end"
        isOpen={open === 'share'}
        onOpenChange={opens('share')}
        button={
          <>
            <Icon name="share" /> {t`Share result`}
          </>
        }
      >
        <Suspense fallback={null}>
          <ShareResult runnable={runnable} lane={status.lanes[0]} />
        </Suspense>
      </PanelButton>
      <PanelButton
        className={styles.action}
        label={t`Settings`}
        placement="top end"
        isOpen={open === 'settings'}
        onOpenChange={opens('settings')}
        button={
          <>
            <Icon name="settings" /> {t`Settings`}
          </>
        }
      >
        <Suspense fallback={null}>
          <LiveSettings status={status} isStill={isStill} />
        </Suspense>
      </PanelButton>
    </div>
  );
}

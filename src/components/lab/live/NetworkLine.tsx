import { useLingui } from '@lingui/react/macro';
import { Suspense } from 'react';
import { ownTitle } from '../../../lab/networks/ownTitle';
import { runnableTitle, type Runnable } from '../../../lab/networks/runnable';
import { Icon } from '../../ui/Icon';
import { late } from '../../ui/late';
import { Spoken } from '../../ui/Spoken';
import type { NetworkPanel as NetworkPanelComponent } from './NetworkPanel';
import { NetworkFacts } from './NetworkFacts';
import styles from './NetworkLine.module.css';
import { PanelButton } from './PanelButton';

const NetworkPanel = late(async () => (await import('./NetworkPanel')).NetworkPanel);

type NetworkLineProps = React.ComponentProps<typeof NetworkPanelComponent> & {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly isInside: boolean;
  readonly onInside: () => void;
};

/** The name of the network, which opens the choice of another, what is known of it in one line, and the way into it. */
export function NetworkLine({ isOpen, onOpenChange, isInside, onInside, ...panel }: NetworkLineProps) {
  const { t } = useLingui();
  const { runnable } = panel;
  return (
    <div className={styles.root}>
      <PanelButton
        className={styles.name}
        label={t`Network`}
        placement="top start"
        isOpen={isOpen}
        onOpenChange={onOpenChange}
        button={
          <>
            <span translate="no">{runnable === null ? t`Looking for networks` : nameOf(runnable)}</span>
            <Icon name="chevronDown" /> <Spoken>{t`Network`}</Spoken>
          </>
        }
      >
        <Suspense fallback={null}>
          <NetworkPanel {...panel} />
        </Suspense>
      </PanelButton>
      <button
        type="button"
        className={styles.inside}
        aria-expanded={isInside}
        disabled={runnable === null}
        onClick={onInside}
      >
        {t`Look inside`}
        <Icon name={isInside ? 'chevronDown' : 'chevronRight'} />
      </button>
      {runnable === null ? null : <NetworkFacts runnable={runnable} />}
    </div>
  );
}

function nameOf(runnable: Runnable): string {
  return (runnable.manifest && ownTitle(runnable.manifest)) ?? runnableTitle(runnable);
}

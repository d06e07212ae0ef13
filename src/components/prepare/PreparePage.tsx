import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import {
  bytesMissing,
  lookAtDevice,
  prepareDevice,
  preparing,
  stopPreparing,
  type Item,
} from '../../lab/prepare/preparing';
import { RunErrorMessage } from '../running/faults/RunErrorMessage';
import { Button } from '../ui/Button';
import { Message } from '../ui/Message';
import { bytesText } from '../ui/numberText';
import { PageLink } from '../ui/PageLink';
import { Progress } from '../ui/Progress';
import { ItemList } from './ItemList';
import { PrepareFaultMessage } from './PrepareFaultMessage';
import styles from './PreparePage.module.css';
import { useItemTitles } from './useItemTitles';

/** Fetches all chapters and networks of the app once, so that a lesson needs no network. */
export function PreparePage() {
  const { items, unknown } = useStore(preparing);
  useEffect(() => {
    if (!isOneFile) void lookAtDevice();
  }, []);
  return (
    <div className={styles.page}>
      <h1>
        <Trans>Prepare this device</Trans>
      </h1>
      <p className={styles.lede}>
        <Trans>
          For a room without a network: this browser fetches all chapters and the networks that come with the app once,
          and keeps them on this device.
        </Trans>
      </p>
      {isOneFile ? (
        <Message tone="note">
          <Trans>This file needs no network: everything in it works as it is.</Trans>
        </Message>
      ) : unknown !== null ? (
        <RunErrorMessage
          error={unknown}
          actions={
            <Button icon="repeat" onPress={() => void lookAtDevice()}>
              <Trans>Try again</Trans>
            </Button>
          }
        />
      ) : (
        <>
          <Desk items={items ?? []} isKnown={items !== null} />
          <ItemList items={items ?? []} isKnown={items !== null} />
          {items === null ? null : (
            <p className={styles.lede}>
              <Trans>
                Not among them: the publishers’ weights on the <PageLink to="/networks">Networks</PageLink> page. Once
                fetched there, they stay on this device as well.
              </Trans>
            </p>
          )}
        </>
      )}
    </div>
  );
}

/** The app as one file (`npm run single`). */
const isOneFile = window.location.protocol === 'file:';

/** The button, how far it has come, and what came of it. */
function Desk({ items, isKnown }: { readonly items: readonly Item[]; readonly isKnown: boolean }) {
  const { t, i18n } = useLingui();
  const { current, fault } = useStore(preparing);
  const titles = useItemTitles(items);
  const missing = bytesMissing(items);
  const [whole, kept] = [sumOf(items, ({ bytes }) => bytes), sumOf(items, ({ keptBytes }) => keptBytes)];
  const [wholeText, keptText, missingText] = [whole, kept, missing].map((bytes) => bytesText(bytes, i18n.locale));
  const isReady = isKnown && missing === 0;
  const worst = fault ?? items.find((item) => item.fault !== null)?.fault ?? null;
  if (current !== null)
    return (
      <div className={styles.desk}>
        <Progress
          label={t`Fetching ${titles[current] ?? ''}`}
          detail={t`${keptText} of ${wholeText}`}
          fraction={whole === 0 ? null : kept / whole}
        />
        <Button icon="stop" onPress={stopPreparing}>
          <Trans>Stop</Trans>
        </Button>
      </div>
    );
  return (
    <div className={styles.desk}>
      {isReady ? null : (
        <Button look="primary" icon="download" isDisabled={!isKnown} onPress={() => void prepareDevice()}>
          {missing === whole ? t`Prepare this device (${wholeText})` : t`Fetch the remaining ${missingText}`}
        </Button>
      )}
      <div role="status" className={styles.outcome}>
        {isReady ? (
          <Trans>This device is ready: everything works without a network.</Trans>
        ) : missing > 0 ? (
          <span className={styles.before}>
            <Trans>You can stop at any time and go on later.</Trans>
          </span>
        ) : null}
      </div>
      {worst === null ? null : <PrepareFaultMessage fault={worst} />}
    </div>
  );
}

function sumOf(items: readonly Item[], bytes: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + bytes(item), 0);
}

import { Trans, useLingui } from '@lingui/react/macro';
import { Suspense, useState, type ReactNode } from 'react';
import { Button } from '../../ui/Button';
import type { LabResult } from '../../../lab/results/labResult';
import styles from './TakeHome.module.css';
import { late } from '../../ui/late';

// Few people take a result home, and the encoder of the code is large.
const TakenResults = late(async () => (await import('./TakenResults')).TakenResults);

type TakeHomeProps = {
  /** The results at the time of the call; empty before the first frame. */
  readonly results: () => readonly LabResult[];
  readonly isDisabled: boolean;
  /** A picture of the results, drawn when they are taken; the race always shows its own. */
  readonly chart?: () => ReactNode;
};

/** Freezes the current results and offers them as files, a link and a QR code. */
export function TakeHome({ results, isDisabled, chart }: TakeHomeProps) {
  const { t } = useLingui();
  const [{ taken, picture }, take] = useState<Taken>({ taken: [], picture: null });
  return (
    <section className={styles.root} aria-label={t`Share result`}>
      <Button
        icon="download"
        isDisabled={isDisabled}
        onPress={() => {
          take({ taken: results(), picture: chart?.() });
        }}
      >
        {taken.length === 0 ? <Trans>Share result</Trans> : <Trans>Capture again</Trans>}
      </Button>
      {taken.length === 0 ? null : (
        <Suspense fallback={null}>
          <TakenResults results={taken} />
          <div className={styles.picture}>{picture}</div>
        </Suspense>
      )}
    </section>
  );
}

type Taken = { readonly taken: readonly LabResult[]; readonly picture: ReactNode };

import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Prediction } from '../../../course/prediction';
import styles from './AfterGuess.module.css';
import { useIsOpen } from './useGate';

type AfterGuessProps = {
  readonly of: Prediction;
  /** What shows the answer as it stands: a workbench, a chart. */
  readonly children: ReactNode;
};

/** Keeps what would give an answer away off the page until the question is answered. */
export function AfterGuess({ of: prediction, children }: AfterGuessProps) {
  if (useIsOpen(prediction)) return children;
  return (
    <p className={styles.closed}>
      <Trans>Answer first: what comes here would give it away.</Trans>
    </p>
  );
}

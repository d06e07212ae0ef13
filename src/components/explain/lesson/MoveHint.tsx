import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import styles from './MoveHint.module.css';

type MoveHintProps = {
  /** How to move. */
  readonly children: ReactNode;
  /** Whether the answer was asked for while nothing had been moved. */
  readonly isRefused: boolean;
};

/** Says how a guess is made by moving things. What stands there before is nobody's guess. */
export function MoveHint({ children, isRefused }: MoveHintProps) {
  return (
    <>
      <p className={styles.hint}>{children}</p>
      <div role="status" className={styles.status}>
        {isRefused ? (
          <p className={styles.refused}>
            <Trans>Move something first, or look without guessing.</Trans>
          </p>
        ) : null}
      </div>
    </>
  );
}

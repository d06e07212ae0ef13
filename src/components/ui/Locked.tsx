import type { ReactNode } from 'react';
import styles from './Locked.module.css';
import { LockedContext } from './lockedContext';

type LockedProps = {
  /** Why the controls cannot be used now; null where they can. */
  readonly reason: ReactNode | null;
  /** The layout of the controls. */
  readonly className: string | undefined;
  readonly children: ReactNode;
};

/** Controls that are disabled for a while: they stay readable, and the reason stands below them, on a line that is kept free. */
export function Locked({ reason, className, children }: LockedProps) {
  return (
    <div className={styles.root}>
      <div className={className}>
        <LockedContext value={reason !== null}>{children}</LockedContext>
      </div>
      <p className={styles.reason} role="status">
        {reason}
      </p>
    </div>
  );
}

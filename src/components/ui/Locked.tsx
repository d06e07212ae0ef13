import type { ReactNode } from 'react';
import styles from './Locked.module.css';

type LockedProps = {
  /** Why the controls cannot be used now; null where they can. */
  readonly reason: ReactNode | null;
  /** The layout of the controls. */
  readonly className: string | undefined;
  readonly children: ReactNode;
};

/** Controls that cannot be used for a while: none takes the focus, and the reason stands over them. */
export function Locked({ reason, className, children }: LockedProps) {
  return (
    <div className={styles.root}>
      <p className={styles.reason} role="status">
        {reason}
      </p>
      <div className={className} inert={reason !== null}>
        {children}
      </div>
    </div>
  );
}

import type { ReactNode } from 'react';
import styles from './Workbench.module.css';

type WorkbenchProps = {
  /** The picture and what can be taken away of it: it stays in sight while the side scrolls. */
  readonly stage: ReactNode;
  /** Controls and numbers. */
  readonly side: ReactNode;
};

/** A picture beside its controls; one above the other where there is no room for both. */
export function Workbench({ stage, side }: WorkbenchProps) {
  return (
    <div className={styles.workbench}>
      <div className={styles.stage}>{stage}</div>
      <div className={styles.side}>{side}</div>
    </div>
  );
}

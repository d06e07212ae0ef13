import type { ReactNode } from 'react';
import styles from './Workbench.module.css';

type WorkbenchProps = {
  /** The picture and its exports; it stays in view while the side scrolls. */
  readonly stage: ReactNode;
  /** Controls and numbers. */
  readonly side: ReactNode;
};

/** A picture beside its controls, or above them on a narrow page. */
export function Workbench({ stage, side }: WorkbenchProps) {
  return (
    <div className={styles.workbench}>
      <div className={styles.stage}>{stage}</div>
      <div className={styles.side}>{side}</div>
    </div>
  );
}

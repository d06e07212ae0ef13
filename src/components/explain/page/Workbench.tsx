import type { ReactNode } from 'react';
import { useLinkedMarks } from './useLinkedMarks';
import styles from './Workbench.module.css';

type WorkbenchProps = {
  /** A figure that needs the whole width, above the others. */
  readonly across?: ReactNode;
  /** The figure. */
  readonly stage: ReactNode;
  /** Its controls; they stay in view while a tall figure scrolls, as a low figure does beside many controls. */
  readonly side: ReactNode;
  /** What the figure says of the chosen part, below both. */
  readonly below?: ReactNode;
  /** What all come to; it stays at the window's lower edge while the card is in view. */
  readonly foot?: ReactNode;
  /** Details, below all. */
  readonly children?: ReactNode;
};

/** A figure and its controls in one card, side by side where there is room. */
export function Workbench({ across, stage, side, below, foot, children }: WorkbenchProps) {
  return (
    <div className={styles.workbench} data-workbench {...useLinkedMarks()}>
      {across === undefined ? null : (
        <div className={styles.across} data-across>
          {across}
        </div>
      )}
      <div className={styles.row} data-row data-even={across === undefined ? undefined : true}>
        <div className={styles.stage} data-stage>
          {stage}
        </div>
        <div className={styles.side} data-side>
          {side}
        </div>
      </div>
      {below === undefined ? null : (
        <div className={styles.below} data-below>
          {below}
        </div>
      )}
      {foot === undefined ? null : (
        <div className={styles.foot} data-foot>
          {foot}
        </div>
      )}
      {children === undefined ? null : (
        <div className={styles.more} data-more>
          {children}
        </div>
      )}
    </div>
  );
}

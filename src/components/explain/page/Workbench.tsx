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
  /** What the figure shows, under the card. */
  readonly caption?: ReactNode;
  /** Details that open under the card. */
  readonly children?: ReactNode;
};

/**
 * A figure and its controls in one card that fits a window of 1280 x 720 px: side by side where there is room, and under a
 * figure that needs the whole width in three columns, controls, what they say, and what all come to.
 */
export function Workbench({ across, stage, side, below, foot, children, caption }: WorkbenchProps) {
  const columns = (
    <>
      <div className={styles.stage} data-stage>
        {stage}
      </div>
      <div className={styles.side} data-side>
        {side}
      </div>
    </>
  );
  const total =
    foot === undefined ? null : (
      <div className={styles.foot} data-foot>
        {foot}
      </div>
    );
  return (
    <div className={styles.frame}>
      <div className={styles.workbench} data-workbench {...useLinkedMarks()}>
        {across === undefined ? (
          <>
            <div className={styles.row} data-row>
              {columns}
            </div>
            {below === undefined ? null : (
              <div className={styles.below} data-below>
                {below}
              </div>
            )}
            {total}
          </>
        ) : (
          <div className={styles.rows} data-costs="column">
            <div className={styles.across} data-across>
              {across}
            </div>
            {columns}
            {total}
          </div>
        )}
      </div>
      {caption === undefined ? null : <p className={styles.caption}>{caption}</p>}
      {children}
    </div>
  );
}

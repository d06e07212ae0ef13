import type { ReactNode } from 'react';
import type { Files } from './Exports';
import { Exports } from './Exports';
import styles from './TableFrame.module.css';

type TableFrameProps = {
  /** Names the place for whoever scrolls it with the keyboard. */
  readonly label: string;
  /** The table's numbers, to take away. */
  readonly files: Files;
  /** A `<table>`. */
  readonly children: ReactNode;
};

/** The frame of a table of numbers: where the page is too narrow it scrolls by itself, and below it is saved. */
export function TableFrame({ label, files, children }: TableFrameProps) {
  return (
    <div className={styles['root']}>
      <div className={styles['scroller']} role="group" aria-label={label} tabIndex={0}>
        {children}
      </div>
      <Exports files={files} />
    </div>
  );
}

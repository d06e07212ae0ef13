import type { ReactNode } from 'react';
import styles from './Table.module.css';

/** A quieter second line in a cell or head of a table. */
export function Detail({ children }: { readonly children: ReactNode }) {
  // The space keeps it apart from the first line for who hears or copies both.
  return (
    <>
      {' '}
      <span className={styles.detail}>{children}</span>
    </>
  );
}

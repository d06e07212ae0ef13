import type { ReactNode } from 'react';
import styles from './MapPanel.module.css';

/** What the values of a figure come to, in a sentence. */
export function Finding({ children }: { readonly children: ReactNode }) {
  return <p className={styles.finding}>{children}</p>;
}

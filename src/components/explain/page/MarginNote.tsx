import type { ReactNode } from 'react';
import styles from './MarginNote.module.css';

/** A note or a source in the margin, beside the text that it belongs to. A child of `Section`. */
export function MarginNote({ children }: { readonly children: ReactNode }) {
  return <aside className={styles.note}>{children}</aside>;
}

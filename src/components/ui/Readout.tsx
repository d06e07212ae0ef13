import type { ReactNode } from 'react';
import styles from './Readout.module.css';

type ReadoutProps = {
  readonly label: ReactNode;
  readonly value: ReactNode;
  readonly unit?: ReactNode;
  /** A quieter line below: a ratio, an exact value, a source. */
  readonly note?: ReactNode;
};

/** A labelled number, as on an instrument; `Readouts` lays out several. */
export function Readout({ label, value, unit, note }: ReadoutProps) {
  return (
    <div className={styles.readout}>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.value}>
        <span className={styles.number}>{value}</span>
        {unit === undefined ? null : <span className={styles.unit}> {unit}</span>}
        {note === undefined ? null : <span className={styles.note}> {note}</span>}
      </dd>
    </div>
  );
}

/** Lays out readouts in as many columns as fit. */
export function Readouts({ children }: { readonly children: ReactNode }) {
  return <dl className={styles.row}>{children}</dl>;
}

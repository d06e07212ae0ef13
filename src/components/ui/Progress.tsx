import { Label, ProgressBar } from 'react-aria-components';
import styles from './Progress.module.css';

type ProgressProps = {
  /** What is going on. */
  readonly label: string;
  /** The progress in words: `2.1 MB of 4.6 MB`. */
  readonly detail: string;
  /** Between 0 and 1; null while unknown. */
  readonly fraction: number | null;
};

/** A progress bar with a label. */
export function Progress({ label, detail, fraction }: ProgressProps) {
  return (
    <ProgressBar
      className={styles.root}
      value={(fraction ?? 0) * 100}
      isIndeterminate={fraction === null}
      valueLabel={detail}
    >
      <div className={styles.head}>
        <Label>{label}</Label>
        <span className={styles.detail}>{detail}</span>
      </div>
      <div className={styles.track}>
        <div
          className={fraction === null ? styles.unknown : styles.fill}
          style={fraction === null ? {} : { inlineSize: `${String(fraction * 100)}%` }}
        />
      </div>
    </ProgressBar>
  );
}

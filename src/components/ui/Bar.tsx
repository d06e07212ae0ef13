import type { ReactNode } from 'react';
import styles from './Bar.module.css';

type BarProps = {
  /** Filled fraction, 0 to 1. */
  readonly fraction: number;
  /** Sets the size, and the colour with `--fill`. */
  readonly className: string | undefined;
  /** Marks drawn over it. */
  readonly children?: ReactNode;
};

/** A bar beside the number that it draws, hidden from screen readers. */
export function Bar({ fraction, className = '', children }: BarProps) {
  return (
    <span className={`${styles.bar} ${className}`} aria-hidden="true">
      <span className={styles.fill} style={{ inlineSize: `${100 * fraction}%` }} />
      {children}
    </span>
  );
}

import type { ReactNode } from 'react';
import styles from './Legend.module.css';

type LegendProps = {
  readonly entries: readonly { readonly id: string; readonly name: string; readonly swatch: ReactNode }[];
  /** For sizes that differ from other legends, such as `--swatch-size`. */
  readonly className?: string | undefined;
};

/** The colours and signs of a chart, explained. */
export function Legend({ entries, className }: LegendProps) {
  return (
    <ul className={`${styles.legend} ${className ?? ''}`}>
      {entries.map(({ id, name, swatch }) => (
        <li key={id}>
          {swatch}
          {name}
        </li>
      ))}
    </ul>
  );
}

/** A square in the colours of `className`. */
export function Swatch({ className }: { readonly className?: string | undefined }) {
  return <span className={`${styles.swatch} ${className ?? ''}`} aria-hidden="true" />;
}

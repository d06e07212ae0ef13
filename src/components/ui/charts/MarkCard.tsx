import type { ReactNode } from 'react';
import styles from './MarkCard.module.css';

type MarkCardProps = {
  readonly title: string;
  /** A quieter second line. */
  readonly detail?: string | undefined;
  readonly figures: readonly (readonly [name: string, value: ReactNode])[];
  /** Where the figures come from. */
  readonly source?: string | undefined;
};

/** What the card of a mark says: its name, its figures, and where they come from. */
export function MarkCard({ title, detail, figures, source }: MarkCardProps) {
  return (
    <>
      <div className={styles.title}>{title}</div>
      {detail === undefined ? null : <div className={styles.quiet}>{detail}</div>}
      <dl className={styles.figures}>
        {figures.map(([name, value]) => (
          <div key={name} className={styles.figure}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {source === undefined ? null : <div className={styles.quiet}>{source}</div>}
    </>
  );
}

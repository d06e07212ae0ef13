import { useRef } from 'react';
import { recordRows } from '../../../nets/readings/spreadsheet';
import { ExportsMenu } from '../ExportsMenu';
import { Quantity } from '../Quantity';
import { useNumbersTable } from '../useNumbersTable';
import styles from './ComparisonBars.module.css';

export type ComparedBar = {
  readonly id: string;
  readonly label: string;
  readonly value: number;
  readonly tone: 'subject' | 'other';
};

/** Labelled bars with their numbers, as a list; the longest fills the width. */
export function ComparisonBars({
  name,
  title = name,
  fileName,
  bars,
  format,
}: {
  readonly name: string;
  /** Above the bars, instead of their name: what they show. */
  readonly title?: string;
  /** The name of its files, without extension. */
  readonly fileName: string;
  readonly bars: readonly ComparedBar[];
  readonly format?: (value: number) => string;
}) {
  const max = Math.max(...bars.map(({ value }) => value));
  const place = useRef<HTMLDivElement>(null);
  const files = {
    name: fileName,
    numbers: () => recordRows(bars.map(({ label, value }) => ({ bar: label, [name]: value }))),
  };
  const { toggle, table } = useNumbersTable(name, files);
  return (
    <div ref={place} className={styles.root}>
      <div className={styles.head}>
        <p className={styles.title}>{title}</p>
        <ExportsMenu title={name} files={files} picture={place} table={toggle} />
      </div>
      <dl className={styles.bars} aria-label={name}>
        {bars.map(({ id, label, value, tone }) => (
          <div key={id} className={styles.row} data-bar={id}>
            <dt>{label}</dt>
            <dd>
              <span className={styles.track} aria-hidden="true">
                <span
                  className={styles.bar}
                  data-tone={tone}
                  style={{ inlineSize: `${String((100 * value) / max)}%` }}
                />
              </span>{' '}
              <span className={styles.value}>
                {format === undefined ? <Quantity value={value} stops="plain" /> : format(value)}
              </span>
            </dd>
          </div>
        ))}
      </dl>
      {table}
    </div>
  );
}

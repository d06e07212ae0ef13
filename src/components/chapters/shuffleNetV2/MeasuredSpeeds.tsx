import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Bar } from '../../ui/Bar';
import { percentText, useNumberText } from '../../ui/numberText';
import { Table } from '../../ui/Table';
import { PlatformChoice } from './PlatformChoice';
import styles from './ShuffleNetV2.module.css';
import { usePlatform } from './usePlatform';

type Triple<T> = readonly [T, T, T];

export type MeasuredRow = {
  readonly id: string;
  readonly label: ReactNode;
  /** Counts of this row's graph, one for each of `counted`; the text is how the table prints it. */
  readonly figures: readonly { readonly value: number | undefined; readonly text: string }[];
  /** As printed; higher is faster. */
  readonly speeds: Triple<number>;
};

type MeasuredSpeedsProps = {
  /** What was found, above the table. */
  readonly title: string;
  /** Stem of its file names. */
  readonly fileName: string;
  /** What the table shows and its source. */
  readonly caption: ReactNode;
  /** Head of the first column. */
  readonly rowName: string;
  /** Heads of the columns that are counted, not measured. */
  readonly counted: readonly string[];
  readonly columns: Triple<string>;
  readonly rows: readonly MeasuredRow[];
  readonly note?: ReactNode;
};

/** A table of the paper's measurements, each speed also as a share of the first row's. */
export function MeasuredSpeeds({
  title,
  fileName,
  caption,
  rowName,
  counted,
  columns,
  rows,
  note,
}: MeasuredSpeedsProps) {
  const { t } = useLingui();
  const [platform] = usePlatform();
  const unit = platform === 'gpu' ? t`batches per second` : t`images per second`;
  return (
    <div className={styles.measured}>
      <div className={styles.head}>
        <h3 className={styles.title}>{title}</h3>
        <PlatformChoice />
      </div>
      <Table
        look="printed"
        className={styles.table}
        label={t`Measured speeds`}
        fileName={`${fileName}-${platform}`}
        caption={caption}
        rows={rows}
        keyOf={({ id }) => id}
        attributesOf={({ id }) => ({ 'data-measured': id })}
        columns={[
          { head: rowName, file: rowName, value: ({ id }) => id, show: ({ label }) => label },
          ...counted.map((name, index) => ({
            head: name,
            file: name,
            value: ({ figures }: MeasuredRow) => figures[index]?.value,
            show: ({ figures }: MeasuredRow) => figures[index]?.text,
            attributes: ({ figures }: MeasuredRow) => ({ 'data-counted': figures[index]?.value }),
          })),
          ...columns.map((name, index) => ({
            head: name,
            group: t`Measured: ${unit}`,
            className: styles.speed,
            file: `${name}, ${unit}`,
            value: ({ speeds }: MeasuredRow) => speeds[index],
            format: (speed: number) => <Speed speed={speed} first={rows[0]?.speeds[index] ?? speed} />,
          })),
        ]}
      />
      {note === undefined ? null : <p className={styles.note}>{note}</p>}
    </div>
  );
}

const plain = { maximumFractionDigits: 1 } as const;

function Speed({ speed, first }: { readonly speed: number; readonly first: number }) {
  const { i18n } = useLingui();
  const number = useNumberText(plain);
  const share = speed / first;
  return (
    <>
      {number(speed)} <span className={styles.share}>{percentText(share, i18n.locale, 0)}</span>
      <Bar fraction={Math.min(1, share / 1.25)} className={styles.bar} />
    </>
  );
}

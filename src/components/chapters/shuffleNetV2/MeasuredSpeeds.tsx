import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { SheetRow } from '../../../nets/readings/spreadsheet';
import { percentText, useNumberText } from '../../ui/numberText';
import { TableFrame } from '../../ui/TableFrame';
import { PlatformChoice } from './PlatformChoice';
import styles from './ShuffleNetV2.module.css';
import { usePlatform } from './usePlatform';

type Triple<T> = readonly [T, T, T];

export type MeasuredRow = {
  readonly id: string;
  readonly label: ReactNode;
  /** What the graph of this row counts, one for each of `counted`; the text is how the table prints it. */
  readonly figures: readonly { readonly value: number | undefined; readonly text: string }[];
  /** As printed, larger is faster. */
  readonly speeds: Triple<number>;
};

type MeasuredSpeedsProps = {
  /** Stem of the names of its files. */
  readonly fileName: string;
  /** What the table shows and where it is printed. */
  readonly caption: ReactNode;
  /** Head of the first column. */
  readonly rowName: string;
  /** Heads of the columns that are counted here and not measured. */
  readonly counted: readonly string[];
  readonly columns: Triple<string>;
  readonly rows: readonly MeasuredRow[];
  readonly note?: ReactNode;
};

/** A table of the paper's measurements; each speed as a share of the first row's. */
export function MeasuredSpeeds({ fileName, caption, rowName, counted, columns, rows, note }: MeasuredSpeedsProps) {
  const { t } = useLingui();
  const [platform] = usePlatform();
  const unit = platform === 'gpu' ? t`batches per second` : t`images per second`;
  const numbers = (): readonly SheetRow[] => [
    [rowName, ...counted, ...columns.map((column) => `${column}, ${unit}`)],
    ...rows.map(({ id, figures, speeds }) => [id, ...figures.map(({ value }) => value ?? ''), ...speeds]),
  ];
  return (
    <div className={styles['measured']}>
      <PlatformChoice />
      <TableFrame label={t`Measured speeds`} files={{ name: `${fileName}-${platform}`, numbers }}>
        <table className={styles['table']}>
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col" rowSpan={2}>
                {rowName}
              </th>
              {counted.map((name) => (
                <th key={name} scope="col" rowSpan={2} className={styles['counted']}>
                  {name}
                </th>
              ))}
              <th scope="colgroup" colSpan={3} className={styles['group']}>
                <Trans>Measured: {unit}</Trans>
              </th>
            </tr>
            <tr>
              {columns.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, label, figures, speeds }) => (
              <tr key={id} data-measured={id}>
                <th scope="row">{label}</th>
                {figures.map((figure, index) => (
                  <td key={counted[index]} className={styles['counted']} data-counted={figure.value}>
                    {figure.text}
                  </td>
                ))}
                {speeds.map((speed, index) => (
                  <Speed key={columns[index]} speed={speed} first={rows[0]?.speeds[index] ?? speed} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      {note === undefined ? null : <p className={styles['note']}>{note}</p>}
    </div>
  );
}

const plain = { maximumFractionDigits: 1 } as const;

function Speed({ speed, first }: { readonly speed: number; readonly first: number }) {
  const { i18n } = useLingui();
  const number = useNumberText(plain);
  const share = speed / first;
  return (
    <td className={styles['speed']}>
      {number(speed)} <span className={styles['share']}>{percentText(share, i18n.locale, 0)}</span>
      <span className={styles['bar']} aria-hidden="true">
        <span className={styles['filled']} style={{ inlineSize: `${Math.min(100, (share / 1.25) * 100)}%` }} />
      </span>
    </td>
  );
}

import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Choice } from '../../../nets/parameter';
import { published } from '../../../nets/papers/published';
import type { PublishedFigure, Source } from '../../../nets/papers/publishedFigure';
import { recordRows } from '../../../nets/readings/spreadsheet';
import { percentText } from '../../ui/numberText';
import { TableFrame } from '../../ui/TableFrame';
import styles from './PublishedTable.module.css';

type PublishedRow = {
  readonly name: string;
  readonly net: string;
  readonly options: Choice;
  /** Set for a structure that the catalogue does not build. */
  readonly otherStructure?: string;
  readonly source: Source;
};

type PublishedTableProps = {
  readonly caption: string;
  /** Stem of the names of the files that take the numbers away. */
  readonly fileName: string;
  readonly rows: readonly PublishedRow[];
  /** What to know about the printed figures. */
  readonly note?: ReactNode;
};

/** Accuracy and cost as papers print them, each row with its source. */
export function PublishedTable({ caption, fileName, rows, note }: PublishedTableProps) {
  const { i18n, t } = useLingui();
  const number = new Intl.NumberFormat(i18n.locale);
  const millions = (value: number | undefined) => (value === undefined ? '–' : `${number.format(value)} M`);
  const printed = rows.map((row) => ({ row, figure: figureOf(row) }));
  return (
    <TableFrame label={caption} files={{ name: fileName, numbers: () => recordRows(printed.map(publishedRecord)) }}>
      <table className={styles['table']}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">{t`Top-1`}</th>
            <th scope="col">{t`Mult-adds`}</th>
            <th scope="col">{t`Params`}</th>
          </tr>
        </thead>
        <tbody>
          {printed.map(({ row, figure }) => (
            <tr key={row.name}>
              <th scope="row">
                <a href={row.source.url}>{row.name}</a>
              </th>
              <td>{figure?.top1 === undefined ? '–' : percentText(figure.top1 / 100, i18n.locale)}</td>
              <td>{millions(figure?.macsMillions)}</td>
              <td>{millions(figure?.paramsMillions)}</td>
            </tr>
          ))}
        </tbody>
        {note === undefined ? null : (
          <tfoot>
            <tr>
              <td colSpan={4}>{note}</td>
            </tr>
          </tfoot>
        )}
      </table>
    </TableFrame>
  );
}

type PrintedRow = { readonly row: PublishedRow; readonly figure: PublishedFigure | undefined };

function publishedRecord({ row, figure }: PrintedRow) {
  return {
    network: row.name,
    'top-1, %': figure?.top1 ?? '',
    'MACs, millions': figure?.macsMillions ?? '',
    'params, millions': figure?.paramsMillions ?? '',
    source: row.source.url,
  };
}

/** The figure of a row at 224 px, with an accuracy. */
function figureOf({ net, options, otherStructure, source }: PublishedRow): PublishedFigure | undefined {
  return published.find(
    (figure) =>
      figure.net === net &&
      figure.resolution === 224 &&
      figure.top1 !== undefined &&
      figure.otherStructure === otherStructure &&
      figure.sources.includes(source) &&
      Object.entries(options).every(([name, value]) => figure.options[name] === value),
  );
}

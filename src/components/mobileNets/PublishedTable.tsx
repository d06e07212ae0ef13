import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Choice } from '../../nets/option';
import type { PublishedFigure, SourceId } from '../../nets/published';
import { published, sources } from '../../nets/published';
import { percentText } from '../controls/numberText';
import styles from './PublishedTable.module.css';

type PublishedRow = {
  readonly name: string;
  readonly net: string;
  readonly options: Choice;
  /** Set for a structure that the catalogue does not build. */
  readonly otherStructure?: string;
  readonly source: SourceId;
};

type PublishedTableProps = {
  readonly caption: string;
  readonly rows: readonly PublishedRow[];
  /** What to know about the printed figures. */
  readonly note?: ReactNode;
};

/** Accuracy and cost as papers print them, each row with its source. */
export function PublishedTable({ caption, rows, note }: PublishedTableProps) {
  const { i18n, t } = useLingui();
  const number = new Intl.NumberFormat(i18n.locale);
  const millions = (value: number | undefined) => (value === undefined ? '–' : `${number.format(value)} M`);
  return (
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
        {rows.map((row) => {
          const figure = figureOf(row);
          return (
            <tr key={row.name}>
              <th scope="row">
                <a href={sources[row.source].url}>{row.name}</a>
              </th>
              <td>{figure?.top1 === undefined ? '–' : percentText(figure.top1 / 100, i18n.locale)}</td>
              <td>{millions(figure?.macsMillions)}</td>
              <td>{millions(figure?.paramsMillions)}</td>
            </tr>
          );
        })}
      </tbody>
      {note === undefined ? null : (
        <tfoot>
          <tr>
            <td colSpan={4}>{note}</td>
          </tr>
        </tfoot>
      )}
    </table>
  );
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

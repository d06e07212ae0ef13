import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Choice } from '../../../nets/parameter';
import { published } from '../../../nets/papers/published';
import type { PublishedFigure, Source } from '../../../nets/papers/publishedFigure';
import { numberFormat, percentText } from '../../ui/numberText';
import { Table } from '../../ui/Table';
import styles from './PublishedTable.module.css';

type PublishedRow = {
  readonly name: string;
  readonly net: string;
  readonly options: Choice;
  /** Set if the catalogue does not build this structure. */
  readonly otherStructure?: string;
  readonly source: Source;
};

type PublishedTableProps = {
  readonly caption: string;
  /** File name without extension for saving the numbers. */
  readonly fileName: string;
  readonly rows: readonly PublishedRow[];
  /** A remark on the printed figures. */
  readonly note?: ReactNode;
};

/** Accuracy and cost as papers print them, each row with its source. */
export function PublishedTable({ caption, fileName, rows, note }: PublishedTableProps) {
  const { i18n, t } = useLingui();
  const number = numberFormat(i18n.locale);
  const millions = (value: number) => `${number.format(value)} M`;
  return (
    <Table
      look="numbers"
      className={styles.table}
      label={caption}
      fileName={fileName}
      caption={caption}
      rows={rows.map((row) => ({ row, figure: figureOf(row) }))}
      keyOf={({ row }) => row.name}
      columns={[
        {
          head: null,
          file: 'network',
          value: ({ row }) => row.name,
          show: ({ row }) => <a href={row.source.url}>{row.name}</a>,
        },
        {
          head: t`Top-1`,
          file: 'top-1, %',
          value: ({ figure }) => figure?.top1,
          format: (top1) => percentText(top1 / 100, i18n.locale),
        },
        { head: t`Mult-adds`, file: 'MACs, millions', value: ({ figure }) => figure?.macsMillions, format: millions },
        { head: t`Params`, file: 'params, millions', value: ({ figure }) => figure?.paramsMillions, format: millions },
        { file: 'source', value: ({ row }) => row.source.url },
      ]}
      note={note}
    />
  );
}

/** The figure of a row at 224 px that has an accuracy. */
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

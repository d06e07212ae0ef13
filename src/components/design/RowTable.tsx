import { useLingui } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import type { DesignRow, Field } from '../../nets/design/design';
import { fieldsOf } from '../../nets/design/design';
import type { TableRow } from '../../nets/design/tableRows';
import type { PartCost } from '../../nets/readings/networkParts';
import { shapeText } from '../../nets/op';
import { shapeLabel } from '../../viz/diagram/shapeLabel';
import { useCostNames } from '../explain/network/useCostNames';
import { shortNumberText } from '../ui/numberText';
import { quantity } from '../ui/Quantity';
import { Table } from '../ui/Table';
import type { Column } from '../ui/tableColumn';
import { MoveHandle } from './MoveHandle';
import styles from './RowTable.module.css';
import { useRowWords } from './useRowWords';

type RowTableProps = {
  readonly rows: readonly TableRow[];
  readonly cost: PartCost;
  /** The number of the chosen line. */
  readonly chosen: number;
  readonly onChoose: (number: number) => void;
  /** Moves a row, counted from 1, by so many places. */
  readonly onMove: (number: number, by: number) => void;
  readonly fileName: string;
};

/** The fields that have a column of their own. */
const columnFields = [
  'channels',
  'kernel',
  'stride',
  'expansion',
  'groups',
  'repeats',
] as const satisfies readonly Field[];

/** A design as the papers print it: a line for each row, with its cost and how it differs from the start. */
export function RowTable({ rows, cost, chosen, onChoose, onMove, fileName }: RowTableProps) {
  const { i18n, t } = useLingui();
  const words = useRowWords();
  const names = useCostNames();
  const moved = useRef<number | undefined>(undefined);
  const place = useRef<HTMLDivElement>(null);
  // The handle of a row that was moved by key goes with it, and keeps the focus.
  useEffect(() => {
    if (moved.current === undefined) return;
    place.current?.querySelector<HTMLElement>(`tr[data-row="${String(moved.current)}"] button`)?.focus();
    moved.current = undefined;
  });
  const nameOf = ({ kind, row }: TableRow): string =>
    row === undefined ? { image: t`Image`, head: t`Head`, row: '' }[kind] : words.kinds[row.kind];
  const difference = ({ cost: now, before }: TableRow): string => {
    if (before === undefined) return t({ message: 'new', context: 'row of a design' });
    const by = now[cost] - before[cost];
    return by === 0 ? '' : `${by > 0 ? '+' : '−'}${shortNumberText(Math.abs(by), i18n.locale)}`;
  };
  const columns: readonly Column<TableRow>[] = [
    {
      head: t`Row`,
      file: 'row',
      value: ({ kind, number }) => (kind === 'row' ? number : undefined),
      className: styles.number,
      show: ({ kind, number }) =>
        kind === 'row' ? (
          <span className={styles.place}>
            <MoveHandle
              number={number}
              onMove={(by) => {
                moved.current = number + by;
                onMove(number, by);
              }}
            />
            {number}
          </span>
        ) : (
          '–'
        ),
    },
    {
      head: t`Block`,
      file: 'block',
      value: (line) => line.row?.kind ?? line.kind,
      className: styles.block,
      show: (line) => (
        <button
          type="button"
          className={styles.name}
          aria-pressed={line.number === chosen}
          onClick={() => {
            onChoose(line.number);
          }}
        >
          {nameOf(line)}
          {line.row === undefined ? null : <Details row={line.row} />}
        </button>
      ),
    },
    ...columnFields.map((field): Column<TableRow> => ({
      head: { ...words.fields, expansion: t`Exp.` }[field],
      file: field,
      align: 'end',
      value: ({ row }) => (row !== undefined && fieldsOf[row.kind].includes(field) ? row[field] : undefined),
      show: ({ row }) => (row !== undefined && fieldsOf[row.kind].includes(field) ? row[field] : ''),
    })),
    {
      head: t`Gives`,
      file: 'output',
      align: 'end',
      value: ({ cost: { output } }) => shapeText(output),
      show: ({ cost: { output } }) => <span className={styles.shape}>{shapeLabel(output)}</span>,
    },
    { file: 'params', value: ({ cost: { params } }) => params },
    { file: 'MACs', value: ({ cost: { macs } }) => macs },
    { file: 'memory access', value: ({ cost: { memoryAccess } }) => memoryAccess },
    { head: names[cost], align: 'end', className: styles.cost, show: (line) => quantity(line.cost[cost]) },
    { head: t`Change`, align: 'end', show: (line) => <span className={styles.change}>{difference(line)}</span> },
  ];
  return (
    <div ref={place} className={styles.root} data-cost={cost}>
      <Table
        look="plain"
        className={styles.table}
        label={t`Rows of the design`}
        fileName={fileName}
        columns={columns}
        rows={rows}
        keyOf={({ number }) => number}
        attributesOf={({ number, kind }) => ({
          'data-selected': number === chosen,
          ...(kind === 'row' ? { 'data-row': number } : {}),
        })}
      />
    </div>
  );
}

/** What has no column of its own, where it is not the usual. */
function Details({ row }: { readonly row: DesignRow }) {
  const { t } = useLingui();
  const words = useRowWords();
  const has = (field: Field): boolean => fieldsOf[row.kind].includes(field);
  const details = [
    has('inner') ? t`${row.inner} inside` : [],
    has('gate') && row.gate !== 'none' ? t`squeeze-and-excite` : [],
    has('activation') && row.activation !== 'none' ? words.value(row.activation) : [],
    has('norm') && row.norm === 'bias' ? t`no batch norm` : [],
    has('border') && row.border === 'valid' ? words.value(row.border) : [],
  ].flat();
  return details.length === 0 ? null : <span className={styles.details}>{details.join(' · ')}</span>;
}

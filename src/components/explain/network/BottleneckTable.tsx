import { useLingui } from '@lingui/react/macro';
import type { Bottleneck } from '../../../nets/readings/bottlenecks';
import { bottleneckColumns } from '../../../nets/readings/bottlenecks';
import { quantity } from '../../ui/Quantity';
import { Table } from '../../ui/Table';
import type { Column } from '../../ui/tableColumn';
import { BottleneckShape } from './BottleneckShape';
import styles from './BottleneckTable.module.css';

type BottleneckColumn = Column<Bottleneck> & {
  /** Left out where the page is narrow. */
  readonly isExtra?: boolean;
};

type BottleneckTableProps = {
  readonly blocks: readonly Bottleneck[];
  /** What the chapter tells of a block, between its widths and its multiply-adds. */
  readonly columns: readonly BottleneckColumn[];
};

/** Every inverted residual of a network by a row: its widths in numbers and to scale, what its chapter tells, its MACs. */
export function BottleneckTable({ blocks, columns }: BottleneckTableProps) {
  const { t } = useLingui();
  const mostChannels = Math.max(...blocks.map(({ expandedChannels }) => expandedChannels));
  const all: readonly BottleneckColumn[] = [
    { ...bottleneckColumns.block, head: t`Block`, show: ({ id }) => id.replace(/stage|block/g, '') },
    { head: t`Widths`, show: widthsOf },
    {
      head: t`To scale`,
      show: (block) => <BottleneckShape block={block} mostChannels={mostChannels} />,
      isExtra: true,
    },
    ...columns,
    { ...bottleneckColumns.macs, head: t`MACs`, format: quantity, isExtra: true },
  ];
  return (
    <Table
      look="words"
      className={styles.table}
      rows={blocks}
      keyOf={({ id }) => id}
      attributesOf={({ id }) => ({ 'data-block': id })}
      columns={all.map(({ isExtra = false, ...column }) => ({
        ...column,
        ...(isExtra ? { className: styles.extra } : {}),
      }))}
    />
  );
}

function widthsOf({ input, expandedChannels, output }: Bottleneck): string {
  return `${input.channels} → ${expandedChannels} → ${output.channels}`;
}

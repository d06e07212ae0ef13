import { useLingui } from '@lingui/react/macro';
import type { Bottleneck } from '../../../nets/readings/bottlenecks';
import { bottleneckColumns } from '../../../nets/readings/bottlenecks';
import { quantity } from '../../ui/Quantity';
import { Table } from '../../ui/Table';
import type { Column } from '../../ui/tableColumn';
import { BottleneckShape } from './BottleneckShape';
import styles from './BottleneckTable.module.css';

type BottleneckColumn = Column<Bottleneck> & {
  /** Hidden on narrow pages. */
  readonly isExtra?: boolean;
};

type BottleneckTableProps = {
  readonly blocks: readonly Bottleneck[];
  /** The chapter's own columns, between widths and multiply-adds. */
  readonly columns: readonly BottleneckColumn[];
};

/** The inverted residuals of a network, one per row: widths in numbers and to scale, the chapter's columns, MACs. */
export function BottleneckTable({ blocks, columns }: BottleneckTableProps) {
  const { t } = useLingui();
  const maxChannels = Math.max(...blocks.map(({ expandedChannels }) => expandedChannels));
  const all: readonly BottleneckColumn[] = [
    { ...bottleneckColumns.block, head: t`Block`, show: ({ id }) => id.replace(/stage|block/g, '') },
    { head: t`Widths`, show: widthsOf },
    {
      head: t`To scale`,
      show: (block) => <BottleneckShape block={block} maxChannels={maxChannels} />,
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

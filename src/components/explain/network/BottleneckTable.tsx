import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Bottleneck } from '../../../nets/readings/bottlenecks';
import { Quantity } from '../../ui/Quantity';
import { BottleneckShape } from './BottleneckShape';
import styles from './BottleneckTable.module.css';

type Column = {
  readonly name: string;
  readonly cell: (block: Bottleneck) => ReactNode;
  /** Left out where the page is narrow. */
  readonly isExtra?: boolean;
};

type BottleneckTableProps = {
  readonly blocks: readonly Bottleneck[];
  /** What the chapter tells of a block, between its widths and its multiply-adds. */
  readonly columns: readonly Column[];
};

/** Every inverted residual of a network by a row: its widths in numbers and to scale, what its chapter tells, its MACs. */
export function BottleneckTable({ blocks, columns }: BottleneckTableProps) {
  const { t } = useLingui();
  const mostChannels = Math.max(...blocks.map(({ expandedChannels }) => expandedChannels));
  const all: readonly Column[] = [
    { name: t`Widths`, cell: widthsOf },
    {
      name: t`To scale`,
      cell: (block) => <BottleneckShape block={block} mostChannels={mostChannels} />,
      isExtra: true,
    },
    ...columns,
    { name: t`MACs`, cell: ({ macs }) => <Quantity value={macs} stops="plain" />, isExtra: true },
  ];
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">{t`Block`}</th>
          {all.map(({ name, isExtra }) => (
            <th key={name} scope="col" data-extra={isExtra}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {blocks.map((block) => (
          <tr key={block.id} data-block={block.id}>
            <th scope="row">{block.id.replace(/stage|block/g, '')}</th>
            {all.map(({ name, cell, isExtra }) => (
              <td key={name} data-extra={isExtra}>
                {cell(block)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function widthsOf({ input, expandedChannels, output }: Bottleneck): string {
  return `${input.channels} → ${expandedChannels} → ${output.channels}`;
}

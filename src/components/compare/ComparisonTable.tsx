import { Trans, useLingui } from '@lingui/react/macro';
import { useMemo, useRef } from 'react';
import { accuracyFor } from '../../nets/papers/publishedFor';
import { sheetRows } from '../../nets/readings/spreadsheet';
import { Detail } from '../ui/Detail';
import { Exports } from '../ui/Exports';
import { useNumberText } from '../ui/numberText';
import { quantity } from '../ui/Quantity';
import { Table } from '../ui/Table';
import type { Column } from '../ui/tableColumn';
import { SourceLink } from '../explain/page/SourceLink';
import type { CostFigures } from '../explain/cost/costFigures';
import { costFigures } from '../explain/cost/costFigures';
import { useConvention } from '../explain/cost/useConvention';
import { useCostRows } from '../explain/cost/useCostRows';
import styles from './ComparisonTable.module.css';
import type { Compared } from './useCompared';

/** The networks as columns, their figures under the page's counting convention as rows; the minimum of each row is bold. */
export function ComparisonTable({ networks }: { readonly networks: readonly Compared[] }) {
  const { t } = useLingui();
  const picture = useRef<HTMLDivElement>(null);
  const [convention] = useConvention();
  const compared = useMemo(
    () => networks.map((network) => ({ network, figures: costFigures(network, convention) })),
    [networks, convention],
  );
  const columns = useComparisonColumns(useCostRows(convention), compared);
  return (
    <div className={styles.root}>
      <div ref={picture} className={styles.scroll} tabIndex={0} role="group" aria-label={t`Comparison`}>
        <Table
          look="plain"
          className={styles.table}
          isTransposed
          caption={t`Comparison`}
          rows={compared}
          keyOf={({ network }) => networks.indexOf(network)}
          columns={columns}
        />
      </div>
      <Exports files={{ name: 'comparison', numbers: () => sheetRows(columns, compared) }} picture={picture} />
      <p className={styles.note}>
        <Trans>
          The least params, operations and elements are bold. Accuracies come from different training recipes;
          differences below a point or two say little about the structure.
        </Trans>
      </p>
    </div>
  );
}

type ComparedFigures = { readonly network: Compared; readonly figures: CostFigures };

/** A network's name, its figures and its published accuracy. */
function useComparisonColumns(
  costRows: ReturnType<typeof useCostRows>,
  compared: readonly ComparedFigures[],
): readonly Column<ComparedFigures>[] {
  const { t } = useLingui();
  const top1Name = t`Published top-1 on ImageNet, %`;
  return [
    {
      head: null,
      file: 'network',
      value: ({ network }) => network.name,
      show: ({ network: { model, name } }) => (
        <>
          {model.name}
          <Detail>{name.slice(model.id.length + 1).replaceAll(':', ', ')}</Detail>
        </>
      ),
    },
    ...costRows.map(({ id, name, unit }) => ({
      head: (
        <>
          {name}
          {unit === '' ? null : <Detail>{unit}</Detail>}
        </>
      ),
      file: unit === '' ? name : `${name}, ${unit}`,
      value: ({ figures }: ComparedFigures) => figures[id],
      format: (value: number) => quantity(id === 'intensity' ? Math.round(10 * value) / 10 : value),
      attributes: ({ figures }: ComparedFigures) => ({
        'data-figure': id,
        'data-value': figures[id],
        'data-best': isBest(figures, compared, id),
      }),
    })),
    {
      head: top1Name,
      file: top1Name,
      value: ({ network }) => accuracyFor(network)?.top1,
      show: ({ network }) => <PublishedTop1 network={network} />,
    },
  ];
}

function PublishedTop1({ network }: { readonly network: Compared }) {
  const percent = useNumberText(oneDecimal);
  const figure = accuracyFor(network);
  if (figure?.top1 === undefined) return '–';
  return (
    <>
      {percent(figure.top1)}
      <Detail>
        {figure.sources.slice(0, 1).map((source) => (
          <SourceLink key={source.title} source={source} />
        ))}
      </Detail>
    </>
  );
}

const oneDecimal = { minimumFractionDigits: 1, maximumFractionDigits: 1 } as const;

/** Whether a figure is the minimum of its row. Arithmetic intensity is not a cost and has no best. */
function isBest(own: CostFigures, compared: readonly ComparedFigures[], id: keyof CostFigures): boolean {
  return id !== 'intensity' && compared.length > 1 && compared.every(({ figures }) => own[id] <= figures[id]);
}

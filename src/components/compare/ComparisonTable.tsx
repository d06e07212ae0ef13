import { Trans, useLingui } from '@lingui/react/macro';
import { useMemo, useRef } from 'react';
import { accuracyFor } from '../../nets/papers/publishedFor';
import { sheetRows } from '../../nets/readings/spreadsheet';
import { Bar } from '../ui/Bar';
import { Detail } from '../ui/Detail';
import { ExportsMenu } from '../ui/ExportsMenu';
import { fixedText, percentText } from '../ui/numberText';
import { quantity } from '../ui/Quantity';
import { useRatioText } from '../ui/ratioText';
import { Table } from '../ui/Table';
import type { Column } from '../ui/tableColumn';
import { ConventionPanel } from '../explain/cost/ConventionPanel';
import { SourceLink } from '../explain/page/SourceLink';
import type { CostFigures } from '../explain/cost/costFigures';
import { costFigures } from '../explain/cost/costFigures';
import { useConvention } from '../explain/cost/useConvention';
import { useCostRows } from '../explain/cost/useCostRows';
import { useOptionDetail } from '../explain/network/useOptionDetail';
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
  const title = t`Comparison`;
  return (
    <div className={styles.root}>
      <div className={styles.menu}>
        <ExportsMenu
          title={title}
          files={{ name: 'comparison', numbers: () => sheetRows(columns, compared) }}
          picture={picture}
        />
      </div>
      <div ref={picture} className={styles.scroll} tabIndex={0} role="group" aria-label={title}>
        <Table
          look="plain"
          className={styles.table}
          isTransposed
          caption={title}
          rows={compared}
          keyOf={({ network }) => networks.indexOf(network)}
          columns={columns}
        />
      </div>
      <p className={styles.note}>
        <Trans>
          The lowest params, multiply-adds and elements are bold. Accuracies come from different training recipes;
          differences below a point or two say little about the architecture.
        </Trans>
      </p>
      <ConventionPanel level={2} />
    </div>
  );
}

type ComparedFigures = { readonly network: Compared; readonly figures: CostFigures };

/** The costs that have a colour; the others have no bar. */
const tones = { params: styles.params, operations: styles.macs, memoryAccess: styles.memory } as const;

/** A network's name, its figures and its published accuracy. */
function useComparisonColumns(
  costRows: ReturnType<typeof useCostRows>,
  compared: readonly ComparedFigures[],
): readonly Column<ComparedFigures>[] {
  const { i18n, t } = useLingui();
  const detailOf = useOptionDetail();
  return [
    {
      head: null,
      file: 'network',
      value: ({ network }) => network.name,
      show: ({ network }) => (
        <>
          {network.model.name}
          <Detail>{detailOf(network)}</Detail>
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
      show: ({ figures }: ComparedFigures) =>
        id === 'intensity' ? (
          fixedText(figures[id], i18n.locale, 1)
        ) : (
          <Cost id={id} value={figures[id]} all={compared.map((each) => each.figures[id])} />
        ),
      attributes: ({ figures }: ComparedFigures) => ({
        'data-figure': id,
        'data-value': figures[id],
        'data-best': isBest(figures, compared, id),
      }),
    })),
    {
      head: t`Published top-1 on ImageNet`,
      file: t`Published top-1 on ImageNet, %`,
      value: ({ network }) => accuracyFor(network)?.top1,
      show: ({ network }) => <PublishedTop1 network={network} />,
    },
  ];
}

type CostProps = {
  readonly id: Exclude<keyof CostFigures, 'intensity'>;
  readonly value: number;
  /** Of all networks, the first one first, which the others are compared with. */
  readonly all: readonly number[];
};

/** A cost with its bar, and how it compares with the first network's. */
function Cost({ id, value, all }: CostProps) {
  const ratioText = useRatioText();
  const first = all[0] ?? value;
  return (
    <>
      {quantity(value)}
      {id === 'peakActivations' ? null : (
        <Bar fraction={value / Math.max(...all)} className={`${styles.bar} ${tones[id]}`} />
      )}
      {value === first ? null : <Detail>{ratioText(value / first)}</Detail>}
    </>
  );
}

function PublishedTop1({ network }: { readonly network: Compared }) {
  const { i18n } = useLingui();
  const figure = accuracyFor(network);
  if (figure?.top1 === undefined) return '–';
  return (
    <>
      {percentText(figure.top1 / 100, i18n.locale)}
      <Detail>
        {figure.sources.slice(0, 1).map((source) => (
          <SourceLink key={source.title} source={source} />
        ))}
      </Detail>
    </>
  );
}

/** Whether a figure is the minimum of its row. Arithmetic intensity is not a cost and has no best. */
function isBest(own: CostFigures, compared: readonly ComparedFigures[], id: keyof CostFigures): boolean {
  return id !== 'intensity' && compared.length > 1 && compared.every(({ figures }) => own[id] <= figures[id]);
}

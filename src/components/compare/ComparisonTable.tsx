import { Trans, useLingui } from '@lingui/react/macro';
import { useMemo, useRef } from 'react';
import type { PublishedFigure } from '../../nets/papers/publishedFigure';
import { publishedFor } from '../../nets/papers/publishedFor';
import { Exports } from '../ui/Exports';
import { numberFormat } from '../ui/numberText';
import { Quantity } from '../ui/Quantity';
import { SourceLink } from '../explain/page/SourceLink';
import type { CostFigures } from '../explain/cost/costFigures';
import { costFigures } from '../explain/cost/costFigures';
import { useConvention } from '../explain/cost/useConvention';
import { useCostRows } from '../explain/cost/useCostRows';
import styles from './ComparisonTable.module.css';
import type { Compared } from './useCompared';

/** The networks as columns, their figures under the page's counting convention as rows; the least of a row is marked. */
export function ComparisonTable({ networks }: { readonly networks: readonly Compared[] }) {
  const { t } = useLingui();
  const table = useRef<HTMLDivElement>(null);
  const [convention] = useConvention();
  const figures = useMemo(() => networks.map((network) => costFigures(network, convention)), [networks, convention]);
  const rows = useCostRows(convention);
  const numbers = () => [
    [
      'network',
      ...rows.map(({ name, unit }) => (unit === '' ? name : `${name}, ${unit}`)),
      t`Published top-1 on ImageNet, %`,
    ],
    ...networks.map((network, index) => [
      network.name,
      ...rows.map(({ id }) => figures[index]?.[id] ?? ''),
      top1Of(network)?.top1 ?? '',
    ]),
  ];
  return (
    <div className={styles['root']}>
      <div ref={table} className={styles['scroll']} tabIndex={0} role="group" aria-label={t`Comparison`}>
        <table className={styles['table']}>
          <caption>{t`Comparison`}</caption>
          <thead>
            <tr>
              <td />
              {networks.map(({ model, name }, index) => (
                <th key={index} scope="col">
                  {model.name}
                  <span className={styles['options']}>{name.slice(model.id.length + 1).replaceAll(':', ', ')}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, name, unit }) => (
              <tr key={id}>
                <th scope="row">
                  {name}
                  {unit === '' ? null : <span className={styles['unit']}> {unit}</span>}
                </th>
                {figures.map((figure, index) => (
                  <td key={index} data-figure={id} data-value={figure[id]} data-best={isBest(figures, index, id)}>
                    <Quantity
                      value={id === 'intensity' ? Math.round(10 * figure[id]) / 10 : figure[id]}
                      stops="plain"
                    />
                  </td>
                ))}
              </tr>
            ))}
            <tr>
              <th scope="row">{t`Published top-1 on ImageNet, %`}</th>
              {networks.map((network, index) => (
                <PublishedCell key={index} network={network} />
              ))}
            </tr>
          </tbody>
        </table>
      </div>
      <Exports files={{ name: 'comparison', numbers }} picture={table} />
      <p className={styles['note']}>
        <Trans>
          The least of each row is bold. Accuracies come from different training recipes; differences below a point or
          two say little about the structure.
        </Trans>
      </p>
    </div>
  );
}

function PublishedCell({ network }: { readonly network: Compared }) {
  const { i18n } = useLingui();
  const figure = top1Of(network);
  if (figure?.top1 === undefined) return <td>–</td>;
  const percent = numberFormat(i18n.locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return (
    <td data-figure="top1">
      {percent.format(figure.top1)}
      <span className={styles['source']}>
        {figure.sources.slice(0, 1).map((source) => (
          <SourceLink key={source.title} source={source} />
        ))}
      </span>
    </td>
  );
}

/** The first published figure with an accuracy. */
function top1Of(network: Compared): PublishedFigure | undefined {
  return publishedFor(network).find(({ top1 }) => top1 !== undefined);
}

/** Whether a figure is the least of its row. A high arithmetic intensity is no cost, and its row has no best. */
function isBest(figures: readonly CostFigures[], index: number, id: keyof CostFigures): boolean {
  const own = figures[index];
  return (
    id !== 'intensity' && figures.length > 1 && own !== undefined && figures.every((other) => own[id] <= other[id])
  );
}

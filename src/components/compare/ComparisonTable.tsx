import { Trans, useLingui } from '@lingui/react/macro';
import { useRef } from 'react';
import { sources } from '../../nets/published';
import { publishedFor } from '../../nets/publishedFor';
import { arithmeticIntensity } from '../../nets/readings/cost';
import type { SheetRow } from '../../nets/readings/spreadsheet';
import { Exports } from '../controls/Exports';
import { numberFormat } from '../controls/numberText';
import { Quantity } from '../controls/Quantity';
import styles from './ComparisonTable.module.css';
import type { Compared } from './useCompared';

const figures = ['params', 'macs', 'memoryAccess', 'peakActivations'] as const;

/** The networks as columns, their figures as rows; what is best in a row is marked. */
export function ComparisonTable({ networks }: { readonly networks: readonly Compared[] }) {
  const { t } = useLingui();
  const table = useRef<HTMLDivElement>(null);
  const names: Readonly<Record<(typeof figures)[number], string>> = {
    params: t`Params`,
    macs: t`MACs`,
    memoryAccess: t`Memory access cost, elements`,
    peakActivations: t`Peak activations, elements`,
  };
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
            {figures.map((figure) => (
              <tr key={figure}>
                <th scope="row">{names[figure]}</th>
                {networks.map(({ cost }, index) => (
                  <td
                    key={index}
                    data-figure={figure}
                    data-value={cost[figure]}
                    data-best={isLeast(networks, index, figure)}
                  >
                    <Quantity value={cost[figure]} stops="plain" />
                  </td>
                ))}
              </tr>
            ))}
            <tr>
              <th scope="row">{t`Arithmetic intensity, MACs per element`}</th>
              {networks.map(({ cost }, index) => (
                <td key={index}>
                  <Quantity value={Math.round(10 * arithmeticIntensity(cost)) / 10} stops="plain" />
                </td>
              ))}
            </tr>
            <tr>
              <th scope="row">{t`Published top-1 on ImageNet, %`}</th>
              {networks.map((network, index) => (
                <PublishedCell key={index} network={network} />
              ))}
            </tr>
          </tbody>
        </table>
      </div>
      <Exports files={{ name: 'comparison', numbers: () => rowsOf(networks) }} picture={table} />
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
  const figure = publishedFor(network).find(({ top1 }) => top1 !== undefined);
  if (figure?.top1 === undefined) return <td>–</td>;
  const percent = numberFormat(i18n.locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return (
    <td data-figure="top1">
      {percent.format(figure.top1)}
      <span className={styles['source']}>
        {figure.sources.slice(0, 1).map((id) => (
          <a key={id} href={sources[id].url}>
            {sources[id].title}
          </a>
        ))}
      </span>
    </td>
  );
}

function isLeast(networks: readonly Compared[], index: number, figure: (typeof figures)[number]): boolean {
  const own = networks[index]?.cost[figure];
  return networks.length > 1 && networks.every(({ cost }) => own !== undefined && own <= cost[figure]);
}

function rowsOf(networks: readonly Compared[]): readonly SheetRow[] {
  return [
    ['network', ...figures, 'MACs per element', 'published top-1 %'],
    ...networks.map((network) => [
      network.name,
      ...figures.map((figure) => network.cost[figure]),
      arithmeticIntensity(network.cost),
      publishedFor(network).find(({ top1 }) => top1 !== undefined)?.top1 ?? '',
    ]),
  ];
}

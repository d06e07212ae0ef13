import { Trans, useLingui } from '@lingui/react/macro';
import { parseAsStringLiteral, useQueryState } from 'nuqs';
import { networkTitle } from '../../nets/models/networkName';
import { publishedNetworks } from '../../nets/papers/publishedNetworks';
import { accuracyFor } from '../../nets/papers/publishedFor';
import type { SheetRow } from '../../nets/readings/spreadsheet';
import { tradeoffAxes } from '../../viz/charts/tradeoffAxes';
import { Figure } from '../ui/Figure';
import { shortNumberText } from '../ui/numberText';
import { CostAxisChoice, costAxes, useCostAxisNames, type CostAxis } from '../explain/cost/CostAxis';
import { Chart } from '../ui/charts/Chart';
import { Dots } from '../ui/charts/Dots';
import { LabelledDots } from '../ui/charts/LabelledDots';
import { XAxis } from '../ui/charts/XAxis';
import { YAxis } from '../ui/charts/YAxis';
import styles from './TradeoffFigure.module.css';
import type { Compared } from './useCompared';

/** Published top-1 against a counted cost for every published network, the compared ones highlighted. */
export function TradeoffFigure({ networks }: { readonly networks: readonly Compared[] }) {
  const { t } = useLingui();
  const [axis, setAxis] = useQueryState('against', parseAsStringLiteral(costAxes).withDefault('macs'));
  const names = useCostAxisNames();
  return (
    <Figure
      title={t`Accuracy against cost`}
      actions={<CostAxisChoice value={axis} onChange={(chosen) => void setAxis(chosen)} />}
      files={{ name: 'accuracy-against-cost', numbers: publishedRows }}
      caption={
        <Trans>
          Every grey point is a network and option set whose ImageNet top-1 somebody has published, with its cost
          counted here. Compared networks without a published figure are not in the picture.
        </Trans>
      }
    >
      <ScatterPicture networks={networks} axis={axis} axisName={names[axis]} />
    </Figure>
  );
}

function publishedRows(): readonly SheetRow[] {
  return [
    ['network', 'top-1 %', 'params', 'MACs', 'memory access cost'],
    ...publishedNetworks().map(({ name, cost, figure }) => [
      name,
      figure.top1,
      cost.params,
      cost.macs,
      cost.memoryAccess,
    ]),
  ];
}

type ScatterPictureProps = {
  readonly networks: readonly Compared[];
  readonly axis: CostAxis;
  readonly axisName: string;
};

function ScatterPicture({ networks, axis, axisName }: ScatterPictureProps) {
  const { i18n, t } = useLingui();
  const background = publishedNetworks().map(({ name, cost, figure }) => ({
    id: name,
    x: cost[axis],
    y: figure.top1,
    title: name,
    className: styles.published,
  }));
  const chosen = networks.flatMap((network, index) => {
    const top1 = accuracyFor(network)?.top1;
    if (top1 === undefined) return [];
    const label = networkTitle(network);
    const title = `${label}: ${String(top1)} %`;
    return [{ id: `chosen ${String(index)}`, x: network.cost[axis], y: top1, series: index + 1, label, title }];
  });
  return (
    <Chart
      {...tradeoffAxes([...background, ...chosen])}
      height={364}
      margin={{ left: 44, right: 12, top: 12, bottom: 44 }}
      name={t`Published top-1 against ${axisName}: ${String(background.length)} networks, ${String(chosen.length)} of them compared`}
    >
      <YAxis text={String} title={t`top-1, %`} />
      <XAxis
        text={(value, width) => (width > 480 || Math.log10(value) % 1 === 0 ? shortNumberText(value, i18n.locale) : '')}
        title={axisName}
      />
      <Dots points={background} radius={4} />
      <LabelledDots points={chosen} />
    </Chart>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import { parseAsStringLiteral, useQueryState } from 'nuqs';
import { useRef } from 'react';
import { networkTitle } from '../../nets/models/networkName';
import { publishedNetworks } from '../../nets/papers/publishedNetworks';
import { publishedFor } from '../../nets/papers/publishedFor';
import type { SheetRow } from '../../nets/readings/spreadsheet';
import { tradeoffScatterOf } from '../../viz/charts/tradeoffScatter';
import { Figure } from '../ui/Figure';
import { shortNumberText } from '../ui/numberText';
import { CostAxisChoice, costAxes, useCostAxisNames, type CostAxis } from '../explain/cost/CostAxis';
import { LabelledPoints } from '../ui/charts/LabelledPoints';
import { Plot, plotBoxOf } from '../ui/charts/Plot';
import { useWidth } from '../ui/useWidth';
import styles from './TradeoffFigure.module.css';
import type { Compared } from './useCompared';

const margin = { left: 44, right: 12, top: 12, bottom: 44 };
const height = 420;

/** Published top-1 against a counted cost, for everything published; the compared networks stand out. */
export function TradeoffFigure({ networks }: { readonly networks: readonly Compared[] }) {
  const { t } = useLingui();
  const [axis, setAxis] = useQueryState('against', parseAsStringLiteral(costAxes).withDefault('macs'));
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame, 720);
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
      <div ref={frame}>
        <ScatterPicture networks={networks} axis={axis} axisName={names[axis]} width={width} />
      </div>
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
  /** Px. */
  readonly width: number;
};

function ScatterPicture({ networks, axis, axisName, width }: ScatterPictureProps) {
  const { i18n, t } = useLingui();
  const background = publishedNetworks().map(({ name, cost, figure }) => ({ id: name, x: cost[axis], y: figure.top1 }));
  const chosen = networks.flatMap((network, index) => {
    const top1 = publishedFor(network).find((figure) => figure.top1 !== undefined)?.top1;
    return top1 === undefined
      ? []
      : [{ id: `chosen ${String(index)}`, x: network.cost[axis], y: top1, index, label: networkTitle(network) }];
  });
  const box = plotBoxOf({ width, height, margin });
  const scatter = tradeoffScatterOf([...background, ...chosen], box.inner);
  const at = new Map(scatter.points.map((point) => [point.id, point]));
  const isWide = box.inner.width > 480;
  return (
    <Plot
      box={box}
      name={t`Published top-1 against ${axisName}: ${String(background.length)} networks, ${String(chosen.length)} of them compared`}
      xTicks={scatter.xTicks}
      yTicks={scatter.yTicks}
      xText={(value) => (isWide || Math.log10(value) % 1 === 0 ? shortNumberText(value, i18n.locale) : '')}
      yText={String}
      xName={axisName}
      yName={t`top-1, %`}
    >
      {background.map(({ id }) => (
        <circle key={id} className={styles['published']} cx={at.get(id)?.px} cy={at.get(id)?.py} r={4}>
          <title>{id}</title>
        </circle>
      ))}
      <LabelledPoints
        box={box}
        points={chosen.map(({ id, index, label, y }) => ({
          id,
          label,
          series: index + 1,
          px: at.get(id)?.px ?? 0,
          py: at.get(id)?.py ?? 0,
          title: `${label}: ${String(y)} %`,
        }))}
      />
    </Plot>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { networkTitle, type NamedNetwork } from '../../nets/models/networkName';
import { publishedNetworks, type PublishedNetwork } from '../../nets/papers/publishedNetworks';
import { accuracyFor } from '../../nets/papers/publishedFor';
import type { SheetRow } from '../../nets/readings/spreadsheet';
import { paretoFront } from '../../viz/charts/paretoFront';
import type { ChartPoint } from '../../viz/charts/paths';
import { tradeoffAxes } from '../../viz/charts/tradeoffAxes';
import { oneOf } from '../ui/address/parsers';
import { useAddressValue } from '../ui/address/useAddress';
import { useIsPresented } from '../ui/useIsPresented';
import { Figure } from '../ui/Figure';
import { exactNumberText, percentText, shortNumberText, tickTextOf } from '../ui/numberText';
import { CostAxisChoice, costAxes, useCostAxisNames, type CostAxis } from '../explain/cost/CostAxis';
import { useOptionDetail } from '../explain/network/useOptionDetail';
import { Chart } from '../ui/charts/Chart';
import { Dots } from '../ui/charts/Dots';
import { Line } from '../ui/charts/Line';
import { MarkCard } from '../ui/charts/MarkCard';
import { NamedDots } from '../ui/charts/NamedDots';
import { XAxis } from '../ui/charts/XAxis';
import { YAxis } from '../ui/charts/YAxis';

import styles from './TradeoffFigure.module.css';
import type { Compared } from './useCompared';

/** Published top-1 against a counted cost: a line for each family, the front of all of them, and the compared networks in ink. */
export function TradeoffFigure({ networks }: { readonly networks: readonly Compared[] }) {
  const { t } = useLingui();
  const [axis, setAxis] = useAddressValue('against', oneOf(costAxes).withDefault('macs'));
  const names = useCostAxisNames();
  return (
    <Figure
      title={t`Accuracy against cost`}
      actions={<CostAxisChoice value={axis} onChange={(chosen) => void setAxis(chosen)} />}
      files={{ name: 'accuracy-against-cost', numbers: publishedRows }}
      caption={
        <Trans>
          Each point is a network with a published ImageNet top-1; its cost is counted here. A line joins the networks
          of a family that no other of the family beats. The wide band is the Pareto front, where no cheaper network is
          as accurate. Compared networks without a published accuracy are not shown.
        </Trans>
      }
    >
      <TradeoffPicture networks={networks} axis={axis} axisName={names[axis]} />
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

type TradeoffPictureProps = {
  readonly networks: readonly Compared[];
  readonly axis: CostAxis;
  readonly axisName: string;
};

function TradeoffPicture({ networks, axis, axisName }: TradeoffPictureProps) {
  const { i18n, t } = useLingui();
  // As high as a screen has room, in the type of the screen.
  const isPresented = useIsPresented();
  const detailOf = useOptionDetail();
  const [active, setActive] = useState<string | null>(null);
  const published = publishedNetworks().map((network) => pointOf(network, axis));
  const compared = networks.flatMap((network) => comparedPoint(network, axis));
  const families = familiesOf(published);
  const inInk = new Set([...compared, ...published.filter(({ id }) => id === active)].map(({ family }) => family));
  const isEnd = (point: ChartPoint) => families.some(({ end }) => isSamePlace(point, end));
  const axes = tradeoffAxes([...published, ...compared]);
  const cardOf = ({ network, top1, x }: TradeoffPoint) => (
    <MarkCard
      title={network.model.name}
      detail={detailOf(network)}
      figures={[
        [t`Top-1`, percentText(top1 / 100, i18n.locale)],
        [axisName, shortNumberText(x, i18n.locale)],
      ]}
      source={accuracyFor(network)?.sources[0]?.title}
    />
  );
  return (
    <Chart
      {...axes}
      height={isPresented ? 240 : 440}
      margin={{ right: 24 }}
      name={t`Published top-1 against ${axisName}: ${published.length} networks, ${compared.length} of them compared`}
      cards={{
        marks: [...published, ...compared].map((point) => ({ ...point, card: cardOf(point) })),
        active,
        onActive: setActive,
      }}
    >
      <YAxis text={(value) => exactNumberText(value, i18n.locale)} unit="%" title={t`Top-1`} />
      <XAxis text={tickTextOf(axes.x.ticks, i18n.locale)} title={axisName} />
      <Line className={styles.front} points={paretoFront(published)} />
      {families.map(({ family, line }) => (
        <Line key={family} className={inInk.has(family) ? styles.inInk : styles.line} points={line} />
      ))}
      <Dots
        radius={4}
        points={published.map((point) => ({
          ...point,
          className: inInk.has(point.family) ? styles.inInkDot : styles.dot,
        }))}
      />
      <NamedDots
        radius={7}
        points={compared.map(({ network, ...point }) => ({ ...point, label: labelOf(network, isEnd(point)) }))}
        names={[
          ...families
            .filter(({ end }) => !compared.some((point) => isSamePlace(point, end)))
            .map(({ family, end, name }) => ({ ...end, id: family, label: name, isQuiet: !inInk.has(family) })),
          ...frontName(paretoFront(published), t`Pareto front`),
        ]}
        avoided={published}
      />
    </Chart>
  );
}

/** The whole title at the end of its family's line; elsewhere what follows the name of the design: `0.5×`. */
function labelOf(network: NamedNetwork, isEnd: boolean): string {
  const title = networkTitle(network);
  return isEnd ? title : title.slice(network.model.name.length).trim();
}

function isSamePlace(one: ChartPoint, other: ChartPoint): boolean {
  return one.x === other.x && one.y === other.y;
}

/** The front is named where it runs longest without a point. */
function frontName(front: readonly TradeoffPoint[], label: string) {
  const gaps = front.slice(1).flatMap((to, index) => {
    const from = front[index];
    return from === undefined ? [] : [{ x: Math.sqrt(from.x * to.x), y: (from.y + to.y) / 2, ratio: to.x / from.x }];
  });
  const [widest] = gaps.toSorted((one, other) => other.ratio - one.ratio);
  return widest === undefined ? [] : [{ ...widest, id: 'front', label, isQuiet: true }];
}

type TradeoffPoint = {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly top1: number;
  readonly family: string;
  readonly network: NamedNetwork;
};

function pointOf(network: PublishedNetwork, axis: CostAxis): TradeoffPoint {
  const { top1 } = network.figure;
  return { id: network.name, x: network.cost[axis], y: top1, top1, family: network.model.id, network };
}

/** Nothing where no accuracy is published. */
function comparedPoint(network: Compared, axis: CostAxis): readonly TradeoffPoint[] {
  const top1 = accuracyFor(network)?.top1;
  if (top1 === undefined) return [];
  return [{ id: `chosen ${network.name}`, x: network.cost[axis], y: top1, top1, family: network.model.id, network }];
}

/** The points of each family, the line through those that none of it beats, and where the line ends. */
function familiesOf(points: readonly TradeoffPoint[]) {
  const families = [...new Set(points.map(({ family }) => family))];
  return families.flatMap((family) => {
    const line = paretoFront(points.filter((point) => point.family === family));
    const end = line.at(-1);
    return end === undefined ? [] : [{ family, line, end, name: end.network.model.name }];
  });
}

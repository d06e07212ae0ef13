import { Trans, useLingui } from '@lingui/react/macro';
import { oneOf } from '../ui/address/parsers';
import { useAddressValue } from '../ui/address/useAddress';
import { useState } from 'react';
import { networkTitle } from '../../nets/models/networkName';
import { publishedNetworks, type PublishedNetwork } from '../../nets/papers/publishedNetworks';
import { accuracyFor } from '../../nets/papers/publishedFor';
import type { SheetRow } from '../../nets/readings/spreadsheet';
import { tradeoffAxes } from '../../viz/charts/tradeoffAxes';
import { Figure } from '../ui/Figure';
import { Select } from '../ui/Select';
import { exactNumberText, percentText, shortNumberText, tickTextOf } from '../ui/numberText';
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
  const [axis, setAxis] = useAddressValue('against', oneOf(costAxes).withDefault('macs'));
  const names = useCostAxisNames();
  const [picked, setPicked] = useState<string | null>(null);
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
      <ScatterPicture networks={networks} axis={axis} axisName={names[axis]} picked={picked} onPick={setPicked} />
      <PointReadout axis={axis} axisName={names[axis]} picked={picked} onPick={setPicked} />
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
  /** `name` of the published network whose figures are written out. */
  readonly picked: string | null;
  readonly onPick: (name: string) => void;
};

function ScatterPicture({ networks, axis, axisName, picked, onPick }: ScatterPictureProps) {
  const { i18n, t } = useLingui();
  const background = publishedNetworks().map((network) => ({
    id: network.name,
    x: network.cost[axis],
    y: network.figure.top1,
    title: pointTitle(network, i18n.locale),
    className: network.name === picked ? styles.picked : styles.published,
  }));
  const chosen = networks.flatMap((network, index) => {
    const top1 = accuracyFor(network)?.top1;
    if (top1 === undefined) return [];
    const label = networkTitle(network);
    const title = `${label}: ${percentText(top1 / 100, i18n.locale)}`;
    return [{ id: `chosen ${String(index)}`, x: network.cost[axis], y: top1, series: index + 1, label, title }];
  });
  const axes = tradeoffAxes([...background, ...chosen]);
  const costText = tickTextOf(axes.x.ticks, i18n.locale);
  return (
    <Chart
      {...axes}
      height={364}
      margin={{ left: 44, right: 12, top: 12, bottom: 44 }}
      name={t`Published top-1 against ${axisName}: ${background.length} networks, ${chosen.length} of them compared`}
    >
      <YAxis text={(value) => exactNumberText(value, i18n.locale)} title={t`top-1, %`} />
      <XAxis
        text={(value, width) => (width > 480 || Math.log10(value) % 1 === 0 ? costText(value) : '')}
        title={axisName}
      />
      <Dots points={background} radius={4} onPick={onPick} />
      <LabelledDots points={chosen} />
    </Chart>
  );
}

type PointReadoutProps = Omit<ScatterPictureProps, 'networks'>;

/** Names a grey point and its figures: of the one that is pressed, or chosen in the list, which needs no pointer. */
function PointReadout({ axis, axisName, picked, onPick }: PointReadoutProps) {
  const { i18n, t } = useLingui();
  const networks = publishedNetworks().toSorted((one, other) => other.figure.top1 - one.figure.top1);
  const network = networks.find(({ name }) => name === picked);
  return (
    <div className={styles.point}>
      <Select
        label={t`A grey point, by accuracy`}
        placeholder={t`press a point, or choose`}
        options={networks.map((each) => ({ value: each.name, label: pointTitle(each, i18n.locale) }))}
        value={picked}
        onChange={onPick}
      />
      <p role="status">
        {network === undefined ? null : (
          <>
            {pointTitle(network, i18n.locale)}; {axisName} {shortNumberText(network.cost[axis], i18n.locale)}
          </>
        )}
      </p>
    </div>
  );
}

/** `MobileNet V2 0.75x, 192 px: 68.7%`. */
function pointTitle({ model, choice, figure }: PublishedNetwork, locale: string): string {
  const name = `${networkTitle({ model, choice })}, ${String(choice['resolution'])} px`;
  return `${name}: ${percentText(figure.top1 / 100, locale)}`;
}

import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { widthCurve, type WidthPoint } from '../../../viz/chapters/widthCurve';
import { Chart } from '../../ui/charts/Chart';
import { Line } from '../../ui/charts/Line';
import { usePlot } from '../../ui/charts/plotScales';
import { RuleY } from '../../ui/charts/Rule';
import { XAxis } from '../../ui/charts/XAxis';
import { YAxis } from '../../ui/charts/YAxis';
import { shortNumberText, tickTextOf } from '../../ui/numberText';
import { usePunctuation } from '../../ui/usePunctuation';
import styles from './WidthCurveFigure.module.css';

type WidthCurveFigureProps = {
  /** The width at 1:1; its square is the constant product. */
  readonly balanced: number;
  readonly inChannels: number;
  readonly resolution: number;
  readonly onPick: (inChannels: number) => void;
};

/** Memory access cost over the ratio of widths at fixed multiply-adds, and its lower bound, reached at 1:1. */
export function WidthCurveFigure({ balanced, inChannels, resolution, onPick }: WidthCurveFigureProps) {
  const { i18n, t } = useLingui();
  const { pair } = usePunctuation();
  const curve = useMemo(() => widthCurve({ balanced, resolution }), [balanced, resolution]);
  const short = (value: number): string => shortNumberText(value, i18n.locale);
  const chosen = curve.points.find((point) => point.inChannels === inChannels);
  const ratio = `${inChannels} → ${balanced ** 2 / inChannels}`;
  const [here, least] = [short(chosen?.memoryAccess ?? 0), short(curve.bound)];
  return (
    <Chart
      name={t`Memory access cost over the ratio of input to output channels at fixed multiply-adds: ${here} elements at ${ratio}, at least ${least}`}
      x={curve.x}
      y={curve.y}
      height={258}
      margin={{ top: 16, left: 64 }}
    >
      <YAxis text={tickTextOf(curve.y.ticks, i18n.locale)} hasLine={(value) => value !== 0} />
      <XAxis text={ratioText} title={t`input channels : output channels`} hasLine={() => false} />
      <RuleY y={0} className={styles.axis} />
      <RuleY y={curve.bound} className={styles.bound} />
      <BoundName at={curve.bound} text={t`bound: ${least}`} />
      <Line className={styles.curve} points={curve.line} />
      <Picks points={curve.points} onPick={onPick} />
      {chosen === undefined ? null : <Chosen point={chosen} text={pair(ratio, here)} />}
    </Chart>
  );
}

function ratioText(ratio: number): string {
  return ratio < 1 ? `1:${1 / ratio}` : `${ratio}:1`;
}

function BoundName({ at, text }: { readonly at: number; readonly text: string }) {
  const { y, width } = usePlot();
  return (
    <text className={styles.boundName} x={width} y={y.at(at) + 14}>
      {text}
    </text>
  );
}

type PicksProps = { readonly points: readonly WidthPoint[]; readonly onPick: (inChannels: number) => void };

/** The widths that the network offers; a click chooses one, as the slider beside the figure does. */
function Picks({ points, onPick }: PicksProps) {
  const plot = usePlot();
  return points.map(({ inChannels, x, y }) => (
    <g
      key={inChannels}
      className={styles.pick}
      data-width={inChannels}
      onClick={() => {
        onPick(inChannels);
      }}
    >
      <circle className={styles.reach} cx={plot.x.at(x)} cy={plot.y.at(y)} r={12} />
      <circle className={styles.point} cx={plot.x.at(x)} cy={plot.y.at(y)} r={4} />
    </g>
  ));
}

function Chosen({ point, text }: { readonly point: WidthPoint; readonly text: string }) {
  const plot = usePlot();
  const [x, y] = [plot.x.at(point.x), plot.y.at(point.y)];
  return (
    <g>
      <path className={styles.drop} d={`M${x},${y}V${plot.height}`} />
      <circle className={styles.chosen} cx={x} cy={y} r={8} />
      <text className={styles.chosenName} x={Math.min(Math.max(x, 52), plot.width - 52)} y={y - 18}>
        {text}
      </text>
    </g>
  );
}

import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import type { SheetRow } from '../../../nets/readings/spreadsheet';
import { latencyAxes } from '../../../viz/charts/latencyAxes';
import { Figure } from '../../ui/Figure';
import { useIsPresented } from '../../ui/useIsPresented';
import { millisecondsText, shortNumberText, tickTextOf } from '../../ui/numberText';
import { CostAxisChoice, costAxes, useCostAxisNames, type CostAxis } from '../../explain/cost/CostAxis';
import { Chart } from '../../ui/charts/Chart';
import { Clip } from '../../ui/charts/Clip';
import { Line } from '../../ui/charts/Line';
import { MarkCard } from '../../ui/charts/MarkCard';
import { NamedDots } from '../../ui/charts/NamedDots';
import { XAxis } from '../../ui/charts/XAxis';
import { YAxis } from '../../ui/charts/YAxis';
import styles from './LatencyFigure.module.css';

/** A measured network with its counted costs. */
export type LatencyPoint = {
  readonly id: string;
  /** Label beside the point. */
  readonly label: string;
  /** Whose result it is, on its card. */
  readonly device?: string;
  /** Series colour, from 1; ink without it. */
  readonly series?: number;
  readonly inferenceMs: number;
  readonly macs: number;
  readonly params: number;
  readonly memoryAccess: number;
};

const figureName = 'latency-against-cost';

/** Measured inference time against a counted cost; distance from the line is what the count misses. */
export function LatencyFigure({
  points,
  caption,
}: {
  readonly points: readonly LatencyPoint[];
  readonly caption: ReactNode;
}) {
  const { t } = useLingui();
  const [axis, setAxis] = useState<CostAxis>('macs');
  const names = useCostAxisNames();
  return (
    <Figure
      title={t`Measured time against counted cost`}
      actions={<CostAxisChoice value={axis} onChange={setAxis} />}
      caption={caption}
      name={figureName}
      {...(points.length === 0 ? {} : { files: { name: figureName, numbers: () => rowsOf(points) } })}
    >
      {points.length === 0 ? (
        <p className={styles.empty}>
          <Trans>Nothing has been measured yet.</Trans>
        </p>
      ) : (
        <Picture points={points} axis={axis} axisName={names[axis]} />
      )}
    </Figure>
  );
}

function rowsOf(points: readonly LatencyPoint[]): readonly SheetRow[] {
  return [
    ['network', 'inference ms', ...costAxes],
    ...points.map((point) => [point.label, point.inferenceMs, ...costAxes.map((cost) => point[cost])]),
  ];
}

type PictureProps = {
  readonly points: readonly LatencyPoint[];
  readonly axis: CostAxis;
  readonly axisName: string;
};

function Picture({ points, axis, axisName }: PictureProps) {
  const { t, i18n } = useLingui();
  const [active, setActive] = useState<string | null>(null);
  const isPresented = useIsPresented();
  const dots = points.map(({ id, label, series, inferenceMs, [axis]: cost }) => ({
    ...{ id, label, x: cost, y: inferenceMs },
    ...(series === undefined ? {} : { series }),
  }));
  const marks = points.map(({ id, label, device, inferenceMs, [axis]: cost }) => ({
    ...{ id, x: cost, y: inferenceMs },
    card: (
      <MarkCard
        title={label}
        detail={device}
        figures={[
          [t`Inference`, `${millisecondsText(inferenceMs, i18n.locale)} ms`],
          [axisName, shortNumberText(cost, i18n.locale)],
        ]}
      />
    ),
  }));
  const { x, y, proportion } = latencyAxes(dots);
  const count = points.length;
  return (
    <Chart
      name={t`Measured inference time against ${axisName}, ${plural(count, { one: '# point', other: '# points' })}`}
      x={x}
      y={y}
      height={isPresented ? 260 : 320}
      cards={{ marks, active, onActive: setActive }}
    >
      <YAxis text={tickTextOf(y.ticks, i18n.locale)} title={t`inference`} unit=" ms" />
      <XAxis text={tickTextOf(x.ticks, i18n.locale)} title={axisName} />
      <Clip>
        <Line className={styles.proportion} points={proportion} />
      </Clip>
      <NamedDots points={dots} radius={7} />
    </Chart>
  );
}

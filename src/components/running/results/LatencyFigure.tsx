import { Trans, useLingui } from '@lingui/react/macro';
import { useRef, useState, type ReactNode } from 'react';
import type { SheetRow } from '../../../nets/readings/spreadsheet';
import { latencyScatterOf, type LatencyScatter } from '../../../viz/charts/latencyScatter';
import { Figure } from '../../ui/Figure';
import { millisecondsText, shortNumberText } from '../../ui/numberText';
import { CostAxisChoice, costAxes, useCostAxisNames, type CostAxis } from '../../explain/cost/CostAxis';
import { LabelledPoints } from '../../ui/charts/LabelledPoints';
import { Plot, plotBoxOf, type PlotBox } from '../../ui/charts/Plot';
import { useWidth } from '../../ui/useWidth';
import styles from './LatencyFigure.module.css';

/** A measured network with its counted costs. */
export type LatencyPoint = {
  readonly id: string;
  /** Beside the point. */
  readonly label: string;
  /** Which colour of the chart's series, from 1. */
  readonly series: number;
  readonly inferenceMs: number;
  readonly macs: number;
  readonly params: number;
  readonly memoryAccess: number;
};

const margin = { left: 52, right: 16, top: 14, bottom: 46 };
const height = 380;

/** Measured inference time against a counted cost: what is not on the line is what the count does not tell. */
export function LatencyFigure({
  points,
  caption,
}: {
  readonly points: readonly LatencyPoint[];
  readonly caption: ReactNode;
}) {
  const { t } = useLingui();
  const [axis, setAxis] = useState<CostAxis>('macs');
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame, 640);
  const names = useCostAxisNames();
  return (
    <Figure
      title={t`Measured time against counted cost`}
      actions={<CostAxisChoice value={axis} onChange={setAxis} />}
      caption={caption}
      {...(points.length === 0 ? {} : { files: { name: 'latency-against-cost', numbers: () => rowsOf(points) } })}
    >
      <div ref={frame}>
        {points.length === 0 ? (
          <p className={styles['empty']}>
            <Trans>Nothing is measured yet.</Trans>
          </p>
        ) : (
          <Picture points={points} axis={axis} axisName={names[axis]} width={width} />
        )}
      </div>
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
  /** Px. */
  readonly width: number;
};

function Picture({ points, axis, axisName, width }: PictureProps) {
  const { t, i18n } = useLingui();
  const box = plotBoxOf({ width, height, margin });
  const data = points.map((point) => ({ id: point.id, x: point[axis], y: point.inferenceMs }));
  const scatter = latencyScatterOf(data, box.inner);
  const at = new Map(scatter.points.map((point) => [point.id, point]));
  const count = points.length;
  const text = (value: number): string => shortNumberText(value, i18n.locale);
  return (
    <Plot
      box={box}
      name={t`Measured inference time against ${axisName}, ${count} points`}
      xTicks={scatter.xTicks}
      yTicks={scatter.yTicks}
      xText={text}
      yText={text}
      xName={axisName}
      yName={t`inference, ms`}
    >
      <Proportion scatter={scatter} box={box} />
      <LabelledPoints
        box={box}
        points={points.map(({ id, label, series, inferenceMs }) => ({
          id,
          label,
          series,
          px: at.get(id)?.px ?? 0,
          py: at.get(id)?.py ?? 0,
          title: `${label}: ${millisecondsText(inferenceMs, i18n.locale)} ms`,
        }))}
      />
    </Plot>
  );
}

type ProportionProps = {
  readonly scatter: LatencyScatter;
  readonly box: PlotBox;
};

/** The line on which time goes with the count. */
function Proportion({ scatter: { proportion }, box: { inner } }: ProportionProps) {
  if (proportion === null) return null;
  return (
    <>
      <clipPath id="latency-plot">
        <rect width={inner.width} height={inner.height} />
      </clipPath>
      <line className={styles['proportion']} clipPath="url(#latency-plot)" {...proportion} />
    </>
  );
}

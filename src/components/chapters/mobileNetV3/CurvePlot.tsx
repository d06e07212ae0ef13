import { useLingui } from '@lingui/react/macro';
import type { PointerEvent } from 'react';
import type { CurveBand, PlottedCurve } from '../../../viz/chapters/hardCurves';
import { curveAxis, curveMargin, curveXAt, hardCurves } from '../../../viz/chapters/hardCurves';
import { Dots } from '../../ui/charts/Dots';
import { Line } from '../../ui/charts/Line';
import { PlotArea } from '../../ui/charts/PlotArea';
import { RuleX, RuleY } from '../../ui/charts/Rule';
import { XAxis } from '../../ui/charts/XAxis';
import { YAxis } from '../../ui/charts/YAxis';
import { exactNumberText } from '../../ui/numberText';
import { Sized } from '../../ui/Sized';
import { useIsPresented } from '../../ui/useIsPresented';
import styles from './CurvePlot.module.css';

type CurvePlotProps = {
  readonly x: number;
  /** Called with the x under the pointer as it moves over the plot. */
  readonly onPoint: (x: number) => void;
};

/** Sigmoid and swish with their hard forms on one axis, the errors below, and a cursor at `x`. */
export function CurvePlot(props: CurvePlotProps) {
  return (
    <div className={styles.frame}>
      <Sized>{(width) => <Picture {...props} width={width} />}</Sized>
    </div>
  );
}

function Picture({ x, onPoint, width }: CurvePlotProps & { readonly width: number }) {
  const { t } = useLingui();
  const { height, bands } = hardCurves(width, useIsPresented());
  const point = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    onPoint(curveXAt(event.clientX - box.left, width));
  };
  const titles: Readonly<Record<CurveBand['id'], string>> = {
    gates: t`Gates`,
    activations: t`Activations`,
    errors: t`Hard minus smooth`,
  };
  return (
    <svg
      role="img"
      aria-label={t`Sigmoid with h-sigmoid, swish with h-swish, and their differences, from −8 to 8`}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      className={styles.plot}
      onPointerMove={point}
      onPointerDown={point}
    >
      {bands.map((band) => (
        <g key={band.id}>
          <text className={styles.title} x={0} y={band.titleY}>
            {titles[band.id]}
          </text>
          <Legend band={band} />
          <Band band={band} width={width} x={x} isLast={band === bands.at(-1)} />
        </g>
      ))}
    </svg>
  );
}

type BandProps = {
  readonly band: CurveBand;
  readonly width: number;
  readonly x: number;
  /** Whether to number the x axis. */
  readonly isLast: boolean;
};

function Band({ band: { y, curves, top, headHeight, height }, width, x, isLast }: BandProps) {
  const { i18n } = useLingui();
  const text = (value: number) => exactNumberText(value, i18n.locale);
  return (
    <PlotArea x={curveAxis} y={y} width={width} height={height} margin={{ ...curveMargin, top: headHeight }} top={top}>
      <YAxis text={text} hasLine={(value) => value !== 0} />
      <RuleY y={0} className={styles.axis} />
      {curves.map((curve) => (
        <Line key={curve.id} className={classOf(curve)} points={curve.points} />
      ))}
      {isLast ? <XAxis text={text} hasLine={() => false} /> : null}
      <RuleX x={x} className={styles.cursor} />
      {curves.map(({ id, kind, valueAt }) => (
        <Dots
          key={id}
          points={[{ id, x, y: valueAt(x), className: `${styles.dot} ${styles[id]}` }]}
          radius={kind === 'smooth' ? 5.5 : 3.5}
        />
      ))}
    </PlotArea>
  );
}

function classOf({ id, kind }: PlottedCurve): string {
  return `${styles.curve} ${styles[id]} ${kind === 'hard' ? styles.hard : ''}`;
}

const names: Readonly<Record<PlottedCurve['id'], string>> = {
  sigmoid: 'sigmoid',
  hardSigmoid: 'h-sigmoid',
  swish: 'swish',
  hardSwish: 'h-swish',
  sigmoidError: 'h-sigmoid − sigmoid',
  swishError: 'h-swish − swish',
};

/** Each curve's name beside a sample of its line, so that dashes tell them apart without colour. */
function Legend({ band: { curves, legend } }: { readonly band: CurveBand }) {
  return curves.map((curve, index) => (
    <g key={curve.id} transform={`translate(${legend[index]?.x ?? 0} ${legend[index]?.y ?? 0})`}>
      <path className={classOf(curve)} d="M0,0H26" />
      <text className={styles.legend} x={34} y={0}>
        {names[curve.id]}
      </text>
    </g>
  ));
}

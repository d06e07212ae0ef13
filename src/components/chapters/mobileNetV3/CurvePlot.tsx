import { useLingui } from '@lingui/react/macro';
import { useMemo, useRef, type PointerEvent } from 'react';
import type { CurveBand, PlottedCurve } from '../../../viz/chapters/hardCurves';
import { hardCurves } from '../../../viz/chapters/hardCurves';
import { useWidth } from '../../ui/useWidth';
import styles from './CurvePlot.module.css';

type CurvePlotProps = {
  readonly x: number;
  /** Called with any x of the plot while the pointer moves over it. */
  readonly onPoint: (x: number) => void;
};

/** Sigmoid and swish with their hard forms over one axis, and the errors below; a cursor at `x`. */
export function CurvePlot({ x, onPoint }: CurvePlotProps) {
  const { t } = useLingui();
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame, 640);
  const plot = useMemo(() => hardCurves(width), [width]);
  const { height, left, right, xOf, bands } = plot;
  const point = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    onPoint(plot.xAt(event.clientX - box.left));
  };
  const titles: Readonly<Record<CurveBand['id'], string>> = {
    gates: t`Gates`,
    activations: t`Activations`,
    errors: t`Hard minus smooth`,
  };
  return (
    <div ref={frame} className={styles['frame']}>
      <svg
        role="img"
        aria-label={t`Sigmoid with h-sigmoid, swish with h-swish, and their differences, from −8 to 8`}
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        className={styles['plot']}
        onPointerMove={point}
        onPointerDown={point}
      >
        {bands.map((band) => (
          <Band key={band.id} band={band} title={titles[band.id]} left={left} right={right} />
        ))}
        {[-8, -6, -4, -2, 0, 2, 4, 6, 8].map((tick) => (
          <text key={tick} className={styles['tickX']} x={xOf(tick)} y={height - 12}>
            {tick < 0 ? `−${-tick}` : tick}
          </text>
        ))}
        <path className={styles['cursor']} d={bands.map(({ top, bottom }) => `M${xOf(x)},${top}V${bottom}`).join('')} />
        {bands.flatMap((band) =>
          band.curves.map((curve) => (
            <circle
              key={curve.id}
              className={`${styles['dot'] ?? ''} ${styles[curve.id] ?? ''}`}
              cx={xOf(x)}
              cy={band.yOf(curve.valueAt(x))}
              r={curve.kind === 'smooth' ? 5.5 : 3.5}
            />
          )),
        )}
      </svg>
    </div>
  );
}

type BandProps = { readonly band: CurveBand; readonly title: string; readonly left: number; readonly right: number };

function Band({ band, title, left, right }: BandProps) {
  return (
    <g>
      {band.ticks.map(({ value, y }) => (
        <g key={value}>
          <path className={value === 0 ? styles['axis'] : styles['grid']} d={`M${left},${y}H${right}`} />
          <text className={styles['tickY']} x={left - 8} y={y}>
            {value < 0 ? `−${-value}` : value}
          </text>
        </g>
      ))}
      {band.curves.map((curve) => (
        <path
          key={curve.id}
          className={`${styles['curve'] ?? ''} ${styles[curve.id] ?? ''} ${styles[curve.kind] ?? ''}`}
          d={curve.path}
        />
      ))}
      <text className={styles['title']} x={0} y={band.titleY}>
        {title}
      </text>
      <Legend band={band} />
    </g>
  );
}

const names: Readonly<Record<PlottedCurve['id'], string>> = {
  sigmoid: 'sigmoid',
  hardSigmoid: 'h-sigmoid',
  swish: 'swish',
  hardSwish: 'h-swish',
  sigmoidError: 'h-sigmoid − sigmoid',
  swishError: 'h-swish − swish',
};

/** Each curve's name beside a piece of its line, so that dashes tell them apart where colours do not. */
function Legend({ band }: { readonly band: CurveBand }) {
  return band.curves.map((curve) => (
    <g key={curve.id} transform={`translate(${curve.legend.x} ${curve.legend.y})`}>
      <path className={`${styles['curve'] ?? ''} ${styles[curve.id] ?? ''} ${styles[curve.kind] ?? ''}`} d="M0,0H26" />
      <text className={styles['legend']} x={34} y={0}>
        {names[curve.id]}
      </text>
    </g>
  ));
}

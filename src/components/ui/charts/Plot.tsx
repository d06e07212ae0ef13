import type { ReactNode } from 'react';
import styles from './Plot.module.css';

type Margin = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

/** A plot's whole size, and the part inside its margins, px. */
export type PlotBox = {
  readonly width: number;
  readonly height: number;
  readonly margin: Margin;
  readonly inner: { readonly width: number; readonly height: number };
};

/** What a plot of this size has between its margins. */
export function plotBoxOf(size: Omit<PlotBox, 'inner'>): PlotBox {
  const { width, height, margin } = size;
  return {
    ...size,
    inner: { width: width - margin.left - margin.right, height: height - margin.top - margin.bottom },
  };
}

type PlotTick = { readonly value: number; readonly at: number };

type PlotProps = {
  readonly box: PlotBox;
  /** What the picture shows, in words. */
  readonly name: string;
  readonly xTicks: readonly PlotTick[];
  readonly yTicks: readonly PlotTick[];
  readonly xText: (value: number) => string;
  readonly yText: (value: number) => string;
  readonly xName: string;
  readonly yName: string;
  /** Whether the name of the upright axis stands above the plot, or inside its corner. */
  readonly yNameIs?: 'above' | 'inside';
  /** The marks; their origin is the plot's top left corner inside the margins. */
  readonly children: ReactNode;
};

/** A plot: its grid with the numbers, what its axes are, and the marks. */
export function Plot({ box, name, xTicks, yTicks, xText, yText, xName, yName, yNameIs, children }: PlotProps) {
  const { width, height, margin, inner } = box;
  const corner = yNameIs === 'above' ? { x: 4 - margin.left, y: -11 } : { x: 4, y: 14 };
  return (
    <svg
      className={styles['plot']}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={name}
    >
      <g transform={`translate(${margin.left} ${margin.top})`}>
        {yTicks.map(({ value, at }) => (
          <g key={value} className={styles['tick']}>
            <line x1={0} x2={inner.width} y1={at} y2={at} />
            <text x={-8} y={at + 4} textAnchor="end">
              {yText(value)}
            </text>
          </g>
        ))}
        {xTicks.map(({ value, at }) => (
          <g key={value} className={styles['tick']}>
            <line x1={at} x2={at} y1={0} y2={inner.height} />
            <text x={at} y={inner.height + 18} textAnchor="middle">
              {xText(value)}
            </text>
          </g>
        ))}
        <text className={styles['axis']} x={inner.width} y={inner.height + 40} textAnchor="end">
          {xName}
        </text>
        <text className={styles['axis']} {...corner}>
          {yName}
        </text>
        {children}
      </g>
    </svg>
  );
}

import styles from './ChartAxes.module.css';

type ChartTick = { readonly value: number; readonly at: number };

type ChartAxesProps = {
  readonly xTicks: readonly ChartTick[];
  readonly yTicks: readonly ChartTick[];
  /** The plot without its margins, px. */
  readonly inner: { readonly width: number; readonly height: number };
  readonly xText: (value: number) => string;
  readonly yText: (value: number) => string;
  readonly xName: string;
  readonly yName: string;
  /** Where the name of the upright axis begins: by default inside the plot's corner. Px from there. */
  readonly yNameAt?: { readonly x: number; readonly y: number };
};

/** The grid of a plot with its numbers, and what its axes are. */
export function ChartAxes({ xTicks, yTicks, inner, xText, yText, xName, yName, yNameAt }: ChartAxesProps) {
  const corner = yNameAt ?? { x: 4, y: 14 };
  return (
    <>
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
      <text className={styles['axis']} x={corner.x} y={corner.y}>
        {yName}
      </text>
    </>
  );
}

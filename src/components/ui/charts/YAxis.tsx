import styles from './Axes.module.css';
import { usePlot } from './plotScales';

type YAxisProps = {
  readonly text: (value: number) => string;
  readonly title?: string;
  /** Above the plot, or inside its corner. */
  readonly titleAt?: 'above' | 'inside';
  /** Where ticks have lines across the plot; without it, everywhere. */
  readonly hasLine?: (value: number) => boolean;
};

/** Numbers left of the plot, with lines across it, and what they count. */
export function YAxis({ text, title, titleAt = 'inside', hasLine }: YAxisProps) {
  const { y, width, left } = usePlot();
  const titlePlace = titleAt === 'above' ? { x: 4 - left, y: -11 } : { x: 4, y: 14 };
  return (
    <>
      {y.ticks.map(({ value, at }) => (
        <g key={value} className={styles['tick']}>
          {(hasLine?.(value) ?? true) ? <line x1={0} x2={width} y1={at} y2={at} /> : null}
          <text x={-8} y={at} textAnchor="end">
            {text(value)}
          </text>
        </g>
      ))}
      {title === undefined ? null : (
        <text className={styles['title']} {...titlePlace}>
          {title}
        </text>
      )}
    </>
  );
}

import styles from './Axes.module.css';
import { usePlot } from './plotScales';

type YAxisProps = {
  readonly text: (value: number) => string;
  readonly title?: string;
  /** Above the plot, or inside its top left corner. */
  readonly titleAt?: 'above' | 'inside';
  /** Which ticks have a grid line; all of them without it. */
  readonly hasLine?: (value: number) => boolean;
};

/** The ticks of the y axis left of the plot, their grid lines, and the axis's title with its unit. */
export function YAxis({ text, title, titleAt = 'inside', hasLine }: YAxisProps) {
  const { y, width, left } = usePlot();
  const titlePlace = titleAt === 'above' ? { x: 4 - left, y: -11 } : { x: 4, y: 14 };
  return (
    <>
      {y.ticks.map(({ value, at }) => (
        <g key={value} className={styles.tick}>
          {(hasLine?.(value) ?? true) ? <line x1={0} x2={width} y1={at} y2={at} /> : null}
          <text x={-8} y={at} textAnchor="end">
            {text(value)}
          </text>
        </g>
      ))}
      {title === undefined ? null : (
        <text className={styles.title} {...titlePlace}>
          {title}
        </text>
      )}
    </>
  );
}

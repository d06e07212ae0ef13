import styles from './Axes.module.css';
import { usePlot } from './plotScales';

type YAxisProps = {
  /** Writes a tick; all of an axis with the same number of decimals. */
  readonly text: (value: number) => string;
  /** What the axis measures; above the plot. */
  readonly title?: string;
  /** Follows the topmost tick, with its space where it has one: `%`, ` ms`. */
  readonly unit?: string;
  /** Which ticks have a grid line; all of them without it. */
  readonly hasLine?: (value: number) => boolean;
};

/** The ticks of the y axis left of the plot, their grid lines, and the axis's title above. */
export function YAxis({ text, title, unit = '', hasLine }: YAxisProps) {
  const { y, width, left } = usePlot();
  return (
    <>
      {y.ticks.map(({ value, at }, index) => (
        <g key={value} className={styles.tick}>
          {(hasLine?.(value) ?? true) ? <line x1={0} x2={width} y1={at} y2={at} /> : null}
          <text x={-10} y={at} textAnchor="end">
            {`${text(value)}${index === y.ticks.length - 1 ? unit : ''}`}
          </text>
        </g>
      ))}
      {title === undefined ? null : (
        <text className={styles.title} x={-left} y={-22}>
          {title}
        </text>
      )}
    </>
  );
}

import { tickLabels } from '../../../viz/charts/tickLabels';
import styles from './Axes.module.css';
import { usePlot } from './plotScales';

type XAxisProps = {
  /** Writes a tick; all of an axis with the same number of decimals. */
  readonly text: (value: number) => string;
  /** What the axis measures, in the plural or with its article left out: `multiply-adds per byte`. */
  readonly title?: string;
  /** Follows the last tick, with its space where it has one: `%`, ` ms`. */
  readonly unit?: string;
  /** Which ticks have a grid line; all of them without it. */
  readonly hasLine?: (value: number) => boolean;
};

/** As in the style sheet; a phone's smaller ticks have more room than they need. */
const fontSize = 15;

/** The ticks of the x axis below the plot, as many as have room, their grid lines, and the axis's title. */
export function XAxis({ text, title, unit = '', hasLine }: XAxisProps) {
  const { x, width, height } = usePlot();
  const ticks = x.ticks.map((tick, index) => ({
    ...tick,
    text: `${text(tick.value)}${index === x.ticks.length - 1 ? unit : ''}`,
  }));
  const labels = new Set(tickLabels(ticks, fontSize).map(({ value }) => value));
  return (
    <>
      {ticks.map((tick) => (
        <g key={tick.value} className={styles.tick}>
          {(hasLine?.(tick.value) ?? true) ? <line x1={tick.at} x2={tick.at} y1={0} y2={height} /> : null}
          {labels.has(tick.value) ? (
            <text x={tick.at} y={height + 18} textAnchor="middle">
              {tick.text}
            </text>
          ) : null}
        </g>
      ))}
      {title === undefined ? null : (
        <text className={styles.title} x={width} y={height + 42} textAnchor="end">
          {title}
        </text>
      )}
    </>
  );
}

import styles from './Axes.module.css';
import { usePlot } from './plotScales';

type XAxisProps = {
  readonly text: (value: number, widthPx: number) => string;
  readonly title?: string;
  readonly titleAt?: 'end' | 'middle';
  /** Which ticks have a grid line; all of them without it. */
  readonly hasLine?: (value: number) => boolean;
  /** Px from the plot to the middle of the numbers. */
  readonly distance?: number;
};

/** The ticks of the x axis below the plot, their grid lines, and the axis's title with its unit. */
export function XAxis({ text, title, titleAt = 'end', hasLine, distance = 14 }: XAxisProps) {
  const { x, width, height } = usePlot();
  const titlePlace = titleAt === 'end' ? { x: width, y: height + 40 } : { x: width / 2, y: height + distance + 20 };
  return (
    <>
      {x.ticks.map(({ value, at }) => (
        <g key={value} className={styles.tick}>
          {(hasLine?.(value) ?? true) ? <line x1={at} x2={at} y1={0} y2={height} /> : null}
          <text x={at} y={height + distance} textAnchor="middle">
            {text(value, width)}
          </text>
        </g>
      ))}
      {title === undefined ? null : (
        <text className={titleAt === 'end' ? styles.title : styles.quietTitle} {...titlePlace} textAnchor={titleAt}>
          {title}
        </text>
      )}
    </>
  );
}

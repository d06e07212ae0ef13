import styles from './Axes.module.css';
import { usePlot } from './plotScales';

type XAxisProps = {
  readonly text: (value: number, widthPx: number) => string;
  readonly title?: string;
  readonly titleAt?: 'end' | 'middle';
  /** Where ticks have lines across the plot; without it, everywhere. */
  readonly hasLine?: (value: number) => boolean;
  /** Px from the plot to the middle of the numbers. */
  readonly distance?: number;
};

/** Numbers below the plot, with lines up through it, and what they count. */
export function XAxis({ text, title, titleAt = 'end', hasLine, distance = 14 }: XAxisProps) {
  const { x, width, height } = usePlot();
  const titlePlace = titleAt === 'end' ? { x: width, y: height + 40 } : { x: width / 2, y: height + distance + 20 };
  return (
    <>
      {x.ticks.map(({ value, at }) => (
        <g key={value} className={styles['tick']}>
          {(hasLine?.(value) ?? true) ? <line x1={at} x2={at} y1={0} y2={height} /> : null}
          <text x={at} y={height + distance} textAnchor="middle">
            {text(value, width)}
          </text>
        </g>
      ))}
      {title === undefined ? null : (
        <text
          className={titleAt === 'end' ? styles['title'] : styles['quietTitle']}
          {...titlePlace}
          textAnchor={titleAt}
        >
          {title}
        </text>
      )}
    </>
  );
}

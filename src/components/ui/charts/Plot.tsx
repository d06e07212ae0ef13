import styles from './Plot.module.css';
import { marginOf, PlotArea, type PlotAreaProps } from './PlotArea';

export type PlotProps = Omit<PlotAreaProps, 'top'> & {
  /** What the picture shows, in words. */
  readonly name: string;
};

/** A chart of a given width, as one picture. */
export function Plot({ name, width, ...area }: PlotProps) {
  const { top, bottom } = marginOf(area.margin);
  const height = top + area.height + bottom;
  return (
    <svg
      className={styles.plot}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={name}
    >
      <PlotArea {...area} width={width} />
    </svg>
  );
}

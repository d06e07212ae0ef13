import styles from './Axes.module.css';
import { usePlot } from './plotScales';

type RowNamesProps = {
  readonly rows: readonly { readonly id: string; readonly label: string; readonly isMarked?: boolean }[];
};

/** The names of rows, left of the plot. */
export function RowNames({ rows }: RowNamesProps) {
  const { y } = usePlot();
  return rows.map(({ id, label, isMarked }, row) => (
    <text
      key={id}
      className={isMarked === true ? styles.markedRow : styles.row}
      x={-10}
      y={y.at(row) + y.size / 2}
      textAnchor="end"
    >
      {label}
    </text>
  ));
}

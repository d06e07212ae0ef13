import { stackedColumnPaths } from '../../../viz/charts/paths';
import { usePlot } from './plotScales';

type StackedColumnsProps<Part extends string> = {
  readonly columns: readonly Readonly<Record<Part, number>>[];
  /** From the bottom up. */
  readonly parts: readonly Part[];
};

/** Columns side by side, each a stack of parts; a part is one shape over all columns, with its name in `data-part`. */
export function StackedColumns<Part extends string>({ columns, parts }: StackedColumnsProps<Part>) {
  return stackedColumnPaths(columns, parts, usePlot()).map(({ part, path }) => (
    <path key={part} data-part={part} d={path} />
  ));
}

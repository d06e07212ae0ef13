import { Sized } from '../Sized';
import { Plot, type PlotProps } from './Plot';

/** A chart as wide as its place: two axes, and the axis marks and data marks it holds. */
export function Chart(props: Omit<PlotProps, 'width'>) {
  return <Sized>{(width) => <Plot {...props} width={width} />}</Sized>;
}

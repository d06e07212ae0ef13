import { usePlot } from './plotScales';

type RuleXProps = { readonly x: number; readonly className?: string | undefined };

/** A line down the plot at a value of x. */
export function RuleX({ x: value, className }: RuleXProps) {
  const { x, height } = usePlot();
  return <line className={className} x1={x.at(value)} x2={x.at(value)} y1={0} y2={height} />;
}

type RuleYProps = { readonly y: number; readonly className?: string | undefined };

/** A line across the plot at a value of y. */
export function RuleY({ y: value, className }: RuleYProps) {
  const { y, width } = usePlot();
  return <line className={className} x1={0} x2={width} y1={y.at(value)} y2={y.at(value)} />;
}

import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { widthCurve, type WidthCurve } from '../../../viz/chapters/widthCurve';
import { Chart } from '../../ui/charts/Chart';
import { Line } from '../../ui/charts/Line';
import { XAxis } from '../../ui/charts/XAxis';
import { YAxis } from '../../ui/charts/YAxis';
import { tickTextOf } from '../../ui/numberText';
import styles from './CurveGuess.module.css';
import { equal } from './counts';

type Shape = 'flat' | 'falls' | 'rises' | 'valley';

type CurveGuessProps = { readonly isOpen: boolean; readonly guess: Shape | undefined };

/** Axes of memory access over the input's width; the shape that was said, and then the curve itself. */
export function CurveGuess({ isOpen, guess }: CurveGuessProps) {
  const { i18n, t } = useLingui();
  const curve = useMemo(() => widthCurve(equal), []);
  return (
    <Chart
      name={
        isOpen
          ? t`Memory access over the ratio of widths: least where both are equal`
          : t`Empty axes: memory access over the ratio of input to output channels`
      }
      x={curve.x}
      y={curve.y}
      height={220}
      margin={{ top: 16, left: 64 }}
    >
      <YAxis text={tickTextOf(curve.y.ticks, i18n.locale)} hasLine={(value) => value !== 0} />
      <XAxis
        text={(ratio) => (ratio < 1 ? `1:${String(1 / ratio)}` : `${String(ratio)}:1`)}
        title={t`input channels : output channels`}
        hasLine={() => false}
      />
      {isOpen ? <Line className={styles.curve} points={curve.line} /> : null}
      {guess === undefined || (isOpen && guess === 'valley') ? null : (
        <Line className={isOpen ? styles.miss : styles.guess} points={shapeOf(guess, curve)} />
      )}
    </Chart>
  );
}

/** A shape through the curve's own ends. */
function shapeOf(shape: Shape, { line, bound }: WidthCurve) {
  const [first, last] = [line[0], line.at(-1)];
  if (first === undefined || last === undefined || shape === 'valley') return line;
  const [low, high] = [bound, first.y];
  return [
    { x: first.x, y: shape === 'falls' ? high : shape === 'flat' ? (low + high) / 2 : low },
    { x: last.x, y: shape === 'rises' ? high : shape === 'flat' ? (low + high) / 2 : low },
  ];
}

import { activated } from '../../nets/arithmetic/pixel';
import type { Histogram } from '../../nets/maps/histogram';
import type { ActivationFunction } from '../../nets/op';

/** The inputs of an activation as bars and its curve over them, as path strings in px. */
export type ActivationCurve = {
  readonly bars: string;
  readonly curve: string;
  /** Where a number of the input axis lies. */
  readonly x: (value: number) => number;
  /** Where 0 of the curve lies. */
  readonly zero: number;
  /** Fractions of the inputs that become exactly 0, and exactly 6. */
  readonly zeros: number;
  readonly sixes: number;
};

/** The numbers along the inputs: where activation functions bend, or halfway to the ends of a longer range. */
export function axisTicks({ to }: Histogram): readonly number[] {
  return to === 8 ? [-6, -3, 0, 3, 6] : [-to / 2, 0, to / 2];
}

type Size = { readonly width: number; readonly height: number };

/** Lays an activation's inputs under its curve; one unit is as long across as up. */
export function activationCurve(inputs: Histogram, name: ActivationFunction, { width, height }: Size): ActivationCurve {
  const { from, to, counts } = inputs;
  const step = (to - from) / counts.length;
  const total = counts.reduce((sum, count) => sum + count, 0) || 1;
  const most = counts.reduce((largest, count) => Math.max(largest, count), 1);
  const x = (value: number): number => ((value - from) / (to - from)) * width;
  const zero = height - 12;
  const y = (value: number): number => Math.max(2, zero - (value / to) * (height - 16));
  const bars = Array.from(counts, (count, at) => {
    const [left, length] = [x(from + at * step), (count / most) * (height - 16)];
    return count === 0
      ? ''
      : `M${left.toFixed(1)} ${zero}v-${length.toFixed(1)}h${(x(from + step) - 0.5).toFixed(1)}V${zero}z`;
  }).join('');
  const curve = Array.from({ length: 129 }, (_, at) => {
    const value = from + (at / 128) * (to - from);
    return `${x(value).toFixed(1)} ${y(activated(name, value)).toFixed(1)}`;
  }).join('L');
  // All bends of these functions lie between two steps.
  const shareWhere = (becomes: number): number => {
    const middleOf = (at: number): number => from + (at + 0.5) * step;
    return counts.reduce((sum, count, at) => sum + (activated(name, middleOf(at)) === becomes ? count : 0), 0) / total;
  };
  const hasSixes = name === 'relu6';
  return { bars, curve: `M${curve}`, x, zero, zeros: shareWhere(0), sixes: hasSixes ? shareWhere(6) : 0 };
}

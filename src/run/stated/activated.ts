import { isNear, scalar } from './affine';
import { after, type Lowered, type Operand } from './operand';
import type { View } from './view';

/** The parameter of an activation in a file: by its name there, or by its place. Undefined where left out. */
export type ParameterOf = (name: string, index: number) => number | undefined;

/** An activation by the name that ONNX has for it. Those that the app's graphs lack keep their name. */
export function activated(name: string, view: View, activation: string, parameterOf: ParameterOf): Lowered {
  const plain = plainNames.get(activation);
  if (plain !== undefined) return after(name, view, { kind: 'activation', function: plain });
  if (activation === 'Clip') return clipped(name, view, parameterOf('min', 0), parameterOf('max', 1));
  if (activation === 'HardSigmoid') {
    const [alpha, beta] = [parameterOf('alpha', 0) ?? 0.2, parameterOf('beta', 1) ?? 0.5];
    const isUsual = isNear(alpha, 1 / 6) && isNear(beta, 0.5);
    return after(name, view, {
      kind: 'activation',
      function: isUsual ? 'hardSigmoid' : `hardSigmoid of slope ${rounded(alpha)}`,
    });
  }
  const slope = parameterOf('alpha', 0);
  return after(name, view, {
    kind: 'activation',
    function: slope === undefined ? activation : `${activation} ${rounded(slope)}`,
  });
}

const plainNames: ReadonlyMap<string, string> = new Map([
  ['Relu', 'relu'],
  ['Relu6', 'relu6'],
  ['Sigmoid', 'sigmoid'],
  ['HardSwish', 'hardSwish'],
  ['Swish', 'swish'],
]);

function rounded(value: number): string {
  return String(Number(value.toPrecision(3)));
}

/** The largest values that files write for infinity are those of 32 and 16 bits. */
function isOpen(value: number | undefined): boolean {
  return value === undefined || Math.abs(value) >= 65504;
}

/** Values kept between two others: relu, relu6, or what the pieces of a hard sigmoid need. */
export function clipped(name: string, view: View, least: number | undefined, most: number | undefined): Operand {
  const [isLowOpen, isHighOpen] = [isOpen(least), isOpen(most)];
  if (isLowOpen && isHighOpen) return { kind: 'view', view };
  const fn = (text: string) => after(name, view, { kind: 'activation', function: text });
  if (least === 0 && isHighOpen) return fn('relu');
  if (least === 0 && isNear(most, 6)) return fn('relu6');
  if (least === 0 && isNear(most, 1)) {
    // Kept between 0 and 1, y is relu6(6 y) / 6.
    const six = after(name, view, { kind: 'affine', scale: scalar(name, 6), shift: scalar(name, -3) });
    return six.kind === 'view' ? after(name, six.view, { kind: 'activation', function: 'hardSigmoid' }) : six;
  }
  const { op } = view.node;
  const isRelu = op.kind === 'activation' && op.function === 'relu' && isLowOpen;
  if (isRelu && isNear(most, 6)) return fn('relu6');
  return fn(`clip to ${isLowOpen ? '' : String(least)}..${isHighOpen ? '' : String(most)}`);
}

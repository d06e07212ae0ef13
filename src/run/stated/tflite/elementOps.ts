import { activated, clipped } from '../activated';
import { after, elementwise, numberOf, type Arithmetic, type Lowered } from '../operand';
import type { View } from '../view';
import { optionsOf, viewAt, withFused, type Lower, type TfliteOp } from './tfliteOp';

const arithmetic =
  (kind: Arithmetic): Lower =>
  (op) => {
    const [a, b] = op.inputs;
    return a === undefined || b === undefined ? undefined : withFused(op, elementwise(op.name, kind, a, b));
  };

const passed: Lower = ({ inputs: [first] }) => first;

const activation =
  (name: string): Lower =>
  (op) => {
    const view = viewAt(op, 0);
    return view && activated(op.name, view, name, () => optionsOf(op, 'leakyRelu')?.alpha);
  };

const softmax: Lower = (op) => {
  const view = viewAt(op, 0);
  return view && after(op.name, view, { kind: 'softmax' });
};

/** Sums, products, activations, and operators that change nothing but the type. */
export const elementOps: ReadonlyMap<string, Lower> = new Map<string, Lower>([
  ['ADD', arithmetic('add')],
  ['SUB', arithmetic('subtract')],
  ['MUL', arithmetic('multiply')],
  ['DIV', arithmetic('divide')],
  ['CAST', passed],
  ['QUANTIZE', passed],
  ['DEQUANTIZE', passed],
  ['RELU', activation('Relu')],
  ['RELU6', activation('Relu6')],
  ['RELU_N1_TO_1', activation('clip to -1..1')],
  ['LOGISTIC', activation('Sigmoid')],
  ['HARD_SWISH', activation('HardSwish')],
  ['TANH', activation('Tanh')],
  ['LEAKY_RELU', activation('LeakyRelu')],
  ['ELU', activation('Elu')],
  ['GELU', activation('Gelu')],
  ['MAXIMUM', (op) => limited(op, (view, value) => clipped(op.name, view, value, undefined))],
  ['MINIMUM', (op) => limited(op, (view, value) => clipped(op.name, view, undefined, value))],
  ['SOFTMAX', softmax],
  ['LOG_SOFTMAX', softmax],
]);

/** The larger or smaller of a map and a number. */
function limited(op: TfliteOp, clip: (view: View, value: number) => Lowered): Lowered {
  const index = op.inputs.findIndex((input) => input?.kind === 'view');
  const [view, value] = [viewAt(op, index), numberOf(op.inputs[1 - index])];
  return view !== undefined && value !== undefined ? clip(view, value) : undefined;
}

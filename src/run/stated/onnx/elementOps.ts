import { activated, clipped } from '../activated';
import { after, elementwise, numberOf, type Arithmetic, type Lowered } from '../operand';
import { numberIn, textIn, viewAt, type Lower, type OnnxOp } from './onnxOp';

const arithmetic =
  (kind: Arithmetic): Lower =>
  ({ name, inputs: [a, b] }) =>
    a === undefined || b === undefined ? undefined : elementwise(name, kind, a, b);

const passed: Lower = ({ inputs: [first] }) => first;

const activation: Lower = (op) => {
  const view = viewAt(op, 0);
  const inputs = new Map([
    ['min', 1],
    ['max', 2],
  ]);
  return view && activated(op.name, view, op.node.opType, (name) => numberIn(op, name, inputs.get(name)));
};

/** Sums, products, activations, and ops that change nothing at inference. */
export const elementOps: ReadonlyMap<string, Lower> = new Map<string, Lower>([
  ['Add', arithmetic('add')],
  ['Sub', arithmetic('subtract')],
  ['Mul', arithmetic('multiply')],
  ['Div', arithmetic('divide')],
  ['Sum', (op) => (op.inputs.length === 2 ? arithmetic('add')(op) : undefined)],
  ['Identity', passed],
  ['Dropout', passed],
  ['Cast', passed],
  ['CastLike', passed],
  ['Floor', (op) => (op.inputs[0]?.kind === 'sizes' ? op.inputs[0] : undefined)],
  ...[
    'Relu',
    'Clip',
    'Sigmoid',
    'HardSigmoid',
    'HardSwish',
    'LeakyRelu',
    'Elu',
    'Selu',
    'Celu',
    'Tanh',
    'Softplus',
    'Softsign',
    'Gelu',
    'Mish',
    'ThresholdedRelu',
    'QuickGelu',
    'Swish',
  ].map((name) => [name, activation] as const),
  ['Max', (op) => limited(op, (view, value) => clipped(op.name, view, value, undefined))],
  ['Min', (op) => limited(op, (view, value) => clipped(op.name, view, undefined, value))],
  ['Softmax', softmax],
  ['LogSoftmax', softmax],
]);

/** The larger or smaller of a map and a number. */
function limited(op: OnnxOp, clip: (view: NonNullable<ReturnType<typeof viewAt>>, value: number) => Lowered): Lowered {
  const index = op.inputs.findIndex((input) => input?.kind === 'view');
  const view = viewAt(op, index);
  const value = numberOf(op.inputs[1 - index]);
  return op.inputs.length === 2 && view !== undefined && value !== undefined ? clip(view, value) : undefined;
}

function softmax(op: OnnxOp): Lowered {
  const view = viewAt(op, 0);
  return view && textIn(op, 'mode') === undefined ? after(op.name, view, { kind: 'softmax' }) : undefined;
}

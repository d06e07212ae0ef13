import { lazyTensor } from '../../formats/bytes/namedTensor';
import type { JsonValue } from '../../formats/bytes/json';
import { fieldOf, numberIn, numbersIn, textIn } from '../../formats/bytes/jsonFields';
import type { KerasOperator } from '../../formats/keras/kerasModel';
import type { StoredTensor } from '../../weights/stateDict';
import { statedNode } from '../statedNode';
import type { StatedNode, StatedOp } from '../statedGraph';
import { activationAfter } from './kerasActivation';
import { constantOf, type KerasCall } from './kerasCall';

/**
 * Arithmetic between maps, or with constants: layers such as Add and Rescaling, TensorFlow's functions in Keras 2
 * (TFOpLambda), operations in Keras 3. Anything else is an unknown op under its name.
 */
export function kerasArithmetic(operator: KerasOperator, from: StatedNode, call: KerasCall): StatedNode {
  const { name, kind, config } = operator;
  const as = (op: StatedOp, inputs: readonly StatedNode[] = [from]) => statedNode(name, op, inputs);
  if (kind === 'Rescaling') return rescaled(name, from, config.get('scale'), config.get('offset'));
  if (kind === 'Normalization') return normalized(operator, from);
  const what = operationOf(operator);
  const maps = mapsOf(operator, call);
  switch (what) {
    case 'identity':
      return from;
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'divide':
      return withConstant(operator, what, from) ?? between(operator, what, maps);
    case 'reverse':
      return isReversal(operator) ? as({ kind: 'reverseChannels' }) : as({ kind: 'unknown', what: 'a slice' });
    case 'softmax':
      return as({ kind: 'softmax' });
    case undefined:
      return as({ kind: 'unknown', what: unknownName(operator) }, maps);
    default:
      return activationAfter(from, operator, what, { version: '3' });
  }
}

function unknownName({ kind, config }: KerasOperator): string {
  if (kind === 'Lambda') return 'a Lambda layer, which holds Python code';
  const called = textIn(config.get('function'));
  return kind === 'TFOpLambda' && called !== undefined ? `tf.${called}` : kind;
}

/** Words of Keras' layers, its operations and TensorFlow's functions for what they compute. */
const operations: ReadonlyMap<string, string> = new Map([
  ...['Add', '__operators__.add', 'math.add', 'nn.bias_add', 'add'].map((word) => [word, 'add'] as const),
  ...['Subtract', 'math.subtract', '__operators__.sub'].map((word) => [word, 'subtract'] as const),
  ...['Multiply', 'math.multiply', '__operators__.mul'].map((word) => [word, 'multiply'] as const),
  ...['TrueDivide', 'Divide', 'math.truediv', 'math.divide', 'RealDiv'].map((word) => [word, 'divide'] as const),
  ...['GetItem', '__operators__.getitem'].map((word) => [word, 'reverse'] as const),
  ...['cast', 'identity', 'stop_gradient', 'convert_to_tensor'].map((word) => [word, 'identity'] as const),
  ...['Relu', 'nn.relu'].map((word) => [word, 'relu'] as const),
  ...['Relu6', 'nn.relu6'].map((word) => [word, 'relu6'] as const),
  ...['Sigmoid', 'math.sigmoid', 'nn.sigmoid'].map((word) => [word, 'sigmoid'] as const),
  ...['Silu', 'nn.silu', 'nn.swish'].map((word) => [word, 'silu'] as const),
  ...['HardSilu', 'HardSwish'].map((word) => [word, 'hard_silu'] as const),
  ['HardSigmoid', 'hard_sigmoid'],
  ...['Softmax', 'nn.softmax'].map((word) => [word, 'softmax'] as const),
]);

function operationOf({ kind, config }: KerasOperator): string | undefined {
  return operations.get(kind === 'TFOpLambda' ? (textIn(config.get('function')) ?? '') : kind);
}

/** All maps that it reads, those in named arguments too. */
function mapsOf({ named }: KerasOperator, { inputs, values }: KerasCall): readonly StatedNode[] {
  const others = [...named.values()].flatMap((input) => ('operator' in input ? (values[input.operator] ?? []) : []));
  return [...inputs, ...others];
}

type Arithmetic = 'add' | 'subtract' | 'multiply' | 'divide';

/** An affine map, where one side is a constant. */
function withConstant(operator: KerasOperator, what: Arithmetic, from: StatedNode): StatedNode | undefined {
  const { name } = operator;
  const constant = constantOf(operator);
  if (constant === undefined) return undefined;
  const numbers = flatNumbers(constant.value);
  if (numbers === undefined) return statedNode(name, { kind: 'unknown', what: `${what} with something else` }, [from]);
  const term = (of: (value: number) => number) => tensorOf(name, numbers.map(of));
  const { isFirst } = constant;
  switch (what) {
    case 'add':
      return statedNode(name, { kind: 'affine', shift: term((value) => value) }, [from]);
    case 'subtract':
      return isFirst
        ? statedNode(name, { kind: 'affine', scale: tensorOf(name, [-1]), shift: term((value) => value) }, [from])
        : statedNode(name, { kind: 'affine', shift: term((value) => -value) }, [from]);
    case 'multiply':
      return statedNode(name, { kind: 'affine', scale: term((value) => value) }, [from]);
    case 'divide':
      return isFirst
        ? statedNode(name, { kind: 'unknown', what: 'a number over a map' }, [from])
        : statedNode(name, { kind: 'affine', scale: term((value) => 1 / value) }, [from]);
  }
}

function between({ name }: KerasOperator, what: Arithmetic, maps: readonly StatedNode[]): StatedNode {
  if (what === 'add' || what === 'multiply') return statedNode(name, { kind: what }, maps);
  return statedNode(name, { kind: 'unknown', what: `${what} of two maps` }, maps);
}

/** Keras' layer: scale * x + offset. */
function rescaled(
  name: string,
  from: StatedNode,
  scale: JsonValue | undefined,
  offset: JsonValue | undefined,
): StatedNode {
  const [factors, shifts] = [flatNumbers(scale) ?? [1], flatNumbers(offset) ?? [0]];
  return statedNode(name, { kind: 'affine', scale: tensorOf(name, factors), shift: tensorOf(name, shifts) }, [from]);
}

/** (x - mean) / sqrt(variance), from the config or from the weights. Keras does not divide by less than its epsilon. */
function normalized({ name, config, weights }: KerasOperator, from: StatedNode): StatedNode {
  const [stored, storedVariance] = weights;
  const mean = flatNumbers(config.get('mean')) ?? (stored && [...stored.data]);
  const variance = flatNumbers(config.get('variance')) ?? (storedVariance && [...storedVariance.data]);
  if (mean === undefined || variance === undefined || config.get('invert') === true) {
    return statedNode(name, { kind: 'unknown', what: 'a Normalization without mean and variance' }, [from]);
  }
  const scale = variance.map((value) => 1 / Math.max(Math.sqrt(value), 1e-7));
  const shift = mean.map((value, channel) => -value * (scale[channel] ?? scale[0] ?? 1));
  return statedNode(name, { kind: 'affine', scale: tensorOf(name, scale), shift: tensorOf(name, shift) }, [from]);
}

/** `x[..., ::-1]`, which preprocess_input of Caffe's networks has. */
function isReversal(operator: KerasOperator): boolean {
  const text = JSON.stringify(plain(operator.named.get('slice_spec') ?? operator.inputs[1]));
  const starts = text.match(/"step":-1|,-1\]/g) ?? [];
  return starts.length === 1 && /"step":-1|null,-1\]/.test(text);
}

function plain(value: unknown): unknown {
  if (value instanceof Map)
    return Object.fromEntries([...value].map(([key, item]: [unknown, unknown]) => [key, plain(item)]));
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]));
}

/** A number, a list of numbers, or an array of numpy in Keras 3's form, of any shape with one axis longer than 1. */
function flatNumbers(value: JsonValue | undefined): readonly number[] | undefined {
  const own = numberIn(value);
  if (own !== undefined) return [own];
  if (value instanceof Map) return flatNumbers(fieldOf(value, 'config', 'value') ?? fieldOf(value, 'config'));
  if (!Array.isArray(value)) return undefined;
  const inner = fieldOf(value, 0);
  return value.length === 1 && Array.isArray(inner) ? flatNumbers(inner) : numbersIn(value);
}

/** One number is for all channels. */
function tensorOf(name: string, values: readonly number[]): StoredTensor {
  return lazyTensor(name, values.length === 1 ? [] : [values.length], () => Float32Array.from(values));
}

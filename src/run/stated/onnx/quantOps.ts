import type { ElementType } from '../../formats/bytes/elements';
import { changedTensor } from '../../formats/bytes/namedTensor';
import type { StoredTensor } from '../../weights/stateDict';
import { scalar } from '../affine';
import { computedFrom, computedTensor, isShallow } from '../lazyDepth';
import { after, concatenated, constantOperand, elementwise, numberOf, viewOperand, type Lowered } from '../operand';
import { statedNode } from '../statedNode';
import { mapOf, mapView } from '../view';
import { transposed } from '../axes';
import { activated } from '../activated';
import { convolved, matrixProduct } from './layerOps';
import { constantAt, numberIn, viewAt, type Lower, type OnnxOp } from './onnxOp';
import { poolOps } from './poolOps';

/** The type that a constant of the file is stored in, by its name. */
export type TypeOf = (name: string) => ElementType | undefined;

/**
 * Ops of networks in 8 bits, as what they compute before rounding: weights are dequantised, and maps are what the
 * numbers stand for. Only where the range of a map cuts it off does its quantisation say more.
 */
export function quantOps(typeOf: TypeOf): ReadonlyMap<string, Lower> {
  const ranged = (op: OnnxOp, lowered: Lowered, scale: number, zero = scale + 1): Lowered =>
    withinRange(op, lowered, scale, zero, typeOf);
  return new Map<string, Lower>([
    ['QuantizeLinear', (op) => (op.inputs[0]?.kind === 'constant' ? undefined : ranged(op, op.inputs[0], 1))],
    [
      'DequantizeLinear',
      (op) => (op.inputs[0]?.kind === 'constant' ? dequantised(op, 0, 1, 2, numberIn(op, 'axis') ?? 1) : op.inputs[0]),
    ],
    [
      'DynamicQuantizeLinear',
      ({ inputs: [from] }) => [from, constantOperand(scalar('scale', 1)), constantOperand(scalar('zero', 0))],
    ],
    ['ConvInteger', (op) => convolved(op, withoutZero(op, 1, 3), undefined)],
    ['MatMulInteger', (op) => matrixProduct(op, withoutZero(op, 1, 3))],
    ['QLinearConv', (op) => ranged(op, convolved(op, weightOf(op, 3, 0), biasOf(op, 8, [1, 4])), 6)],
    ['QLinearMatMul', (op) => ranged(op, matrixProduct(op, weightOf(op, 3, 1)), 6)],
    ['QGemm', (op) => ranged(op, qGemm(op), 7)],
    ['QLinearAdd', (op) => ranged(op, ofTwo(op, 'add'), 6)],
    ['QLinearMul', (op) => ranged(op, ofTwo(op, 'multiply'), 6)],
    ['QLinearConcat', (op) => ranged(op, qConcat(op), 0)],
    ['QLinearGlobalAveragePool', (op) => ranged(op, qGlobalPool(op), 3)],
    ['QLinearAveragePool', (op) => ranged(op, qPool(op), 3)],
    ['QLinearSigmoid', (op) => qActivation(op, 'Sigmoid')],
    ['QLinearLeakyRelu', (op) => qActivation(op, 'LeakyRelu')],
    ['QLinearSoftmax', (op) => softmax(op)],
  ]);
}

/** (stored - zero) * scale, for the whole tensor or for each index of an axis. */
function dequantised(op: OnnxOp, at: number, scaleAt: number, zeroAt: number, axis: number): Lowered {
  const [stored, scale] = [constantAt(op, at), constantAt(op, scaleAt)];
  const zero = constantAt(op, zeroAt);
  if (stored === undefined || scale === undefined) return undefined;
  const tensor = unquantised(stored, scale, zero, axis);
  return tensor && constantOperand(tensor);
}

function unquantised(
  stored: StoredTensor,
  scale: StoredTensor,
  zero: StoredTensor | undefined,
  axis: number,
): StoredTensor | undefined {
  const { shape } = stored;
  const at = axis < 0 ? axis + shape.length : axis;
  const count = countOf(scale.shape);
  const isOfAxis = [scale, zero].every(
    (each) => each === undefined || [1, shape[at] ?? 1].includes(countOf(each.shape)),
  );
  if (!isOfAxis || !isShallow(stored, scale, zero)) return undefined;
  const run = count === 1 ? Infinity : countOf(shape.slice(at + 1));
  const change = () => {
    const [factors, zeros] = [scale.data, zero?.data ?? [0]];
    return (value: number, index: number) => {
      const channel = Math.floor(index / run) % count;
      return (factors[channel] ?? 1) * (value - (zeros[zeros.length === 1 ? 0 : channel] ?? 0));
    };
  };
  return computedFrom([stored, scale, zero], changedTensor(stored, change));
}

function countOf(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}

function weightOf(op: OnnxOp, at: number, axis: number): StoredTensor | undefined {
  const lowered = dequantised(op, at, at + 1, at + 2, axis);
  return lowered?.kind === 'constant' ? lowered.tensor : undefined;
}

/** A bias in steps of the product of two scales. */
function biasOf(op: OnnxOp, at: number, [input, weight]: readonly [number, number]): StoredTensor | undefined {
  const [stored, of, by] = [constantAt(op, at), numberOf(op.inputs[input]), constantAt(op, weight)];
  if (stored === undefined || of === undefined || by === undefined) return undefined;
  return computedTensor(stored.name, stored.shape, [stored, by], () => {
    const scales = by.data;
    return stored.data.map((value, index) => value * of * (scales[scales.length === 1 ? 0 : index] ?? 1));
  });
}

/** Weights less their zero point; their scale comes in a product of its own. */
function withoutZero(op: OnnxOp, at: number, zeroAt: number): StoredTensor | undefined {
  const [stored, zero] = [constantAt(op, at), constantAt(op, zeroAt)];
  return stored && unquantised(stored, scalar('scale', 1), zero, op.node.opType === 'ConvInteger' ? 0 : 1);
}

function qGemm(op: OnnxOp): Lowered {
  const isPlain = (numberIn(op, 'alpha') ?? 1) === 1 && (numberIn(op, 'transA') ?? 0) === 0;
  const isTransposed = numberIn(op, 'transB') === 1;
  const weight = weightOf(op, 3, isTransposed ? 0 : 1);
  const bias = biasOf(op, 6, [1, 4]);
  if (!isPlain || weight === undefined) return undefined;
  const matrix = isTransposed ? transposed(weight, [1, 0]) : weight;
  const product = matrixProduct(op, matrix);
  return bias === undefined || product === undefined
    ? product
    : elementwise(op.name, 'add', product, constantOperand(bias));
}

function ofTwo(op: OnnxOp, kind: 'add' | 'multiply'): Lowered {
  const [a, b] = [operandAt(op, 0), operandAt(op, 3)];
  return a && b && elementwise(op.name, kind, a, b);
}

function operandAt(op: OnnxOp, at: number): Lowered {
  return op.inputs[at]?.kind === 'constant' ? dequantised(op, at, at + 1, at + 2, 0) : op.inputs[at];
}

/** Scale and zero point of the result, then the same three for each map. */
function qConcat(op: OnnxOp): Lowered {
  const views = op.inputs.flatMap((input, index) => (index % 3 === 2 && input?.kind === 'view' ? [input.view] : []));
  const isWhole = views.length * 3 + 2 === op.inputs.length;
  return isWhole ? concatenated(op.name, views, numberIn(op, 'axis') ?? 1) : undefined;
}

function qGlobalPool(op: OnnxOp): Lowered {
  const layout = numberIn(op, 'channels_last') === 1 ? 'channelsLast' : 'channelsFirst';
  const view = viewAt(op, 0);
  const map = view && mapOf(view, layout);
  return map && viewOperand(mapView(statedNode(op.name, { kind: 'globalAveragePool' }, [map]), layout));
}

function qPool(op: OnnxOp): Lowered {
  const lowered = numberIn(op, 'channels_last') === 1 ? undefined : poolOps.get('AveragePool')?.(op);
  return lowered !== undefined && 'kind' in lowered ? lowered : undefined;
}

function qActivation(op: OnnxOp, name: string): Lowered {
  const view = viewAt(op, 0);
  return view && activated(op.name, view, name, (parameter) => numberIn(op, parameter));
}

function softmax(op: OnnxOp): Lowered {
  const view = viewAt(op, 0);
  return view && after(op.name, view, { kind: 'softmax' });
}

/**
 * A map whose range starts at zero is cut off there: optimisers leave out the relu before it. The image itself starts
 * at zero anyway.
 */
function withinRange(op: OnnxOp, lowered: Lowered, scaleAt: number, zeroAt: number, typeOf: TypeOf): Lowered {
  const [scale, zero] = [numberOf(op.inputs[scaleAt]), numberOf(op.inputs[zeroAt]) ?? 0];
  if (lowered?.kind !== 'view' || scale === undefined || lowered.view.node.op.kind === 'input') return lowered;
  const type = typeOf(op.node.inputs[zeroAt] ?? '') ?? 'U8';
  const range = ranges.get(type);
  if (range === undefined || zero !== range.least) return lowered;
  const most = scale * range.steps;
  return after(op.name, lowered.view, { kind: 'activation', function: 'relu', most });
}

const ranges: ReadonlyMap<ElementType, { readonly least: number; readonly steps: number }> = new Map([
  ['U8', { least: 0, steps: 255 }],
  ['I8', { least: -128, steps: 255 }],
  ['U16', { least: 0, steps: 65535 }],
  ['I16', { least: -32768, steps: 65535 }],
]);

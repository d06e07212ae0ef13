import { changedTensor, lazyTensor } from '../../formats/bytes/namedTensor';
import type { StoredTensor } from '../../weights/stateDict';
import { fromInOut, reshaped } from '../axes';
import { activated } from '../activated';
import { after, elementwise, viewOperand, type Lowered } from '../operand';
import type { StatedNode } from '../statedGraph';
import { statedNode } from '../statedNode';
import { mapOf, mapView, vectorOf, vectorView, type View } from '../view';
import { constantAt, listIn, numberIn, textIn, viewAt, windowIn, type Lower, type OnnxOp } from './onnxOp';

/** Convolutions and matrices, with weights as they are stored or as they come out of dequantisation. */
export const layerOps: ReadonlyMap<string, Lower> = new Map<string, Lower>([
  ['Conv', (op) => convolved(op, constantAt(op, 1), constantAt(op, 2))],
  ['FusedConv', fusedConv],
  ['Gemm', (op) => fusedGemm(op)],
  ['FusedGemm', (op) => fusedGemm(op)],
  ['MatMul', (op) => matrixProduct(op, constantAt(op, 1))],
  ['BatchNormalization', batchNormalised],
]);

/** A convolution of the first input. */
export function convolved(op: OnnxOp, weight: StoredTensor | undefined, bias: StoredTensor | undefined): Lowered {
  const view = viewAt(op, 0);
  const map = view && mapOf(view, 'channelsFirst');
  const window = windowIn(op);
  if (map === undefined || window === undefined || weight?.shape.length !== 4) return undefined;
  const groups = numberIn(op, 'group') ?? 1;
  const node = statedNode(op.name, { kind: 'conv', weight, ...(bias && { bias }), groups, ...window }, [map]);
  return viewOperand(mapView(node, 'channelsFirst', batchOf(view)));
}

function batchOf(view: View | undefined) {
  return view?.axes[0]?.[0]?.size ?? 1;
}

/** onnxruntime's convolution with a sum and an activation in it. */
function fusedConv(op: OnnxOp): Lowered {
  const conv = convolved(op, constantAt(op, 1), constantAt(op, 2));
  const other = op.inputs[3];
  const sum = other === undefined || conv === undefined ? conv : elementwise(op.name, 'add', conv, other);
  return withActivation(op, sum);
}

function withActivation(op: OnnxOp, lowered: Lowered): Lowered {
  const name = textIn(op, 'activation') ?? '';
  if (lowered?.kind !== 'view' || name === '') return lowered;
  const parameters = listIn(op, 'activation_params') ?? [];
  return activated(op.name, lowered.view, name, (_, index) => parameters[index]);
}

function fusedGemm(op: OnnxOp): Lowered {
  const view = viewAt(op, 0);
  const matrix = constantAt(op, 1);
  const from = view && vectorOf(view);
  if (from === undefined || matrix?.shape.length !== 2 || (numberIn(op, 'transA') ?? 0) !== 0) return undefined;
  const weight = times(numberIn(op, 'transB') === 1 ? matrix : fromInOut(matrix), numberIn(op, 'alpha') ?? 1);
  const added = op.inputs[2] === undefined ? undefined : biasOf(constantAt(op, 2), weight);
  if (op.inputs[2] !== undefined && added === undefined) return undefined;
  const bias = added && times(added, numberIn(op, 'beta') ?? 1);
  return withActivation(
    op,
    vector(statedNode(op.name, { kind: 'fullyConnected', weight, ...(bias && { bias }) }, [from]), view),
  );
}

/** Gemm's own factors, alpha of the product and beta of what is added, belong to its constants. */
function times(tensor: StoredTensor, factor: number): StoredTensor {
  return factor === 1 ? tensor : changedTensor(tensor, () => (value) => factor * value);
}

function vector(node: StatedNode, view: View | undefined): Lowered {
  return viewOperand(vectorView(node, batchOf(view)));
}

/** One value for each row of the weight, or one for all. */
function biasOf(bias: StoredTensor | undefined, weight: StoredTensor): StoredTensor | undefined {
  const count = bias?.shape.reduce((product, size) => product * size, 1);
  const [rows = 0] = weight.shape;
  if (bias === undefined || (count !== 1 && count !== rows)) return undefined;
  return count === rows
    ? reshaped(bias, [rows])
    : lazyTensor(bias.name, [rows], () => new Float32Array(rows).fill(bias.data[0] ?? 0));
}

/** The channels of a vector, or of every pixel of a map that has them last, times a matrix. */
export function matrixProduct(op: OnnxOp, matrix: StoredTensor | undefined): Lowered {
  const view = viewAt(op, 0);
  if (view === undefined || matrix?.shape.length !== 2) return undefined;
  const weight = fromInOut(matrix);
  if (view.axes.length === 2) {
    const from = vectorOf(view);
    return from && vector(statedNode(op.name, { kind: 'fullyConnected', weight }, [from]), view);
  }
  const map = mapOf(view, 'channelsLast');
  return (
    map &&
    viewOperand(mapView(statedNode(op.name, { kind: 'fullyConnected', weight }, [map]), 'channelsLast', batchOf(view)))
  );
}

function batchNormalised(op: OnnxOp): Lowered {
  const view = viewAt(op, 0);
  const [weight, bias, mean, variance] = [1, 2, 3, 4].map((index) => constantAt(op, index));
  if (view === undefined || mean === undefined || variance === undefined || !hasChannelsSecond(view)) return undefined;
  const epsilon = numberIn(op, 'epsilon') ?? 1e-5;
  const norm = { ...(weight && { weight }), ...(bias && { bias }), mean, variance, epsilon };
  return after(op.name, view, { kind: 'batchNorm', norm });
}

function hasChannelsSecond({ axes: [, axis = []] }: View): boolean {
  return axis.length <= 1 && axis.every(({ of, stride }) => of === 'channels' && stride === 1);
}

import { inputOf, type Node } from '../../nets/graph';
import { weightTensorsOf } from '../../nets/weights/weightTensors';
import type { Op } from '../../nets/op';
import type { StatedNode, StatedOp, StatedPool } from './statedGraph';
import { windowAlong } from './statedNode';

/** What the file has, and what the graph has. */
export type Words = readonly [has: string, wanted: string];

/** Whether the attributes of two ops can be compared at all. Only for ops that compute something. */
export function isSameKind({ op, inputs: [from] }: Node, got: StatedNode): boolean {
  const { kind } = got.op;
  if (op.kind === 'conv' || op.kind === 'fullyConnected') return kind === 'conv' || kind === 'fullyConnected';
  if (op.kind === 'scale') return kind === 'multiply';
  if (op.kind === 'globalAveragePool' && got.op.kind === 'averagePool') return coversMap(got.op, from);
  return op.kind === kind;
}

/** The first attribute in which two ops of one kind differ, undefined if they compute the same. */
export function differenceOf(wanted: Node, got: StatedNode): Words | undefined {
  const { op } = wanted;
  switch (op.kind) {
    case 'conv':
      return got.op.kind === 'conv' ? convDifference(wanted, op, got.op) : pointwiseDifference(wanted, op, got.op);
    case 'fullyConnected':
      return weightDifference(wanted, got.op);
    case 'activation':
      return activationDifference(op, got.op);
    case 'maxPool':
    case 'averagePool':
      return got.op.kind === 'maxPool' || got.op.kind === 'averagePool'
        ? poolDifference(wanted, op, got.op)
        : undefined;
    case 'channelShuffle':
      return got.op.kind === 'channelShuffle' && got.op.groups !== op.groups
        ? [`a shuffle of ${got.op.groups} groups`, `of ${op.groups}`]
        : undefined;
    case 'channelSlice':
      return got.op.kind === 'channelSlice' && (got.op.from !== op.from || got.op.to !== op.to)
        ? [`channels ${got.op.from} to ${got.op.to}`, `${op.from} to ${op.to}`]
        : undefined;
    case 'input':
    case 'batchNorm':
    case 'globalAveragePool':
    case 'add':
    case 'scale':
    case 'concat':
    case 'flatten':
    case 'dropout':
      return undefined;
  }
}

function activationDifference(op: Op<'activation'>, got: StatedOp): Words | undefined {
  if (got.kind !== 'activation' || got.function === op.function) return undefined;
  const isRelu6 = op.function === 'relu6' && got.function === 'relu' && got.most !== undefined && got.most < 6.1;
  return isRelu6 ? undefined : [got.function, op.function];
}

/** Whether a weight of the file has the shape that a layer needs, but for trailing sizes of one. */
export function isSameWeight(wanted: Node, shape: readonly number[]): boolean {
  const needed = weightShapeOf(wanted);
  const axes = Array.from({ length: Math.max(needed.length, shape.length) }, (_, axis) => axis);
  return axes.every((axis) => (needed[axis] ?? 1) === (shape[axis] ?? 1));
}

function weightShapeOf(node: Node): readonly number[] {
  return weightTensorsOf({ input: node, output: node, nodes: [node] })[0]?.shape ?? [];
}

function weightDifference(wanted: Node, op: StatedOp): Words | undefined {
  if (op.kind !== 'conv' && op.kind !== 'fullyConnected') return undefined;
  if (isSameWeight(wanted, op.weight.shape)) return undefined;
  return [`weights [${op.weight.shape.join(', ')}]`, `[${weightShapeOf(wanted).join(', ')}]`];
}

function convDifference(wanted: Node, op: Op<'conv'>, got: StatedOp & { readonly kind: 'conv' }): Words | undefined {
  if (got.groups !== op.groups && isSameWeight(wanted, got.weight.shape))
    return [`${got.groups} groups`, String(op.groups)];
  const [, , height = 1, width = 1] = got.weight.shape;
  return (
    weightDifference(wanted, got) ?? windowDifference(wanted, op, { ...got, kernel: [height, width], isCeil: false })
  );
}

/** A matrix that the file multiplies the channels by is a 1x1 convolution. */
function pointwiseDifference(wanted: Node, op: Op<'conv'>, got: StatedOp): Words | undefined {
  const isPointwise = op.kernel[0] === 1 && op.kernel[1] === 1 && op.stride === 1 && op.groups === 1;
  return weightDifference(wanted, got) ?? (isPointwise ? undefined : ['a fully connected layer', wordsOf(wanted)]);
}

function poolDifference(
  wanted: Node,
  op: Op<'maxPool' | 'averagePool'>,
  got: StatedPool & { readonly kind: 'maxPool' | 'averagePool'; readonly countsPadding?: boolean },
): Words | undefined {
  const words = windowDifference(wanted, { ...op, kernel: [op.kernel, op.kernel] }, got);
  if (words !== undefined || op.kind === 'maxPool') return words;
  const { height, width } = inputOf(wanted).shape;
  const isInside = [windowAlong(height, got, 0), windowAlong(width, got, 1)].every(
    ({ before, size }, axis) => before === 0 && (size - 1) * op.stride + op.kernel <= (axis === 0 ? height : width),
  );
  return isInside || (got.countsPadding === true && !got.isCeil)
    ? undefined
    : ['a mean that leaves the border out', 'one that counts its zeros'];
}

/** Windows are the same if they have one size and one step, and start and end at the same places. */
function windowDifference(
  wanted: Node,
  op: Pick<Op<'conv'>, 'kernel' | 'stride' | 'padding'>,
  got: StatedPool,
): Words | undefined {
  const [height, width] = op.kernel;
  if (got.kernel[0] !== height || got.kernel[1] !== width)
    return [`window ${got.kernel.join('x')}`, op.kernel.join('x')];
  const stride = got.stride[0] === got.stride[1] ? String(got.stride[0]) : got.stride.join('x');
  if (got.stride.some((each) => each !== op.stride)) return [`stride ${stride}`, String(op.stride)];
  const isDilated = got.dilation.some((each, axis) => each !== 1 && op.kernel[axis] !== 1);
  if (isDilated) return [`dilation ${got.dilation.join('x')}`, '1'];
  const { shape } = inputOf(wanted);
  const [rows, columns] = [windowAlong(shape.height, got, 0), windowAlong(shape.width, got, 1)];
  const { padding } = op;
  if (rows.before === padding.top && columns.before === padding.left) {
    if (rows.size === wanted.shape.height && columns.size === wanted.shape.width) return undefined;
  }
  return [`padding ${paddingWords(got)}`, sidesWords(padding)];
}

function paddingWords({ padding, isCeil }: StatedPool): string {
  const sides = typeof padding === 'object' ? sidesWords(padding) : padding.toUpperCase();
  return isCeil ? `${sides} in ceil mode` : sides;
}

function sidesWords({ top, bottom, left, right }: Op<'conv'>['padding']): string {
  return top === bottom && left === right && top === left ? String(top) : `${top}, ${left}, ${bottom}, ${right}`;
}

/** A window as large as its map, taken once. */
function coversMap(pool: StatedPool, from: Node | undefined): boolean {
  if (from === undefined) return false;
  const { height, width } = from.shape;
  return (
    pool.kernel[0] === height &&
    pool.kernel[1] === width &&
    [windowAlong(height, pool, 0), windowAlong(width, pool, 1)].every(({ size, before }) => size === 1 && before === 0)
  );
}

/** A node of the app's graph in a few words. */
export function wordsOf({ op }: Node): string {
  return op.kind === 'activation' ? op.function : kindWords[op.kind];
}

/** A node of the file in a few words. */
export function wordsOfStated({ op }: StatedNode): string {
  if (op.kind === 'activation') return op.function;
  return op.kind === 'unknown' ? op.what : statedWords[op.kind];
}

const kindWords = {
  input: 'the image',
  conv: 'a convolution',
  fullyConnected: 'a fully connected layer',
  batchNorm: 'batch norm',
  maxPool: 'a max pool',
  averagePool: 'an average pool',
  globalAveragePool: 'a global average pool',
  add: 'a sum',
  scale: 'a product with a gate',
  concat: 'a concatenation',
  channelSlice: 'a slice of the channels',
  channelShuffle: 'a channel shuffle',
  flatten: 'a flattened map',
  dropout: 'dropout',
} as const;

const statedWords = {
  ...kindWords,
  multiply: 'a product',
  affine: 'a factor or a sum for each channel',
  reverseChannels: 'reversed channels',
  pad: 'padding',
  softmax: 'softmax',
} as const;

import type { Padding } from '../../nets/op';
import { noteSign, simplified } from './simplified';
import type { Pair, Size, StatedNode, StatedOp, StatedPadding, StatedPool, StatedShape } from './statedGraph';

/** The image that a network reads. */
export function statedInput(name: string, shape: StatedShape): StatedNode {
  return { name, op: { kind: 'input' }, inputs: [], shape };
}

/**
 * A node with its shape, simplified with what it reads: a padding goes into the window after it, x * sigmoid(x) becomes
 * swish. So what it returns may be another op than was asked for, or an input.
 */
export function statedNode(name: string, op: StatedOp, inputs: readonly StatedNode[]): StatedNode {
  return noteSign(simplified({ name, op, inputs, shape: shapeOf(op, inputs) }, statedNode));
}

const unknown: StatedShape = { height: null, width: null, channels: null };

function shapeOf(op: StatedOp, inputs: readonly StatedNode[]): StatedShape {
  const from = inputs[0]?.shape ?? unknown;
  switch (op.kind) {
    case 'conv': {
      const [channels = null, , height = 1, width = 1] = op.weight.shape;
      return { ...windowed(from, { ...op, kernel: [height, width], isCeil: false }), channels };
    }
    case 'fullyConnected':
      return { ...from, channels: op.weight.shape[0] ?? null };
    case 'maxPool':
    case 'averagePool':
      return { ...windowed(from, op), channels: from.channels };
    case 'globalAveragePool':
      return { height: 1, width: 1, channels: from.channels };
    case 'multiply':
      return inputs.reduce((shape, input) => largerOf(shape, input.shape), from);
    case 'concat':
      return { ...from, channels: inputs.reduce<Size>((sum, { shape }) => plus(sum, shape.channels), 0) };
    case 'channelSlice':
      return { ...from, channels: op.to - op.from };
    case 'flatten':
      return { height: 1, width: 1, channels: times(times(from.height, from.width), from.channels) };
    case 'pad':
      return {
        ...from,
        height: plus(from.height, op.padding.top + op.padding.bottom),
        width: plus(from.width, op.padding.left + op.padding.right),
      };
    case 'unknown':
      return unknown;
    case 'input':
    case 'batchNorm':
    case 'affine':
    case 'activation':
    case 'add':
    case 'channelShuffle':
    case 'reverseChannels':
    case 'softmax':
      return from;
  }
}

function plus(a: Size, b: Size): Size {
  return a === null || b === null ? null : a + b;
}

function times(a: Size, b: Size): Size {
  return a === null || b === null ? null : a * b;
}

/** The shape of a map times a gate. */
function largerOf(a: StatedShape, b: StatedShape): StatedShape {
  return a.height === 1 && a.width === 1 ? { ...b, channels: a.channels ?? b.channels } : a;
}

function windowed({ height, width }: StatedShape, pool: StatedPool): { height: Size; width: Size } {
  return {
    height: height === null ? null : windowAlong(height, pool, 0).size,
    width: width === null ? null : windowAlong(width, pool, 1).size,
  };
}

/**
 * How a window slides over `size` rows (axis 0) or columns (axis 1): how many places it takes, and how far before the
 * map the first of them starts. These two decide the result, whatever the padding behind the map.
 */
export function windowAlong(size: number, pool: StatedPool, axis: 0 | 1): { size: number; before: number } {
  const reach = (pool.kernel[axis] - 1) * pool.dilation[axis] + 1;
  const stride = pool.stride[axis];
  const [before, after] = paddedAlong(size, pool.padding, reach, stride, axis);
  const room = size + before + after - reach;
  const places = (pool.isCeil ? Math.ceil(room / stride) : Math.floor(room / stride)) + 1;
  // In ceil mode the last window must start on the map or before it, not on the padding behind it.
  const hangsOver = pool.isCeil && (places - 1) * stride >= size + before;
  return { size: Math.max(0, hangsOver ? places - 1 : places), before };
}

function paddedAlong(size: number, padding: StatedPadding, reach: number, stride: number, axis: 0 | 1): Pair {
  if (typeof padding === 'object') return sidesOf(padding, axis);
  const total = Math.max((Math.ceil(size / stride) - 1) * stride + reach - size, 0);
  const [less, more] = [Math.floor(total / 2), Math.ceil(total / 2)];
  return padding === 'same' ? [less, more] : [more, less];
}

function sidesOf({ top, bottom, left, right }: Padding, axis: 0 | 1): Pair {
  return axis === 0 ? [top, bottom] : [left, right];
}

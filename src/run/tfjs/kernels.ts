import * as tf from '@tensorflow/tfjs-core';
import { convFlavour, type ActivationFunction, type ComputedKind, type Op, type Padding } from '../../nets/op';
import type { Node } from '../../nets/graph';
import { inputOf, valueAt } from '../../nets/graph';
import type { TensorValue, TensorValues } from '../../nets/weights/tensorValue';
import { depthwiseFilter, groupFilter, type Filter } from '../wasm/filter';
import type { FusedActivation } from '../device/plan';
import { tfjsPadding, type TfjsPadding } from './tfjsPadding';

/** A map of one image: 1 x height x width x channels. */
export type MapTensor = tf.Tensor4D;

/** A node with its weights on the device, ready to compute. */
export type Kernel = {
  /** Returns a new tensor. Called inside a `tidy`, which frees intermediate tensors. */
  readonly compute: (inputs: readonly MapTensor[], fused: FusedActivation | null) => MapTensor;
  /** Freed with the network. */
  readonly weights: readonly tf.Tensor[];
};

/** The kernel of a node's op, on whichever tfjs backend is active. */
export function kernelOf<K extends ComputedKind>(op: Op<K>, node: Node, tensors: TensorValues): Kernel {
  return builders[op.kind](op, node, tensors);
}

type Builders = { readonly [K in ComputedKind]: (op: Op<K>, node: Node, tensors: TensorValues) => Kernel };

const builders: Builders = {
  conv: convKernel,
  // A vector is a 1x1 map, so this is a 1x1 convolution, which both backends compute as a matrix product.
  fullyConnected: (op, node, tensors) => {
    const bias = op.bias ? valueAt(tensors, `${node.id}.bias`) : undefined;
    return plainConv(groupFilter(valueAt(tensors, `${node.id}.weight`), 1, 0), bias, { stride: 1, pad: 'valid' });
  },
  batchNorm: (op, node, tensors) => {
    const value = (part: string): tf.Tensor1D => tf.tensor1d(valueAt(tensors, `${node.id}.${part}`).data);
    const [scale, offset, mean, variance] = [
      value('weight'),
      value('bias'),
      value('running_mean'),
      value('running_var'),
    ];
    return {
      weights: [scale, offset, mean, variance],
      compute: (inputs) => tf.batchNorm4d(only(inputs), mean, variance, offset, scale, op.epsilon),
    };
  },
  activation: (op) => weightless((inputs) => activate(op.function, only(inputs))),
  maxPool: (op, node) => {
    const pad = tfjsPadding(op, [op.kernel, op.kernel], inputOf(node).shape);
    return weightless((inputs) => tf.maxPool(only(inputs), op.kernel, op.stride, pad));
  },
  // tfjs leaves padded zeros out of the mean, so the map is padded first.
  averagePool: (op) =>
    weightless((inputs) => tf.avgPool(padWithZeros(only(inputs), op.padding), op.kernel, op.stride, 'valid')),
  globalAveragePool: (_op, node) => {
    const { height, width } = inputOf(node).shape;
    return weightless((inputs) => tf.avgPool(only(inputs), [height, width], 1, 'valid'));
  },
  add: () => weightless((inputs) => inputs.reduce((sum, term) => tf.add(sum, term))),
  scale: () => weightless((inputs) => inputs.reduce((map, gate) => tf.mul(map, gate))),
  concat: () => weightless((inputs) => tf.concat4d([...inputs], 3)),
  channelSlice: ({ from, to }) => weightless((inputs) => sliceChannels(only(inputs), from, to)),
  channelShuffle: ({ groups }, { shape }) =>
    weightless((inputs) => {
      const matrices = tf.reshape<tf.Rank.R3>(only(inputs), [
        shape.height * shape.width,
        groups,
        shape.channels / groups,
      ]);
      return tf.reshape<tf.Rank.R4>(tf.transpose(matrices, [0, 2, 1]), [1, shape.height, shape.width, shape.channels]);
    }),
  flatten: (_op, node) => {
    const { height, width } = inputOf(node).shape;
    const isVector = height === 1 && width === 1;
    return weightless((inputs) => {
      const channelsFirst = isVector ? only(inputs) : tf.transpose(only(inputs), [0, 3, 1, 2]);
      return tf.reshape<tf.Rank.R4>(channelsFirst, [1, 1, 1, node.shape.channels]);
    });
  },
  dropout: () => weightless((inputs) => tf.clone(only(inputs))),
};

function convKernel(op: Op<'conv'>, node: Node, tensors: TensorValues): Kernel {
  const { shape } = inputOf(node);
  const weight = valueAt(tensors, `${node.id}.weight`);
  const bias = op.bias ? valueAt(tensors, `${node.id}.bias`) : undefined;
  const pad = tfjsPadding(op, op.kernel, shape);
  if (convFlavour(op, shape.channels) === 'depthwise')
    return depthwiseKernel(op, depthwiseFilter(weight, shape.channels), bias, pad);
  const out = op.outChannels / op.groups;
  const parts = Array.from({ length: op.groups }, (_, group) => {
    const groupBias =
      bias === undefined ? undefined : { shape: [out], data: bias.data.subarray(group * out, (group + 1) * out) };
    return plainConv(groupFilter(weight, op.groups, group), groupBias, { stride: op.stride, pad });
  });
  const [first] = parts;
  return parts.length === 1 && first !== undefined ? first : groupedKernel(parts, shape.channels / op.groups);
}

type ConvWindow = { readonly stride: number; readonly pad: TfjsPadding };

function plainConv({ data, shape }: Filter, biasValue: TensorValue | undefined, { stride, pad }: ConvWindow): Kernel {
  const filter = tf.tensor4d(data, shape);
  const bias = biasTensors(biasValue);
  return {
    weights: [filter, ...Object.values(bias)],
    compute: (inputs, fused) =>
      tf.fused.conv2d({ x: only(inputs), filter, strides: stride, pad, ...bias, activation: fused ?? 'linear' }),
  };
}

function depthwiseKernel(
  op: Op<'conv'>,
  { data, shape }: Filter,
  biasValue: TensorValue | undefined,
  pad: TfjsPadding,
): Kernel {
  const filter = tf.tensor4d(data, shape);
  const bias = biasTensors(biasValue);
  // The fused depthwise call cannot pad four sides differently; no network of the catalogue needs that.
  const isExplicit = typeof pad === 'object';
  const callPad = isExplicit ? 'valid' : pad;
  return {
    weights: [filter, ...Object.values(bias)],
    compute: (inputs, fused) => {
      const x = isExplicit ? padWithZeros(only(inputs), op.padding) : only(inputs);
      return tf.fused.depthwiseConv2d({
        x,
        filter,
        strides: op.stride,
        pad: callPad,
        ...bias,
        activation: fused ?? 'linear',
      });
    },
  };
}

/** tfjs has no grouped convolution: each group reads a slice of the channels, and the results are concatenated. */
function groupedKernel(parts: readonly Kernel[], groupChannels: number): Kernel {
  return {
    weights: parts.flatMap((part) => part.weights),
    compute: (inputs, fused) => {
      const map = only(inputs);
      const slice = (group: number): MapTensor =>
        sliceChannels(map, group * groupChannels, (group + 1) * groupChannels);
      return tf.concat4d(
        parts.map((part, group) => part.compute([slice(group)], fused)),
        3,
      );
    },
  };
}

/** `{}` or `{ bias }`, to spread into a call. */
function biasTensors(bias: TensorValue | undefined): { readonly bias?: tf.Tensor1D } {
  return bias === undefined ? {} : { bias: tf.tensor1d(bias.data) };
}

function weightless(compute: (inputs: readonly MapTensor[]) => MapTensor): Kernel {
  return { compute, weights: [] };
}

function only([input]: readonly MapTensor[]): MapTensor {
  if (input === undefined) throw new Error('kernel: called without an input');
  return input;
}

function activate(fn: ActivationFunction, x: MapTensor): MapTensor {
  switch (fn) {
    case 'relu':
      return tf.relu(x);
    case 'relu6':
      return tf.relu6(x);
    case 'sigmoid':
      return tf.sigmoid(x);
    case 'swish':
      return tf.mul(x, tf.sigmoid(x));
    case 'hardSigmoid':
      return hardSigmoid(x);
    case 'hardSwish':
      return tf.mul(x, hardSigmoid(x));
  }
}

function hardSigmoid(x: MapTensor): MapTensor {
  return tf.mul(tf.relu6(tf.add(x, 3)), 1 / 6);
}

function padWithZeros(x: MapTensor, { top, bottom, left, right }: Padding): MapTensor {
  if (top + bottom + left + right === 0) return x;
  return tf.pad(x, [
    [0, 0],
    [top, bottom],
    [left, right],
    [0, 0],
  ]);
}

function sliceChannels(x: MapTensor, from: number, to: number): MapTensor {
  return tf.slice4d(x, [0, 0, 0, from], [-1, -1, -1, to - from]);
}

import type { io } from '@tensorflow/tfjs-core';
import type { ActivationFunction, Op, OpKind, Padding } from '../../src/nets/op';
import { convFlavour, elementCount } from '../../src/nets/op';
import { paddingOf } from '../../src/nets/build';
import type { Graph, Node } from '../../src/nets/graph';
import { inputOf, valueAt } from '../../src/nets/graph';
import type { TensorValues } from '../../src/nets/weights/tensorValue';
import { depthwiseFilter, groupFilter, type Filter } from '../../src/run/wasm/filter';
import { planOf, type FusedActivation } from '../../src/run/device/plan';

/** An attribute in TensorFlow's JSON, strings in base64. */
type Attribute =
  | { readonly s: string }
  | { readonly i: number }
  | { readonly b: boolean }
  | { readonly type: 'DT_FLOAT' | 'DT_INT32' }
  | { readonly shape: { readonly dim: readonly { readonly size: number }[] } }
  | { readonly list: { readonly i: readonly number[] } | { readonly s: readonly string[] } };

type GraphNode = {
  readonly name: string;
  readonly op: string;
  readonly input: readonly string[];
  readonly attr: Readonly<Record<string, Attribute>>;
};

type Draft = {
  readonly tensors: TensorValues;
  readonly nodes: GraphNode[];
  readonly specs: io.WeightsManifestEntry[];
  readonly values: (Float32Array | Int32Array)[];
};

/**
 * The graph as a TensorFlow.js graph model, with the fusions of its converter: bias and ReLU inside the convolution.
 * The format has no grouped convolution, and a strided window is padded in a separate step, as in Keras.
 */
export function graphModel(graph: Graph, tensors: TensorValues): io.ModelArtifacts {
  const draft: Draft = { tensors, nodes: [], specs: [], values: [] };
  const { height, width, channels } = graph.input.shape;
  const shape = { shape: { dim: [1, height, width, channels].map((size) => ({ size })) } };
  draft.nodes.push({
    name: graph.input.id,
    op: 'Placeholder',
    input: [],
    attr: { dtype: { type: 'DT_FLOAT' }, shape },
  });
  // A fused call's value has the name of the last node fused into it.
  const names = new Map([[graph.input.id, graph.input.id]]);
  for (const { node, fused, result } of planOf(graph, new Set())) {
    const inputs = node.inputs.map((input) => valueAt(names, input.id));
    names.set(result.id, emitOp(draft, node.op, node, inputs, fused));
  }
  emit(draft, 'Reshape', 'logits', [
    valueAt(names, graph.output.id),
    integers(draft, 'logits.shape', [1, elementCount(graph.output.shape)]),
  ]);
  return {
    format: 'graph-model',
    modelTopology: { node: draft.nodes, versions: { producer: 1 } },
    weightSpecs: draft.specs,
    weightData: joined(draft.values),
  };
}

type Emission<K extends OpKind> = (
  draft: Draft,
  op: Op<K>,
  node: Node,
  inputs: readonly string[],
  fused: FusedActivation | null,
) => string;

function emitOp<K extends OpKind>(
  draft: Draft,
  op: Op<K>,
  node: Node,
  inputs: readonly string[],
  fused: FusedActivation | null,
): string {
  return emissions[op.kind](draft, op, node, inputs, fused);
}

const emissions: { readonly [K in OpKind]: Emission<K> } = {
  input: (_draft, _op, node) => node.id,
  conv: emitConv,
  fullyConnected: (draft, op, node, [from = ''], fused) => {
    const filter = groupFilter(valueAt(draft.tensors, `${node.id}.weight`), 1, 0);
    const vector = emit(draft, 'Reshape', `${node.id}.vector`, [
      from,
      integers(draft, `${node.id}.shape`, [1, inputOf(node).shape.channels]),
    ]);
    const weight = floats(draft, `${node.id}.weight`, [filter.shape[2], filter.shape[3]], filter.data);
    const bias = op.bias ? [biasOf(draft, node.id, 0, op.outFeatures)] : [];
    const product = emit(
      draft,
      '_FusedMatMul',
      `${node.id}.product`,
      [vector, weight, ...bias],
      fusion(op.bias, fused),
    );
    return emit(draft, 'Reshape', node.id, [product, integers(draft, `${node.id}.map`, [1, 1, 1, op.outFeatures])]);
  },
  batchNorm: (_draft, _op, node) => {
    throw new Error(`${node.id}: graph models are made of folded graphs (got batchNorm, wanted none)`);
  },
  activation: (draft, op, node, [from = '']) => emitActivation(draft, op.function, node.id, from),
  // The padding must never be the max of a window.
  maxPool: (draft, op, node, [from = '']) =>
    emit(
      draft,
      'MaxPool',
      node.id,
      [padded(draft, node.id, from, op.padding, -1e30)],
      poolWindow(op.kernel, op.stride),
    ),
  averagePool: (draft, op, node, [from = '']) =>
    emit(draft, 'AvgPool', node.id, [padded(draft, node.id, from, op.padding, 0)], poolWindow(op.kernel, op.stride)),
  globalAveragePool: (draft, _op, node, [from = '']) =>
    emit(draft, 'Mean', node.id, [from, integers(draft, `${node.id}.axes`, [1, 2])], { keep_dims: { b: true } }),
  add: (draft, _op, node, inputs) =>
    inputs.reduce((sum, term, index) =>
      emit(draft, 'AddV2', index === inputs.length - 1 ? node.id : `${node.id}.${index}`, [sum, term]),
    ),
  scale: (draft, _op, node, inputs) => emit(draft, 'Mul', node.id, inputs),
  concat: (draft, _op, node, inputs) => concat(draft, node.id, inputs),
  channelSlice: (draft, op, node, [from = '']) => slice(draft, node.id, from, op),
  channelShuffle: (draft, { groups }, { id, shape }, [from = '']) => {
    const { height, width, channels } = shape;
    const matrix = integers(draft, `${id}.matrix`, [1, height, width, groups, channels / groups]);
    const flat = integers(draft, `${id}.flat`, [1, height, width, channels]);
    const order = integers(draft, `${id}.order`, [0, 1, 2, 4, 3]);
    const split = emit(draft, 'Reshape', `${id}.split`, [from, matrix]);
    return emit(draft, 'Reshape', id, [emit(draft, 'Transpose', `${id}.turned`, [split, order]), flat]);
  },
  flatten: (draft, _op, node, [from = '']) => {
    const order = integers(draft, `${node.id}.order`, [0, 3, 1, 2]);
    const shape = integers(draft, `${node.id}.shape`, [1, 1, 1, node.shape.channels]);
    return emit(draft, 'Reshape', node.id, [emit(draft, 'Transpose', `${node.id}.turned`, [from, order]), shape]);
  },
  dropout: (_draft, _op, _node, [from = '']) => from,
};

function emitConv(
  draft: Draft,
  op: Op<'conv'>,
  node: Node,
  [from = '']: readonly string[],
  fused: FusedActivation | null,
): string {
  const { shape } = inputOf(node);
  const weight = valueAt(draft.tensors, `${node.id}.weight`);
  const same = paddingOf(node.id, 'same', shape, op.kernel, op.stride);
  const isSame = (['top', 'bottom', 'left', 'right'] as const).every((side) => same[side] === op.padding[side]);
  const map = isSame ? from : padded(draft, node.id, from, op.padding, 0);
  const attributes = { ...window(op.stride, isSame ? 'SAME' : 'VALID'), ...fusion(op.bias, fused) };
  const call = (name: string, input: string, opType: string, filter: Filter, first: number, count: number): string =>
    emit(
      draft,
      opType,
      name,
      [
        input,
        floats(draft, `${name}.filter`, filter.shape, filter.data),
        ...(op.bias ? [biasOf(draft, node.id, first, count)] : []),
      ],
      attributes,
    );
  if (convFlavour(op, shape.channels) === 'depthwise') {
    const filter = depthwiseFilter(weight, shape.channels);
    return call(node.id, map, 'FusedDepthwiseConv2dNative', filter, 0, op.outChannels);
  }
  const [inSize, outSize] = [shape.channels / op.groups, op.outChannels / op.groups];
  if (op.groups === 1) return call(node.id, map, '_FusedConv2D', groupFilter(weight, 1, 0), 0, outSize);
  const parts = Array.from({ length: op.groups }, (_, group) => {
    const name = `${node.id}.group${group}`;
    const part = slice(draft, `${name}.input`, map, { from: group * inSize, to: (group + 1) * inSize });
    return call(name, part, '_FusedConv2D', groupFilter(weight, op.groups, group), group * outSize, outSize);
  });
  return concat(draft, node.id, parts);
}

function emitActivation(draft: Draft, fn: ActivationFunction, id: string, from: string): string {
  switch (fn) {
    case 'relu':
      return emit(draft, 'Relu', id, [from]);
    case 'relu6':
      return emit(draft, 'Relu6', id, [from]);
    case 'sigmoid':
      return emit(draft, 'Sigmoid', id, [from]);
    case 'swish':
      return emit(draft, 'Mul', id, [from, emit(draft, 'Sigmoid', `${id}.gate`, [from])]);
    case 'hardSigmoid':
      return hardSigmoid(draft, id, from);
    case 'hardSwish':
      return emit(draft, 'Mul', id, [from, hardSigmoid(draft, `${id}.gate`, from)]);
  }
}

function hardSigmoid(draft: Draft, id: string, from: string): string {
  const raised = emit(draft, 'AddV2', `${id}.raised`, [from, floats(draft, `${id}.three`, [], Float32Array.of(3))]);
  const clipped = emit(draft, 'Relu6', `${id}.clipped`, [raised]);
  return emit(draft, 'Mul', id, [clipped, floats(draft, `${id}.sixth`, [], Float32Array.of(1 / 6))]);
}

function padded(draft: Draft, id: string, from: string, padding: Padding, value: number): string {
  const { top, bottom, left, right } = padding;
  if (top + bottom + left + right === 0) return from;
  const sides = integers(draft, `${id}.padding`, [0, 0, top, bottom, left, right, 0, 0], [4, 2]);
  return emit(draft, 'PadV2', `${id}.padded`, [from, sides, floats(draft, `${id}.pad`, [], Float32Array.of(value))]);
}

function concat(draft: Draft, id: string, inputs: readonly string[]): string {
  return emit(draft, 'ConcatV2', id, [...inputs, integers(draft, `${id}.axis`, [3], [])], { N: { i: inputs.length } });
}

function slice(
  draft: Draft,
  id: string,
  from: string,
  { from: first, to }: { readonly from: number; readonly to: number },
): string {
  const begin = integers(draft, `${id}.begin`, [0, 0, 0, first]);
  const size = integers(draft, `${id}.size`, [-1, -1, -1, to - first]);
  return emit(draft, 'Slice', id, [from, begin, size]);
}

function emit(
  draft: Draft,
  op: string,
  name: string,
  input: readonly string[],
  attr: Readonly<Record<string, Attribute>> = {},
): string {
  draft.nodes.push({ name, op, input, attr });
  return name;
}

function biasOf(draft: Draft, id: string, first: number, count: number): string {
  const { data } = valueAt(draft.tensors, `${id}.bias`);
  return floats(draft, `${id}.bias.${first}`, [count], data.slice(first, first + count));
}

function floats({ nodes, specs, values }: Draft, name: string, shape: readonly number[], data: Float32Array): string {
  nodes.push({ name, op: 'Const', input: [], attr: { dtype: { type: 'DT_FLOAT' } } });
  specs.push({ name, shape: [...shape], dtype: 'float32' });
  values.push(data);
  return name;
}

function integers(
  { nodes, specs, values }: Draft,
  name: string,
  data: readonly number[],
  shape: readonly number[] = [data.length],
): string {
  nodes.push({ name, op: 'Const', input: [], attr: { dtype: { type: 'DT_INT32' } } });
  specs.push({ name, shape: [...shape], dtype: 'int32' });
  values.push(Int32Array.from(data));
  return name;
}

function window(stride: number, padding: 'SAME' | 'VALID'): Readonly<Record<string, Attribute>> {
  return {
    strides: { list: { i: [1, stride, stride, 1] } },
    dilations: { list: { i: [1, 1, 1, 1] } },
    padding: { s: btoa(padding) },
    data_format: { s: btoa('NHWC') },
  };
}

function poolWindow(kernel: number, stride: number): Readonly<Record<string, Attribute>> {
  return { ...window(stride, 'VALID'), ksize: { list: { i: [1, kernel, kernel, 1] } } };
}

const fusedNames = { relu: 'Relu', relu6: 'Relu6', sigmoid: 'Sigmoid' } as const;

function fusion(hasBias: boolean, fused: FusedActivation | null): Readonly<Record<string, Attribute>> {
  const names = [...(hasBias ? ['BiasAdd'] : []), ...(fused === null ? [] : [fusedNames[fused]])];
  return { fused_ops: { list: { s: names.map((name) => btoa(name)) } }, num_args: { i: hasBias ? 1 : 0 } };
}

function joined(values: readonly (Float32Array | Int32Array)[]): ArrayBuffer {
  const bytes = new Uint8Array(values.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let offset = 0;
  for (const { buffer, byteOffset, byteLength } of values) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), offset);
    offset += byteLength;
  }
  return bytes.buffer;
}

import { elementCount, type ActivationFunction, type Op, type OpKind, type Padding } from '../../nets/op';
import type { Graph, Node } from '../../nets/graph';
import { consumersOf, inputOf, read, valueAt, type Reading } from '../../nets/graph';
import type { TensorValues } from '../../nets/weights/tensorValue';
import { onnxBytes, type OnnxAttribute, type OnnxNode, type OnnxTensor } from './onnxWriter';

/** Collects the nodes of one file. */
type Draft = {
  readonly graph: Graph;
  readonly tensors: TensorValues;
  readonly nodes: OnnxNode[];
  readonly initializers: OnnxTensor[];
  /** Channel slices that an emitted split computes. */
  readonly made: Set<string>;
};

/**
 * The graph as an ONNX file, the way PyTorch would export it: a shuffle is reshape, transpose, reshape. The input
 * `input` is 1 x c x h x w; the output `logits` is 1 x classes, or a map flattened into one row.
 */
export function onnxModel(graph: Graph, tensors: TensorValues): Uint8Array<ArrayBuffer> {
  const draft: Draft = { graph, tensors, nodes: [], initializers: [], made: new Set() };
  const names = read(graph, readingOf(draft));
  const logits = emit(draft, 'Flatten', 'logits', [valueAt(names, graph.output.id)], { axis: 1 });
  const { height, width, channels } = graph.input.shape;
  return onnxBytes({
    nodes: draft.nodes,
    initializers: draft.initializers,
    input: { name: valueAt(names, graph.input.id), shape: [1, channels, height, width] },
    output: { name: logits, shape: [1, elementCount(graph.output.shape)] },
  });
}

type Emission<K extends OpKind> = (op: Op<K>, node: Node, inputs: readonly string[]) => string;

/** Appends the nodes of an op and returns the name of its value. */
function readingOf(draft: Draft): Reading<string> {
  const simple =
    (opType: string, attributes: Readonly<Record<string, OnnxAttribute>> = {}): Emission<OpKind> =>
    (_op, node, inputs) =>
      emit(draft, opType, node.id, inputs, attributes);
  return {
    input: (_op, node) => node.id,
    conv: (op, node, inputs) =>
      emit(draft, 'Conv', node.id, [...inputs, ...parameters(draft, node, op.bias)], {
        kernel_shape: op.kernel,
        strides: [op.stride, op.stride],
        pads: pads(op.padding),
        group: op.groups,
      }),
    fullyConnected: (op, node, inputs) => {
      const vector = emit(draft, 'Flatten', `${node.id}.vector`, inputs, { axis: 1 });
      return emit(draft, 'Gemm', node.id, [vector, ...parameters(draft, node, op.bias)], { transB: 1 });
    },
    batchNorm: (op, node, inputs) => {
      const parts = ['weight', 'bias', 'running_mean', 'running_var'].map((part) => parameter(draft, node, part));
      return emit(draft, 'BatchNormalization', node.id, [...inputs, ...parts], { epsilon: { float: op.epsilon } });
    },
    activation: (op, node, inputs) => activation(draft, op.function, node.id, inputs),
    maxPool: (op, node, inputs) => emit(draft, 'MaxPool', node.id, inputs, poolWindow(op)),
    averagePool: (op, node, inputs) =>
      emit(draft, 'AveragePool', node.id, inputs, { ...poolWindow(op), count_include_pad: 1 }),
    globalAveragePool: simple('GlobalAveragePool'),
    add: (_op, node, inputs) =>
      inputs.reduce((sum, term, index) =>
        emit(draft, 'Add', index === inputs.length - 1 ? node.id : `${node.id}.${index}`, [sum, term]),
      ),
    scale: simple('Mul'),
    concat: simple('Concat', { axis: 1 }),
    channelSlice: (op, node, inputs) => channelSlice(draft, op, node, inputs),
    channelShuffle: ({ groups }, { id, shape }, inputs) => {
      const [rows, columns, size] = [shape.height, shape.width, shape.channels / groups];
      const matrix = integers(draft, `${id}.matrix`, [1, groups, size, rows, columns]);
      const flat = integers(draft, `${id}.flat`, [1, shape.channels, rows, columns]);
      const split = emit(draft, 'Reshape', `${id}.split`, [...inputs, matrix]);
      const turned = emit(draft, 'Transpose', `${id}.turned`, [split], { perm: [0, 2, 1, 3, 4] });
      return emit(draft, 'Reshape', id, [turned, flat]);
    },
    flatten: simple('Flatten', { axis: 1 }),
    dropout: simple('Identity'),
  };
}

/** Emits two slices that divide a map between them as one split, as PyTorch exports `chunk`. */
function channelSlice(draft: Draft, op: Op<'channelSlice'>, node: Node, inputs: readonly string[]): string {
  if (draft.made.has(node.id)) return node.id;
  const slices = valueAt(consumersOf(draft.graph), inputOf(node).id).flatMap(({ id, op: reader }) =>
    reader.kind === 'channelSlice' ? [{ id, from: reader.from, to: reader.to }] : [],
  );
  const [first, second] = slices;
  const isSplit =
    slices.length === 2 && first?.from === 0 && first.to === second?.from && second.to === inputOf(node).shape.channels;
  if (isSplit) {
    const sizes = integers(
      draft,
      `${inputOf(node).id}.sizes`,
      slices.map(({ from, to }) => to - from),
    );
    const outputs = slices.map(({ id }) => id);
    draft.nodes.push({ opType: 'Split', inputs: [...inputs, sizes], outputs, attributes: { axis: 1 } });
    for (const id of outputs) draft.made.add(id);
    return node.id;
  }
  const [starts, ends, axes] = [op.from, op.to, 1].map((value, index) =>
    integers(draft, `${node.id}.${['starts', 'ends', 'axes'][index] ?? ''}`, [value]),
  );
  return emit(draft, 'Slice', node.id, [...inputs, starts ?? '', ends ?? '', axes ?? '']);
}

function activation(draft: Draft, fn: ActivationFunction, id: string, inputs: readonly string[]): string {
  switch (fn) {
    case 'relu':
      return emit(draft, 'Relu', id, inputs);
    case 'relu6': {
      const [low, high] = [scalar(draft, `${id}.low`, 0), scalar(draft, `${id}.high`, 6)];
      return emit(draft, 'Clip', id, [...inputs, low, high]);
    }
    case 'sigmoid':
      return emit(draft, 'Sigmoid', id, inputs);
    case 'swish':
      return emit(draft, 'Mul', id, [...inputs, emit(draft, 'Sigmoid', `${id}.gate`, inputs)]);
    case 'hardSigmoid':
      return emit(draft, 'HardSigmoid', id, inputs, { alpha: { float: 1 / 6 }, beta: { float: 0.5 } });
    case 'hardSwish':
      return emit(draft, 'HardSwish', id, inputs);
  }
}

function emit(
  draft: Draft,
  opType: string,
  output: string,
  inputs: readonly string[],
  attributes: Readonly<Record<string, OnnxAttribute>> = {},
): string {
  draft.nodes.push({ opType, inputs, outputs: [output], attributes });
  return output;
}

function parameters(draft: Draft, node: Node, hasBias: boolean): readonly string[] {
  return (hasBias ? ['weight', 'bias'] : ['weight']).map((part) => parameter(draft, node, part));
}

function parameter({ tensors, initializers }: Draft, node: Node, part: string): string {
  const name = `${node.id}.${part}`;
  initializers.push({ name, ...valueAt(tensors, name) });
  return name;
}

function integers({ initializers }: Draft, name: string, values: readonly number[]): string {
  initializers.push({ name, shape: [values.length], data: BigInt64Array.from(values, BigInt) });
  return name;
}

function scalar({ initializers }: Draft, name: string, value: number): string {
  initializers.push({ name, shape: [], data: Float32Array.of(value) });
  return name;
}

function poolWindow(op: { readonly kernel: number; readonly stride: number; readonly padding: Padding }) {
  return { kernel_shape: [op.kernel, op.kernel], strides: [op.stride, op.stride], pads: pads(op.padding) };
}

/** The start of each axis, then the end of each. */
function pads({ top, left, bottom, right }: Padding): readonly number[] {
  return [top, left, bottom, right];
}

import type { OnnxFile, OnnxNode } from '../../formats/onnx/onnx';
import { lazyTensor } from '../../formats/bytes/namedTensor';
import { shortened } from '../../formats/bytes/refusal';
import { parseLabelFile } from '../../weights/labelFile';
import { constantOperand, unknownOperand, type Lowered, type Operand } from '../operand';
import type { Size, StatedGraph, StatedNode } from '../statedGraph';
import { inputsFirst } from '../inputsFirst';
import { statedGraphOf, statedLayers } from '../statedGraphOf';
import { statedInput } from '../statedNode';
import { mapView, vectorOf, withChannelsOf, type Layout, type View } from '../view';
import { elementOps } from './elementOps';
import { layerOps } from './layerOps';
import type { Lower, OnnxOp } from './onnxOp';
import { poolOps } from './poolOps';
import { quantOps } from './quantOps';
import { shapeOps } from './shapeOps';
import { evaluated, operandOf, smallNumbersOf } from './smallNumbers';

/**
 * The network that an ONNX file states: of several outputs, the one with most layers before it. Undefined if none reads
 * an image.
 */
export function statedOnnx(file: OnnxFile): StatedGraph | undefined {
  const constants = new Map(file.tensors.map((tensor) => [tensor.name, tensor]));
  const operands = new Map<string, Operand>(file.tensors.map((tensor) => [tensor.name, constantOperand(tensor)]));
  const image = file.inputs.find((name) => !constants.has(name));
  if (image === undefined) return undefined;
  operands.set(image, { kind: 'view', view: imageView(file, image) });
  const types = new Map(file.tensors.map(({ name, type }) => [name, type]));
  const ops = new Map<string, Lower>([
    ...layerOps,
    ...elementOps,
    ...poolOps,
    ...shapeOps,
    ...quantOps((name) => types.get(name)),
  ]);
  const known: Known = { operands, wholes: wholesOf(file), lost: new Map() };
  for (const node of inOrder(file)) {
    const results = lowered(node, known, ops);
    for (const [index, output] of node.outputs.entries()) {
      const result = results[index];
      if (result !== undefined && output !== '') operands.set(output, result);
    }
  }
  // TensorProto.DataType: 2 is uint8.
  const labels = labelsIn(file.metadata);
  const about = { isByteInput: file.declared.get(image)?.dataType === 2, ...(labels && { labels }) };
  const graphs = file.outputs.slice(0, maxOutputs).flatMap((name) => {
    const operand = operands.get(name);
    const graph = operand?.kind === 'view' ? statedGraphOf(resultOf(operand.view), about) : undefined;
    return graph ?? [];
  });
  return graphs.toSorted((a, b) => statedLayers(b).length - statedLayers(a).length)[0];
}

// Each costs a walk through the file; networks with more than two have them for training.
const maxOutputs = 4;

/** What is known of the values that nodes read. */
type Known = {
  readonly operands: ReadonlyMap<string, Operand>;
  /** The names of integers, which divide as such. */
  readonly wholes: Set<string>;
  /** The node that has no word here, by the names of the values that come out of it. */
  readonly lost: Map<string, string>;
};

function wholesOf({ tensors }: OnnxFile): Set<string> {
  return new Set(tensors.flatMap(({ name, type }) => (type === 'I64' || type === 'I32' ? [name] : [])));
}

function lowered(node: OnnxNode, known: Known, ops: ReadonlyMap<string, Lower>): readonly Lowered[] {
  if (node.opType === 'Constant') return [constantOf(node)];
  const name = node.name === '' ? (node.outputs[0] ?? node.opType) : node.name;
  const inputs = node.inputs.map((input) => known.operands.get(input));
  const hasView = inputs.some((input) => input?.kind === 'view');
  const missing = node.inputs.find((input, index) => input !== '' && inputs[index] === undefined);
  const op = { name, node, inputs };
  const number = missing === undefined && !hasView ? evaluatedNode(op, known) : undefined;
  const result = number ?? (missing === undefined ? ops.get(node.opType)?.(op) : undefined);
  const results = result === undefined || 'kind' in result ? [result] : result;
  if (results.some((each) => each !== undefined)) return results;
  const culprit = missing === undefined ? undefined : known.lost.get(missing);
  if (!hasView) {
    for (const output of node.outputs) known.lost.set(output, culprit ?? `${node.opType} ${shortened(name)}`);
    return results;
  }
  const what = culprit === undefined ? node.opType : `${node.opType} with what ${culprit} computes`;
  const unknown = unknownOperand(name, what, inputs);
  return node.outputs.map(() => unknown);
}

/** The numbers that a node computes from numbers, such as pads from the sizes of a map. */
function evaluatedNode(op: OnnxOp, { wholes }: Known): Lowered {
  const { inputs, outputs } = op.node;
  const numbers = op.inputs.map((input, index) => smallNumbersOf(input, wholes.has(inputs[index] ?? '')));
  if (numbers.some((each, index) => each === undefined && inputs[index] !== '')) return undefined;
  const result = evaluated(op, numbers);
  const [output] = outputs;
  if (result === undefined || output === undefined) return undefined;
  if (result.isWhole) wholes.add(output);
  return operandOf(output, result);
}

/** A constant that is written as numbers; those written as tensors are among the tensors of the file. */
function constantOf({ attributes, outputs: [name = ''] }: OnnxNode): Lowered {
  for (const [attribute, value] of attributes) {
    if (!attribute.startsWith('value') || typeof value === 'string') continue;
    const numbers = typeof value === 'number' ? [value] : value;
    return constantOperand(
      lazyTensor(name, typeof value === 'number' ? [] : [numbers.length], () => Float32Array.from(numbers)),
    );
  }
  return undefined;
}

/** The names of the outputs, where the metadata has them as JSON, as Python prints them, or one a line. */
function labelsIn(metadata: ReadonlyMap<string, string>): readonly string[] | undefined {
  for (const [key, text] of metadata) {
    if (!/^(labels?|names|class_?names|classes|categories|id2label|label_names)$/i.test(key)) continue;
    const json = text.replaceAll("'", '"').replace(/([{,]\s*)(\d+)\s*:/g, '$1"$2":');
    const parsed = [text, json].map((each) => parseLabelFile(each)).find(({ ok }) => ok);
    if (parsed?.ok === true) return parsed.value;
  }
  return undefined;
}

/** The node of an output, flattened if it is a map. */
function resultOf(view: View): StatedNode {
  return (view.axes.length === 2 ? vectorOf(view) : undefined) ?? withChannelsOf(view) ?? view.node;
}

/** The image, in the layout that its three channels show: networks of TensorFlow keep theirs. */
function imageView({ declared }: OnnxFile, name: string): View {
  const sizes = declared.get(name)?.sizes ?? [];
  const [batch = null, second = null, third = null, fourth = null] = sizes;
  const layout: Layout = fourth === 3 && second !== 3 ? 'channelsLast' : 'channelsFirst';
  const [channels, height, width]: readonly Size[] =
    layout === 'channelsLast' ? [fourth, second, third] : [second, third, fourth];
  const open = (size: Size | undefined): Size => (size === undefined || size === null || size <= 0 ? null : size);
  const shape = { height: open(height), width: open(width), channels: open(channels) ?? 3 };
  return mapView(statedInput(name, shape), layout, open(batch) ?? 1);
}

/** Files must have their nodes in order, but converters to 16 bits append their casts. */
function inOrder({ nodes }: OnnxFile): readonly OnnxNode[] {
  const makers = new Map(nodes.flatMap((node) => node.outputs.map((output) => [output, node] as const)));
  return inputsFirst(nodes, ({ inputs }, index) => {
    const input = inputs[index];
    return input === undefined ? undefined : (makers.get(input) ?? null);
  });
}

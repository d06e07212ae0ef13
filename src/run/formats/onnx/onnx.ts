import type { Result } from '../../../nets/result';
import { readingBudget, sizes, spend, type Budget } from '../bytes/budget';
import { lazyTensor, type NamedTensor } from '../bytes/namedTensor';
import { onnxTensorOf } from './onnxTensor';
import { messagePlace, protoMessage, readFields, type ProtoMessage } from './protoMessage';
import { readSafely, refuse } from '../bytes/refusal';

export type OnnxAttribute = number | string | readonly number[];

export type OnnxNode = {
  readonly name: string;
  /** `Conv`, `Gemm`, ... */
  readonly opType: string;
  /** Names of values; '' for an omitted optional input. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** Only numbers, strings and lists of integers: `strides`, `pads`, `group`, `epsilon`, ... */
  readonly attributes: ReadonlyMap<string, OnnxAttribute>;
};

export type OnnxFile = {
  readonly format: 'onnx';
  /** The initialisers in file order, then the values of `Constant` nodes, named after their outputs. */
  readonly tensors: readonly NamedTensor[];
  /** In file order; the format requires a topological order. */
  readonly nodes: readonly OnnxNode[];
  /** Names; older files list the initialisers among the inputs. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
};

type Node = OnnxNode & { readonly constant?: NamedTensor };

/** Reads the weights and nodes of an ONNX file (onnx/onnx.proto). Error messages start with `where`. */
export function parseOnnx(bytes: Uint8Array, where = 'onnx', budget = readingBudget(bytes.length)): Result<OnnxFile> {
  return readSafely(where, () => {
    const graphs: ProtoMessage[] = [];
    readFields(protoMessage(bytes, budget), (field) => {
      if (field.number === 7) graphs.push(field.message());
    });
    const [graph, ...more] = graphs;
    if (graph === undefined || more.length > 0) {
      return refuse(`number of graphs (got ${graphs.length}, wanted 1)`, 'byte 0');
    }
    return graphOf(graph, budget);
  });
}

function graphOf(graph: ProtoMessage, budget: Budget): OnnxFile {
  const tensors: NamedTensor[] = [];
  const nodes: Node[] = [];
  const inputs: string[] = [];
  const outputs: string[] = [];
  readFields(graph, (field) => {
    if (field.number === 1) nodes.push(nodeOf(field.message(), budget));
    else if (field.number === 5) tensors.push(onnxTensorOf(field.message(), budget));
    else if (field.number === 11) inputs.push(nameOf(field.message()));
    else if (field.number === 12) outputs.push(nameOf(field.message()));
    else if (field.number === 15) refuse('sparse initialisers are not read', field.place);
  });
  for (const {
    constant,
    outputs: [output],
  } of nodes) {
    if (constant !== undefined && output !== undefined) {
      tensors.push(lazyTensor(output, constant.shape, () => constant.data));
    }
  }
  const names = new Set(tensors.map(({ name }) => name));
  if (names.size !== tensors.length) refuse('two tensors of one name', messagePlace(graph));
  return {
    format: 'onnx',
    tensors,
    nodes: nodes.map(({ name, opType, inputs: from, outputs: to, attributes }) => {
      return { name, opType, inputs: from, outputs: to, attributes };
    }),
    inputs,
    outputs,
  };
}

function nameOf(valueInfo: ProtoMessage): string {
  let name = '';
  readFields(valueInfo, (field) => {
    if (field.number === 1) name = field.text();
  });
  return name;
}

function nodeOf(message: ProtoMessage, budget: Budget): Node {
  const inputs: string[] = [];
  const outputs: string[] = [];
  const attributes = new Map<string, OnnxAttribute>();
  spend(budget, 'memory', 4 * sizes.object + sizes.map, messagePlace(message));
  let name = '';
  let opType = '';
  let constant: NamedTensor | undefined;
  readFields(message, (field) => {
    if (field.number === 1) inputs.push(field.text());
    else if (field.number === 2) outputs.push(field.text());
    else if (field.number === 3) name = field.text();
    else if (field.number === 4) opType = field.text();
    else if (field.number === 5) {
      const attribute = attributeOf(field.message(), budget);
      if (attribute.tensor !== undefined) constant = attribute.tensor;
      else if (attribute.value !== undefined) attributes.set(attribute.name, attribute.value);
    }
  });
  const node = { name, opType, inputs, outputs, attributes };
  return opType === 'Constant' && constant !== undefined ? { ...node, constant } : node;
}

type Attribute = { readonly name: string; readonly value?: OnnxAttribute; readonly tensor?: NamedTensor };

function attributeOf(message: ProtoMessage, budget: Budget): Attribute {
  const integers: number[] = [];
  let name = '';
  let value: OnnxAttribute | undefined;
  let tensor: NamedTensor | undefined;
  readFields(message, (field) => {
    if (field.number === 1) name = field.text();
    else if (field.number === 2) value = field.float();
    else if (field.number === 3) value = field.integer();
    else if (field.number === 4) value = field.text();
    else if (field.number === 5) tensor = onnxTensorOf(field.message(), budget);
    else if (field.number === 8) for (const integer of field.integers()) integers.push(integer);
  });
  if (tensor !== undefined) return { name, tensor };
  return integers.length > 0 ? { name, value: integers } : value === undefined ? { name } : { name, value };
}

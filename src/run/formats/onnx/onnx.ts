import { failure, success, type Result } from '../../../nets/result';
import { readingBudget, sizes, spend, type Budget } from '../bytes/budget';
import { elementCount, lazyTensor } from '../bytes/namedTensor';
import type { Beside } from '../givenFiles';
import { entryOf, onnxTensorOf, typed, type OnnxTensor, type TensorSource } from './onnxTensor';
import { tensorsElsewhere } from './tensorsElsewhere';
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
  /** Whose op it is: '' for ONNX's own, `com.microsoft`, ... */
  readonly domain: string;
  /** Only numbers, strings and lists of numbers: `strides`, `pads`, `group`, `epsilon`, ... */
  readonly attributes: ReadonlyMap<string, OnnxAttribute>;
};

/** An input of the graph as it is declared. */
export type OnnxInput = {
  /** null where open, as batches often are. Undefined where not even the number of axes is given. */
  readonly sizes?: readonly (number | null)[];
  /** TensorProto.DataType: 1 for 32-bit floats, 2 for bytes. */
  readonly dataType: number;
};

export type OnnxFile = {
  readonly format: 'onnx';
  /** The initialisers in file order, then the values of `Constant` nodes, named after their outputs. */
  readonly tensors: readonly OnnxTensor[];
  /** In file order; the format requires a topological order. */
  readonly nodes: readonly OnnxNode[];
  /** Names; older files list the initialisers among the inputs. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** What is declared of the inputs, by name. */
  readonly declared: ReadonlyMap<string, OnnxInput>;
  /** metadata_props: what exporters and people write beside the graph. */
  readonly metadata: ReadonlyMap<string, string>;
};

type Node = OnnxNode & { readonly constant?: OnnxTensor };

/** Reads the weights and nodes of an ONNX file (onnx/onnx.proto). Error messages start with `where`. */
export function parseOnnx(bytes: Uint8Array, where = 'onnx', budget = readingBudget(bytes.length)): Result<OnnxFile> {
  const read = readOnnx(bytes, where, budget);
  if (!read.ok) return read;
  const missing = read.value.elsewhere.missing();
  return missing === undefined ? success(read.value.file) : failure(`${where}: ${missing}`);
}

/** The same for a file whose weights may lie in others, which `beside` has. */
export async function parseOnnxFiles(
  bytes: Uint8Array,
  where: string,
  budget: Budget,
  beside: Beside,
): Promise<Result<OnnxFile>> {
  const read = readOnnx(bytes, where, budget);
  if (!read.ok) return read;
  const { file, elsewhere } = read.value;
  await elsewhere.load(beside);
  const missing = elsewhere.missing();
  if (missing !== undefined) return failure(`${where}: ${missing}`);
  return readSafely(where, () => {
    elsewhere.check(bytes.length);
    return file;
  });
}

function readOnnx(bytes: Uint8Array, where: string, budget: Budget) {
  return readSafely(where, () => {
    const graphs: ProtoMessage[] = [];
    const metadata = new Map<string, string>();
    readFields(protoMessage(bytes, budget), (field) => {
      if (field.number === 7) graphs.push(field.message());
      else if (field.number === 14) {
        const { key, value } = entryOf(field.message());
        spend(budget, 'memory', sizes.entry, field.place);
        metadata.set(key, value);
      }
    });
    const [graph, ...more] = graphs;
    if (graph === undefined || more.length > 0) {
      return refuse(`number of graphs (got ${graphs.length}, wanted 1)`, 'byte 0');
    }
    const elsewhere = tensorsElsewhere();
    return { file: graphOf(graph, { budget, elsewhere }, metadata), elsewhere };
  });
}

function graphOf(graph: ProtoMessage, source: TensorSource, metadata: ReadonlyMap<string, string>): OnnxFile {
  const tensors: OnnxTensor[] = [];
  const nodes: Node[] = [];
  const inputs: string[] = [];
  const outputs: string[] = [];
  const declared = new Map<string, OnnxInput>();
  readFields(graph, (field) => {
    if (field.number === 1) nodes.push(nodeOf(field.message(), source));
    else if (field.number === 5) tensors.push(onnxTensorOf(field.message(), source));
    else if (field.number === 11) {
      const { name, ...input } = valueInfoOf(field.message());
      spend(source.budget, 'memory', sizes.entry, field.place);
      inputs.push(name);
      declared.set(name, input);
    } else if (field.number === 12) outputs.push(valueInfoOf(field.message()).name);
    else if (field.number === 15) refuse('sparse initialisers are not read', field.place);
  });
  for (const {
    constant,
    outputs: [output],
  } of nodes) {
    if (constant !== undefined && output !== undefined) {
      tensors.push(
        typed(
          lazyTensor(output, constant.shape, () => constant.data),
          constant.type,
        ),
      );
    }
  }
  const names = new Set(tensors.map(({ name }) => name));
  if (names.size !== tensors.length) refuse('two tensors of one name', messagePlace(graph));
  return {
    ...{ format: 'onnx', tensors, inputs, outputs, declared, metadata },
    nodes: nodes.map(({ constant: _, ...node }) => node),
  };
}

/** ValueInfoProto: name = 1, type = 2; TypeProto.tensor_type = 1, with elem_type = 1 and shape = 2. */
function valueInfoOf(message: ProtoMessage): OnnxInput & { readonly name: string } {
  let name = '';
  let dataType = 0;
  let dimensions: (number | null)[] | undefined;
  const readShape = (shape: ProtoMessage) => {
    const sizesRead: (number | null)[] = [];
    readFields(shape, (field) => {
      if (field.number === 1) sizesRead.push(dimensionOf(field.message()));
    });
    dimensions = sizesRead;
  };
  const readTensor = (tensor: ProtoMessage) =>
    readFields(tensor, (field) => {
      if (field.number === 1) dataType = field.integer();
      else if (field.number === 2) readShape(field.message());
    });
  const readType = (type: ProtoMessage) =>
    readFields(type, (field) => {
      if (field.number === 1) readTensor(field.message());
    });
  readFields(message, (field) => {
    if (field.number === 1) name = field.text();
    else if (field.number === 2) readType(field.message());
  });
  return { name, dataType, ...(dimensions && { sizes: dimensions }) };
}

/** Dimension.dim_value = 1; a name in field 2 leaves it open, as nothing does. */
function dimensionOf(dimension: ProtoMessage): number | null {
  let size: number | null = null;
  readFields(dimension, (field) => {
    if (field.number === 1) size = field.integer();
  });
  return size;
}

function nodeOf(message: ProtoMessage, source: TensorSource): Node {
  const inputs: string[] = [];
  const outputs: string[] = [];
  const attributes = new Map<string, OnnxAttribute>();
  spend(source.budget, 'memory', 4 * sizes.object + sizes.map, messagePlace(message));
  let name = '';
  let domain = '';
  let opType = '';
  let constant: OnnxTensor | undefined;
  readFields(message, (field) => {
    if (field.number === 1) inputs.push(field.text());
    else if (field.number === 2) outputs.push(field.text());
    else if (field.number === 3) name = field.text();
    else if (field.number === 4) opType = field.text();
    else if (field.number === 7) domain = field.text();
    else if (field.number === 5) {
      const attribute = attributeOf(field.message(), source);
      if (attribute.tensor !== undefined) constant = attribute.tensor;
      else if (attribute.value !== undefined) attributes.set(attribute.name, attribute.value);
    }
  });
  // A tensor of one value, with which a shape is filled.
  if (opType === 'ConstantOfShape' && constant !== undefined)
    attributes.set('value', elementCount(constant.shape, messagePlace(message)) === 1 ? [...constant.data] : []);
  const node = { name, opType, inputs, outputs, domain, attributes };
  return opType === 'Constant' && constant !== undefined ? { ...node, constant } : node;
}

type Attribute = { readonly name: string; readonly value?: OnnxAttribute; readonly tensor?: OnnxTensor };

function attributeOf(message: ProtoMessage, source: TensorSource): Attribute {
  const numbers: number[] = [];
  let type = 0;
  let name = '';
  let value: OnnxAttribute | undefined;
  let tensor: OnnxTensor | undefined;
  readFields(message, (field) => {
    if (field.number === 1) name = field.text();
    else if (field.number === 2) value = field.float();
    else if (field.number === 3) value = field.integer();
    else if (field.number === 4) value = field.text();
    else if (field.number === 5) tensor = onnxTensorOf(field.message(), source);
    else if (field.number === 7) for (const float of field.floats()) numbers.push(float);
    else if (field.number === 8) for (const integer of field.integers()) numbers.push(integer);
    // The type of an attribute: 6 is a list of floats, 7 one of integers. An empty list has no other trace.
    else if (field.number === 20) type = field.integer();
  });
  if (tensor !== undefined) return { name, tensor };
  return numbers.length > 0 || type === 6 || type === 7
    ? { name, value: numbers }
    : value === undefined
      ? { name }
      : { name, value };
}

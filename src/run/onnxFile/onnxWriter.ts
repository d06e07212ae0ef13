import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire';

/** An attribute of an ONNX node. Floats are marked, because ONNX tells 1 from 1.0. */
export type OnnxAttribute = number | { readonly float: number } | readonly number[];

/** A node of an ONNX graph, which refers to its values by name. */
export type OnnxNode = {
  readonly opType: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: Readonly<Record<string, OnnxAttribute>>;
};

export type OnnxTensor = {
  readonly name: string;
  readonly shape: readonly number[];
  readonly data: Float32Array | BigInt64Array;
};

export type OnnxGraph = {
  readonly nodes: readonly OnnxNode[];
  readonly initializers: readonly OnnxTensor[];
  readonly input: { readonly name: string; readonly shape: readonly number[] };
  readonly output: { readonly name: string; readonly shape: readonly number[] };
};

/** The operator set's version; HardSwish needs at least 14. */
const opset = 17;
/** The file format's version for this operator set. */
const irVersion = 8;

/** The bytes of an ONNX file. The field numbers come from onnx/onnx.proto. */
export function onnxBytes(graph: OnnxGraph): Uint8Array<ArrayBuffer> {
  const writer = new BinaryWriter();
  integer(writer, 1, irVersion);
  message(writer, 8, () => integer(writer, 2, opset));
  message(writer, 7, () => {
    for (const node of graph.nodes) message(writer, 1, () => writeNode(writer, node));
    text(writer, 2, 'network');
    for (const tensor of graph.initializers) message(writer, 5, () => writeTensor(writer, tensor));
    message(writer, 11, () => writeValue(writer, graph.input));
    message(writer, 12, () => writeValue(writer, graph.output));
  });
  return Uint8Array.from(writer.finish());
}

function writeNode(writer: BinaryWriter, { opType, inputs, outputs, attributes }: OnnxNode): void {
  for (const name of inputs) text(writer, 1, name);
  for (const name of outputs) text(writer, 2, name);
  text(writer, 3, outputs[0] ?? '');
  text(writer, 4, opType);
  for (const [name, value] of Object.entries(attributes)) {
    message(writer, 5, () => writeAttribute(writer, name, value));
  }
}

const attributeKinds = { float: 1, integer: 2, integers: 7 } as const;

function writeAttribute(writer: BinaryWriter, name: string, value: OnnxAttribute): void {
  text(writer, 1, name);
  if (typeof value === 'number') {
    integer(writer, 3, value);
    integer(writer, 20, attributeKinds.integer);
  } else if ('float' in value) {
    writer.tag(2, WireType.Bit32).float(value.float);
    integer(writer, 20, attributeKinds.float);
  } else {
    for (const item of value) integer(writer, 8, item);
    integer(writer, 20, attributeKinds.integers);
  }
}

const elementKinds = { float32: 1, int64: 7 } as const;

function writeTensor(writer: BinaryWriter, { name, shape, data }: OnnxTensor): void {
  for (const size of shape) integer(writer, 1, size);
  integer(writer, 2, data instanceof Float32Array ? elementKinds.float32 : elementKinds.int64);
  text(writer, 8, name);
  writer.tag(9, WireType.LengthDelimited).bytes(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
}

function writeValue(writer: BinaryWriter, { name, shape }: OnnxGraph['input']): void {
  text(writer, 1, name);
  message(writer, 2, () =>
    message(writer, 1, () => {
      integer(writer, 1, elementKinds.float32);
      message(writer, 2, () => {
        for (const size of shape) message(writer, 1, () => integer(writer, 1, size));
      });
    }),
  );
}

function message(writer: BinaryWriter, field: number, write: () => void): void {
  writer.tag(field, WireType.LengthDelimited).fork();
  write();
  writer.join();
}

function integer(writer: BinaryWriter, field: number, value: number): void {
  writer.tag(field, WireType.Varint).int64(value);
}

function text(writer: BinaryWriter, field: number, value: string): void {
  writer.tag(field, WireType.LengthDelimited).string(value);
}

import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readingBudget } from '../bytes/budget';
import { parseOnnx, parseOnnxFiles } from './onnx';

/** 0, 1/8, 2/8, ...: what make_pytorch.py sets every parameter to. */
function counting(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index / 8);
}

function read(bytes: Uint8Array) {
  const file = parseOnnx(bytes, 'small.onnx');
  if (!file.ok) throw new Error(file.error);
  return file.value;
}

describe("a network that PyTorch's exporter wrote", () => {
  const file = read(new Uint8Array(readFileSync(new URL('fixtures/small.onnx', import.meta.url))));

  test('gives every weight with its values', () => {
    expect(file.tensors.map(({ name, shape, data }) => [name, shape, [...data]])).toEqual([
      ['conv.weight', [4, 1, 3, 3], counting(36)],
      ['conv.bias', [4], counting(4)],
      ['norm.running_mean', [4], [0, 0, 0, 0]],
      ['norm.running_var', [4], [1, 1, 1, 1]],
      ['classifier.weight', [3, 4], counting(12)],
      ['classifier.bias', [3], counting(3)],
    ]);
  });

  test('lists its nodes in execution order, with what they read, write and are set to', () => {
    expect(file.nodes.map(({ opType }) => opType)).toEqual([
      ...['Identity', 'Identity', 'Conv', 'BatchNormalization', 'Relu', 'ReduceMean', 'Gemm'],
    ]);
    const [, , conv, norm, , mean, gemm] = file.nodes;
    expect([conv?.name, conv?.inputs, conv?.outputs]).toEqual([
      '/conv/Conv',
      ['image', 'conv.weight', 'conv.bias'],
      ['/conv/Conv_output_0'],
    ]);
    expect(Object.fromEntries(conv?.attributes ?? [])).toEqual({
      ...{ dilations: [1, 1], group: 2, kernel_shape: [3, 3], pads: [1, 1, 1, 1], strides: [2, 2] },
    });
    expect(norm?.attributes.get('epsilon')).toBeCloseTo(1e-5, 10);
    expect(mean?.attributes.get('axes')).toEqual([2, 3]);
    expect(gemm?.attributes.get('transB')).toBe(1);
    expect([file.inputs, file.outputs]).toEqual([['image'], ['logits']]);
  });
});

type Field = (writer: BinaryWriter) => BinaryWriter;

const bytesField =
  (number: number, bytes: Uint8Array): Field =>
  (writer) =>
    writer.tag(number, WireType.LengthDelimited).bytes(bytes);
const textField = (number: number, text: string): Field => bytesField(number, new TextEncoder().encode(text));
const integerField =
  (number: number, value: number): Field =>
  (writer) =>
    writer.tag(number, WireType.Varint).int64(value);

function message(...fields: readonly Field[]): Uint8Array {
  return fields.reduce((writer, field) => field(writer), new BinaryWriter()).finish();
}

/** A file whose only content is one initialiser: onnx.proto, ModelProto.graph = 7, GraphProto.initializer = 5. */
function fileOf(...tensor: readonly Field[]): Uint8Array {
  return message(integerField(1, 8), bytesField(7, message(bytesField(5, message(...tensor)))));
}

const varints = (...values: readonly number[]) =>
  values.reduce((writer, value) => writer.int64(value), new BinaryWriter()).finish();
const raw = (values: Float32Array | Uint16Array | Int8Array) => new Uint8Array(values.buffer);

describe('a tensor of each kind', () => {
  test.each([
    ['floats in their own field', 1, bytesField(4, raw(Float32Array.of(1.5, -2))), [1.5, -2]],
    ['floats as raw bytes', 1, bytesField(9, raw(Float32Array.of(1.5, -2))), [1.5, -2]],
    ['signed bytes, as varints', 3, bytesField(5, varints(-128, 127)), [-128, 127]],
    ['signed bytes, raw', 3, bytesField(9, raw(Int8Array.of(-128, 127))), [-128, 127]],
    ['long integers', 7, bytesField(7, varints(-1, 2 ** 40)), [-1, 2 ** 40]],
    // 0x3c00 is 1 and 0xc000 is -2 in 16 bits; 0x3f80 and 0xc000 are 1 and -2 as the upper half of 32.
    ['half floats, as varints', 10, bytesField(5, varints(0x3c00, 0xc000)), [1, -2]],
    ['half floats, raw', 10, bytesField(9, raw(Uint16Array.of(0x3c00, 0xc000))), [1, -2]],
    ['brain floats, as varints', 16, bytesField(5, varints(0x3f80, 0xc000)), [1, -2]],
  ])('%s', (_, dataType, values, wanted) => {
    const { tensors } = read(fileOf(integerField(1, 2), integerField(2, dataType), textField(8, 'w'), values));
    expect(tensors.map(({ name, shape, data }) => [name, shape, [...data]])).toEqual([['w', [2], wanted]]);
  });

  test.each([
    ['too few values', [integerField(1, 3), integerField(2, 1), bytesField(4, raw(Float32Array.of(1, 2)))]],
    ['too many values', [integerField(1, 1), integerField(2, 1), bytesField(4, raw(Float32Array.of(1, 2)))]],
    ['too few varints', [integerField(1, 3), integerField(2, 3), bytesField(5, varints(1, 2))]],
    ['no values', [integerField(1, 1), integerField(2, 1)]],
  ])('%s are refused with both counts', (_, fields) => {
    const file = parseOnnx(fileOf(textField(8, 'w'), ...fields), 'small.onnx');
    expect(file.ok ? 'was read' : file.error).toMatch(
      /^small\.onnx: w: \w+ \[\d\] does not fit \(got \d values, wanted \d\)/,
    );
  });

  test('an unknown type, values in another file and a graph too many are refused', () => {
    const errorOf = (bytes: Uint8Array) => {
      const file = parseOnnx(bytes, 'small.onnx');
      return file.ok ? 'was read' : file.error;
    };
    expect(errorOf(fileOf(integerField(1, 1), integerField(2, 99)))).toContain('unknown data type (got 99)');
    const outside = fileOf(integerField(1, 1), integerField(2, 1), integerField(14, 1));
    expect(errorOf(outside)).toContain('the weights are in a second file');
    const empty = bytesField(7, message());
    expect(errorOf(message(integerField(1, 8), empty, empty))).toContain('number of graphs (got 2, wanted 1)');
    expect(errorOf(message(integerField(1, 8)))).toContain('number of graphs (got 0, wanted 1)');
  });
});

describe('weights in a second file', () => {
  const entry = (key: string, value: string) => bytesField(13, message(textField(1, key), textField(2, value)));
  const outside = (offset: string, length: string) =>
    fileOf(
      ...[integerField(1, 2), integerField(2, 1), textField(8, 'w'), integerField(14, 1)],
      ...[entry('location', 'model.onnx.data'), entry('offset', offset), entry('length', length)],
    );
  const values = raw(Float32Array.of(9, 1.5, -2, 9));
  const parse = (bytes: Uint8Array, beside: Uint8Array | null) =>
    parseOnnxFiles(bytes, 'model.onnx', readingBudget(bytes.length), (name) =>
      Promise.resolve(name === 'model.onnx.data' ? beside : null),
    );

  test('are read from it when both are given', async () => {
    const file = await parse(outside('4', '8'), values);
    expect(file.ok && file.value.tensors.map(({ name, data }) => [name, [...data]])).toEqual([['w', [1.5, -2]]]);
  });

  test.each([
    ['missing', '4', null, 'a second file, model.onnx.data: give both together'],
    ['too short', '12', values, 'w: does not fit into model.onnx.data (got 4 bytes, wanted 8)'],
    ['read from before its start', '-8', values, 'w: does not fit into model.onnx.data (got 0 bytes, wanted 8)'],
  ])('are refused with its name when it is %s', async (_, offset, beside, reason) => {
    const file = await parse(outside(offset, '8'), beside);
    expect(file.ok ? 'was read' : file.error).toContain(reason);
  });
});

import type { Result } from '../../../nets/result';
import { readingBudget, sizes, spend, type Budget } from '../bytes/budget';
import { elementBytes, elementReader, type ElementType } from '../bytes/elements';
import {
  bytesField,
  floatsField,
  hasField,
  int32Field,
  int32sField,
  int64sField,
  int8Field,
  placeOf,
  rootTable,
  tableField,
  tablesField,
  textField,
  type FlatTable,
} from './flatTable';
import {
  denseTensor,
  elementCount,
  rowMajor,
  spendTensor,
  stridedTensor,
  type NamedTensor,
} from '../bytes/namedTensor';
import { readSafely, refuse } from '../bytes/refusal';
import { zipEntries } from '../bytes/zip';
import { operatorNameOf, operatorOptionsOf, type TfliteOperator } from './tfliteOperator';

/** `value = scale * (stored - zeroPoint)`, with one pair for the whole tensor or one per index of `axis`. */
export type TfliteQuantization = {
  readonly scales: readonly number[];
  readonly zeroPoints: readonly number[];
  readonly axis: number;
};

/** A tensor of the graph, constant or computed. */
export type TfliteValue = {
  readonly name: string;
  /** Images: batch x height x width x channels. Filters: out x height x width x in. */
  readonly shape: readonly number[];
  /** The shape with -1 where it is open, if any size is. */
  readonly signature?: readonly number[];
  /** Undefined for elements that are not numbers. */
  readonly type?: ElementType;
  readonly quantization?: TfliteQuantization;
};

export type TfliteFile = {
  readonly format: 'tflite';
  /** The constants, dequantised, in file order. */
  readonly tensors: readonly NamedTensor[];
  readonly values: readonly TfliteValue[];
  /** In execution order. Inputs and outputs are names in `values`. */
  readonly operators: readonly TfliteOperator[];
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** Text files that are packed behind the flatbuffer, by name: labels, as TensorFlow's metadata writer adds them. */
  readonly texts: ReadonlyMap<string, string>;
};

type Stored = { readonly value: TfliteValue; readonly table: FlatTable; readonly bytes: Uint8Array };

/**
 * Reads a TensorFlow Lite file (tensorflow/lite/schema/schema.fbs, identifier TFL3) with one subgraph.
 * Quantised constants are converted to float32. Error messages start with `where`.
 */
export function parseTflite(
  bytes: Uint8Array,
  where = 'tflite',
  budget = readingBudget(bytes.length),
): Result<TfliteFile> {
  return readSafely(where, () => {
    const model = rootTable(bytes, budget);
    const [graph, ...more] = tablesField(model, 2);
    if (graph === undefined || more.length > 0) {
      return refuse(`number of subgraphs (got ${graph === undefined ? 0 : more.length + 1}, wanted 1)`, placeOf(model));
    }
    const buffers = tablesField(model, 4).map(bufferBytes);
    const stored = storedTensorsOf(graph, buffers);
    const tensors = stored.filter(({ bytes: data }) => data.length > 0).map((tensor) => constantOf(tensor, budget));
    const nameOf = (index: number) => {
      if (index === -1) return '';
      return stored[index]?.value.name ?? refuse(`no such tensor (got ${index})`, placeOf(graph));
    };
    const names = tablesField(model, 1).map(operatorNameOf);
    return {
      format: 'tflite',
      tensors,
      values: stored.map(({ value }) => value),
      operators: tablesField(graph, 3).map((operator) => operatorOf(operator, names, nameOf)),
      inputs: int32sField(graph, 1).map(nameOf),
      outputs: int32sField(graph, 2).map(nameOf),
      texts: packedTexts(bytes, budget),
    };
  });
}

// A label file of ImageNet's 22,000 classes has half a megabyte.
const maxTextBytes = 2 ** 20;

/** The text files of a zip archive at the end of the file; none if there is no archive that can be read. */
function packedTexts(bytes: Uint8Array, budget: Budget): ReadonlyMap<string, string> {
  const texts = readSafely('archive', () => {
    const entries = [...zipEntries(bytes, budget)];
    const small = entries.filter(([name, entry]) => name.endsWith('.txt') && entry.byteLength <= maxTextBytes);
    return small.slice(0, maxTexts).map(([name, entry]) => [name, new TextDecoder().decode(entry.read())] as const);
  });
  return new Map(texts.ok ? texts.value : []);
}

const maxTexts = 8;

function bufferBytes(buffer: FlatTable): Uint8Array {
  // Field 1 is an offset past the end of the flatbuffer, for files above 2 GB.
  if (hasField(buffer, 1)) refuse('weights outside the flatbuffer', placeOf(buffer));
  return bytesField(buffer, 0);
}

function storedTensorsOf(graph: FlatTable, buffers: readonly Uint8Array[]): Stored[] {
  const usedNames = new Set<string>();
  return tablesField(graph, 0).map((table, index) => {
    spend(table.file.budget, 'memory', 3 * sizes.object + sizes.entry, () => placeOf(table));
    // Converters name a value after all the ops that were fused into it.
    const plain = textField(table, 3).slice(0, maxNameLength);
    // In this format names are only for people, so they may be missing or repeated.
    const name = plain === '' || usedNames.has(plain) ? `${plain}#${index}` : plain;
    usedNames.add(name);
    const buffer = int32Field(table, 2);
    const bytes = buffers[buffer] ?? refuse(`${name}: no such buffer (got ${buffer})`, placeOf(table));
    const quantization = quantizationOf(table);
    const type = elementTypes.get(int8Field(table, 1));
    const shape = int32sField(table, 0);
    const signature = int32sField(table, 7);
    const value = {
      name,
      shape,
      ...(signature.length > 0 && { signature }),
      ...(type && { type }),
      ...(quantization && { quantization }),
    };
    return { value, table, bytes };
  });
}

const maxNameLength = 200;

function quantizationOf(tensor: FlatTable): TfliteQuantization | undefined {
  const table = tableField(tensor, 4);
  const scales = table === undefined ? [] : floatsField(table, 2);
  if (table === undefined || scales.length === 0) return undefined;
  const zeroPoints = int64sField(table, 3);
  if (zeroPoints.length !== 0 && zeroPoints.length !== scales.length) {
    refuse(`zero points (got ${zeroPoints.length}, wanted ${scales.length})`, placeOf(table));
  }
  return { scales, zeroPoints: scales.map((_, index) => zeroPoints[index] ?? 0), axis: int32Field(table, 6) };
}

// The schema's TensorType.
const elementTypes: ReadonlyMap<number, ElementType> = new Map([
  [0, 'F32'],
  [1, 'F16'],
  [2, 'I32'],
  [3, 'U8'],
  [4, 'I64'],
  [6, 'BOOL'],
  [7, 'I16'],
  [9, 'I8'],
  [10, 'F64'],
]);

function constantOf({ value, table, bytes }: Stored, budget: Budget): NamedTensor {
  const place = placeOf(table);
  const { name, shape, quantization } = value;
  const typeNumber = int8Field(table, 1);
  const type = elementTypes.get(typeNumber) ?? refuse(`${name}: unknown element type (got ${typeNumber})`, place);
  if (hasField(table, 6)) refuse(`${name}: sparse weights are not read`, place);
  const count = elementCount(shape, place);
  if (count * elementBytes[type] !== bytes.length) {
    refuse(`${name}: ${type} [${shape.join(', ')}] does not fit (got ${bytes.length} bytes)`, place);
  }
  spendTensor(budget, { name, count, type }, place);
  if (quantization === undefined) return denseTensor(name, shape, type, bytes);
  const { scales, axis } = quantization;
  if (scales.length > 1 && scales.length !== shape[axis]) {
    refuse(`${name}: scales (got ${scales.length}, wanted ${shape[axis] ?? 'none'} for axis ${axis})`, place);
  }
  const reader = () => dequantised(elementReader(type, bytes), shape, quantization);
  return stridedTensor(name, shape, rowMajor(shape, reader));
}

/** Rounds the stored integers, up to 32 bits in a bias, to float32 first, as TensorFlow Lite does. */
function dequantised(
  stored: (index: number) => number,
  shape: readonly number[],
  { scales, zeroPoints, axis }: TfliteQuantization,
): (index: number) => number {
  // Consecutive elements with the same index on `axis`.
  const run = scales.length === 1 ? Infinity : shape.slice(axis + 1).reduce((a, b) => a * b, 1);
  return (index) => {
    const channel = Math.floor(index / run) % scales.length;
    return (scales[channel] ?? 1) * (Math.fround(stored(index)) - (zeroPoints[channel] ?? 0));
  };
}

function operatorOf(operator: FlatTable, names: readonly string[], nameOf: (index: number) => string): TfliteOperator {
  const code = int32Field(operator, 0);
  const name = names[code] ?? refuse(`no such operator code (got ${code})`, placeOf(operator));
  spend(operator.file.budget, 'memory', 3 * sizes.object, () => placeOf(operator));
  const options = operatorOptionsOf(name, operator);
  return {
    name,
    inputs: int32sField(operator, 1).map(nameOf),
    outputs: int32sField(operator, 2).map(nameOf),
    ...(options === undefined ? {} : { options }),
  };
}

import type { Result } from '../../../nets/result';
import { byteReader, type ByteReader } from '../bytes/byteReader';
import { elementBytes, elementTypeOf, type ElementType } from '../bytes/elements';
import { halfOf, largestHalf } from '../bytes/half';
import { readingBudget, type Budget } from '../bytes/budget';
import { denseTensor, elementCount, partsOf, renamed, spendTensor, type NamedTensor } from '../bytes/namedTensor';
import { readSafely, refuse } from '../bytes/refusal';
import { dequantised, int8Weights, scaleName } from './int8Weights';
import { networksIn } from '../networksSideBySide';
import { parseJson, type JsonObject, type JsonValue } from '../bytes/json';

export type SafetensorsFile = {
  readonly format: 'safetensors';
  /** In the order of their data in the file. */
  readonly tensors: readonly NamedTensor[];
  /** The networks that lie side by side in it, by what their names begin with, where there are several. */
  readonly choices?: ReadonlyMap<string, { readonly tensors: readonly NamedTensor[] }>;
  /** The header's `__metadata__`. */
  readonly metadata: Readonly<Record<string, string>>;
};

type Entry = {
  readonly name: string;
  readonly type: ElementType;
  readonly shape: readonly number[];
  readonly begin: number;
  readonly end: number;
};

// 4 MiB describe about 40,000 tensors.
const maxHeaderBytes = 4 * 1024 * 1024;

/**
 * Reads a safetensors file: 8 bytes of header length, a JSON header, then the tensors' bytes without gap or overlap.
 * Source: the format section of https://github.com/huggingface/safetensors. Error messages start with `where`.
 */
export function parseSafetensors(
  bytes: Uint8Array,
  where = 'safetensors',
  budget = readingBudget(bytes.length),
): Result<SafetensorsFile> {
  return readSafely(where, () => {
    const file = byteReader(bytes, budget);
    const headerBytes = file.u64(0);
    if (headerBytes > maxHeaderBytes) {
      refuse(`header too long (got ${headerBytes} bytes, wanted at most ${maxHeaderBytes})`, file.place(0));
    }
    const place = file.place(8);
    const header = objectOf(parseJson(byteReader(file.view(8, headerBytes), budget, undefined, 8)), 'header', place);
    const metadata = header.get('__metadata__');
    const described = [...header].filter(([name]) => name !== '__metadata__');
    const entries = described.map(([name, value]) => entryOf(name, value, place));
    entries.sort((a, b) => a.begin - b.begin || a.end - b.end);
    const stored = tensorsOf(entries, file, 8 + headerBytes, budget);
    const int8Names = entries.filter(({ type }) => type === 'I8').map(({ name }) => name);
    const tensors = dequantised(stored, new Set(int8Names), place);
    const choices = choicesOf(tensors, budget);
    const [first = { tensors }] = choices.values();
    return {
      format: 'safetensors',
      ...first,
      ...(choices.size > 0 && { choices }),
      metadata: metadata === undefined ? {} : metadataOf(metadata, place),
    };
  });
}

function choicesOf(tensors: readonly NamedTensor[], budget: Budget): NonNullable<SafetensorsFile['choices']> {
  const networks = networksIn(
    tensors.map((tensor) => [tensor.name, tensor] as const),
    budget,
    'the header',
  );
  return new Map(
    networks.map((network) => [
      network.key,
      { tensors: network.tensors.map(([name, tensor]) => renamed(tensor, name, tensor.shape)) },
    ]),
  );
}

function tensorsOf(entries: readonly Entry[], file: ByteReader, start: number, budget: Budget): NamedTensor[] {
  let reached = 0;
  const tensors = entries.map((entry) => {
    const place = file.place(start + entry.begin);
    if (entry.begin !== reached) {
      refuse(`${entry.name}: a gap or an overlap (starts at ${entry.begin}, wanted ${reached})`, place);
    }
    const count = elementCount(entry.shape, place);
    const wanted = count * elementBytes[entry.type];
    if (entry.end - entry.begin !== wanted) {
      const shape = `${entry.type} [${entry.shape.join(', ')}]`;
      refuse(`${entry.name}: ${shape} does not fit (got ${entry.end - entry.begin} bytes, wanted ${wanted})`, place);
    }
    reached = entry.end;
    spendTensor(budget, { name: entry.name, count, type: entry.type }, place);
    return denseTensor(entry.name, entry.shape, entry.type, file.view(start + entry.begin, wanted));
  });
  if (start + reached !== file.length) {
    refuse(`bytes after the last tensor (got ${file.length}, wanted ${start + reached})`, file.place(start + reached));
  }
  return tensors;
}

function entryOf(name: string, value: JsonValue, place: string): Entry {
  const entry = objectOf(value, name, place);
  const dtype = entry.get('dtype');
  const type = elementTypeOf(dtype);
  if (type === undefined)
    return refuse(`${name}: unknown dtype (got ${typeof dtype === 'string' ? dtype : typeof dtype})`, place);
  const [begin, end, ...more] = countsOf(entry.get('data_offsets'), `${name}: data_offsets`, place);
  if (begin === undefined || end === undefined || more.length > 0) {
    return refuse(`${name}: data_offsets is not a pair`, place);
  }
  return { name, type, shape: countsOf(entry.get('shape'), `${name}: shape`, place), begin, end };
}

function objectOf(value: JsonValue, what: string, place: string): JsonObject {
  return value instanceof Map ? value : refuse(`${what} is not a JSON object`, place);
}

function countsOf(value: JsonValue | undefined, what: string, place: string): number[] {
  if (!Array.isArray(value)) return refuse(`${what} is not a list`, place);
  return value.map((item: unknown) => {
    if (typeof item === 'number' && Number.isSafeInteger(item) && item >= 0) return item;
    return refuse(`${what} is not a list of counts (got ${typeof item === 'number' ? item : typeof item})`, place);
  });
}

function metadataOf(value: JsonValue, place: string): Readonly<Record<string, string>> {
  const entries = [...objectOf(value, '__metadata__', place)].map(([key, item]) => {
    return [key, typeof item === 'string' ? item : refuse(`__metadata__.${key} is not a string`, place)] as const;
  });
  return Object.fromEntries(entries);
}

type Writable = Pick<NamedTensor, 'name' | 'shape' | 'data' | 'part'>;

/** A tensor as it is stored: its values come in parts, so that a large one is never decoded whole. */
type Stored = {
  readonly name: string;
  readonly dtype: 'F16' | 'F32' | 'I8';
  readonly shape: readonly number[];
  readonly parts: () => Iterable<Iterable<number>>;
};

/**
 * Encodes `tensors`, in this order, as a safetensors file. F16 rounds to nearest, ties to even. I8 stores weights (tensors
 * of two axes and more) as whole numbers of 8 bits after the scales of their output channels, and all else as F16, or as F32
 * where F16 cannot hold a value.
 * Like the reference writer, pads the header with spaces so that the values start at a multiple of 8 bytes.
 */
export function writeSafetensors(
  tensors: readonly Writable[],
  { dtype }: { readonly dtype: 'F16' | 'F32' | 'I8' },
): Uint8Array {
  const stored = dtype === 'I8' ? storedAsInt8(tensors) : tensors.map((tensor) => storedAs(tensor, dtype));
  let reached = 0;
  const header = stored.map(({ name, dtype, shape }) => {
    const begin = reached;
    reached += shape.reduce((product, size) => product * size, elementBytes[dtype]);
    return [name, { dtype, shape, data_offsets: [begin, reached] }] as const;
  });
  const json = new TextEncoder().encode(JSON.stringify(Object.fromEntries(header)));
  const headerBytes = Math.ceil(json.length / 8) * 8;
  const bytes = new Uint8Array(8 + headerBytes + reached).fill(0x20, 0, 8 + headerBytes);
  const data = new DataView(bytes.buffer);
  data.setBigUint64(0, BigInt(headerBytes), true);
  bytes.set(json, 8);
  let at = 8 + headerBytes;
  for (const { dtype, parts } of stored) {
    for (const part of parts()) {
      for (const value of part) {
        if (dtype === 'F16') data.setUint16(at, halfOf(value), true);
        else if (dtype === 'F32') data.setFloat32(at, value, true);
        else data.setInt8(at, value);
        at += elementBytes[dtype];
      }
    }
  }
  return bytes;
}

function fitsHalf({ data }: Writable): boolean {
  return data.every((value) => Math.abs(value) <= largestHalf);
}

function storedAs(tensor: Writable, dtype: 'F16' | 'F32'): Stored {
  return { name: tensor.name, dtype, shape: tensor.shape, parts: () => partsOf(tensor) };
}

/** Larger elements come first, so that each lies at a multiple of its size. */
function storedAsInt8(tensors: readonly Writable[]): readonly Stored[] {
  const weights = tensors.filter(({ shape }) => shape.length > 1);
  const others = tensors.filter(({ shape }) => shape.length <= 1);
  const rounded = weights.map(({ name, shape, data }) => ({ name, shape, ...int8Weights({ shape, data }) }));
  return [
    ...rounded.map(({ name, scales }) => ({
      ...{ name: scaleName(name), dtype: 'F32' as const, shape: [scales.length] },
      parts: () => [scales],
    })),
    ...others.filter((tensor) => !fitsHalf(tensor)).map((tensor) => storedAs(tensor, 'F32')),
    ...others.filter(fitsHalf).map((tensor) => storedAs(tensor, 'F16')),
    ...rounded.map(({ name, shape, values }) => ({ name, shape, dtype: 'I8' as const, parts: () => [values] })),
  ];
}

import { BinaryReader, WireType } from '@bufbuild/protobuf/wire';
import { sizes, spend, type Budget } from '../bytes/budget';
import { floatsOf } from '../bytes/elements';
import { refuse } from '../bytes/refusal';

/** A protobuf message: the whole file, or the part of it with an embedded message. */
export type ProtoMessage = { readonly bytes: Uint8Array; readonly file: ProtoFile };

type ProtoFile = { readonly origin: number; readonly budget: Budget };

/** A field of a message; each reader refuses a value of another wire type. */
export type ProtoField = {
  readonly number: number;
  readonly place: string;
  readonly message: () => ProtoMessage;
  /** A view of the file, not a copy. */
  readonly bytes: () => Uint8Array;
  readonly text: () => string;
  /** Signed; rounded above 2^53. */
  readonly integer: () => number;
  readonly float: () => number;
  /** A single integer, or several packed into one field. */
  readonly integers: () => readonly number[];
  /** A single float, or several packed into one field. */
  readonly floats: () => readonly number[];
};

/** The whole file as a message. */
export function protoMessage(bytes: Uint8Array, budget: Budget): ProtoMessage {
  return { bytes, file: { origin: bytes.byteOffset, budget } };
}

/** The message's offset in the file as error messages show it: `byte 12`. */
export function messagePlace({ bytes, file }: ProtoMessage): string {
  return `byte ${bytes.byteOffset - file.origin}`;
}

// A field is read through several small objects.
const fieldSteps = 20;

/**
 * Calls `visit` for each field in order; a field costs nothing more unless `visit` reads it.
 * The wire reader of @bufbuild/protobuf checks every length; its errors get the field's offset in the file.
 */
export function readFields(message: ProtoMessage, visit: (field: ProtoField) => void): void {
  const { bytes, file } = message;
  const reader = new BinaryReader(bytes);
  while (reader.pos < reader.len) {
    const place = `byte ${bytes.byteOffset - file.origin + reader.pos}`;
    spend(file.budget, 'work', fieldSteps, place);
    spend(file.budget, 'memory', sizes.object, place);
    const [number, wireType] = checkedRead(place, () => reader.tag());
    // Groups nest, and the wire reader follows them by calling itself.
    if (wireType === WireType.StartGroup) refuse('a group of fields, which ONNX has none of', place);
    // Skipping the content first refuses a length past the end before anything is read.
    const content = checkedRead(place, () => reader.skip(wireType, number));
    visit(fieldOf({ number, wireType, content, place, file }));
  }
}

type RawField = {
  readonly number: number;
  readonly wireType: WireType;
  readonly content: Uint8Array;
  readonly place: string;
  readonly file: ProtoFile;
};

function fieldOf({ number, wireType, content, place, file }: RawField): ProtoField {
  const read = <Value>(wanted: WireType, value: (reader: BinaryReader) => Value): Value => {
    if (wireType !== wanted) refuse(`field ${number} of another kind (got ${wireType}, wanted ${wanted})`, place);
    return checkedRead(place, () => value(new BinaryReader(content)));
  };
  const bytes = () => read(WireType.LengthDelimited, (reader) => reader.bytes());
  const float = () => read(WireType.Bit32, (reader) => reader.float());
  const integer = () => read(WireType.Varint, (reader) => Number(reader.int64()));
  return {
    number,
    place,
    bytes,
    integer,
    message: () => ({ bytes: bytes(), file }),
    text: () => textOf(bytes(), place, file),
    float,
    floats: () => (wireType === WireType.Bit32 ? [float()] : packedFloats(bytes(), place, file)),
    integers: () => (wireType === WireType.Varint ? [integer()] : packedIntegers(bytes(), place, file)),
  };
}

function textOf(bytes: Uint8Array, place: string, { budget }: ProtoFile): string {
  // Two bytes for each character, and the object around them.
  spend(budget, 'memory', 2 * bytes.length + 40, place);
  return utf8.decode(bytes);
}

function packedIntegers(bytes: Uint8Array, place: string, { budget }: ProtoFile): readonly number[] {
  spend(budget, 'work', bytes.length, place);
  // Two lists hold each integer for a while: this one and that of the caller.
  spend(budget, 'memory', 2 * sizes.item * varintCount(bytes, place), place);
  return Array.from(varints(bytes));
}

function packedFloats(bytes: Uint8Array, place: string, { budget }: ProtoFile): readonly number[] {
  if (bytes.length % 4 !== 0) refuse('packed floats are cut short', place);
  spend(budget, 'memory', (2 * sizes.item * bytes.length) / 4, place);
  return [...floatsOf('F32', bytes)];
}

/** The number of varints in `bytes`; refuses one that is cut short or longer than 10 bytes. */
export function varintCount(bytes: Uint8Array, place: string): number {
  let count = 0;
  let length = 0;
  for (const byte of bytes) {
    length = byte < 0x80 ? 0 : length + 1;
    if (length === 0) count += 1;
    if (length === 10) refuse('integer of more than 10 bytes', place);
  }
  return length === 0 ? count : refuse('packed integers are cut short', place);
}

/** The varints in `bytes` as signed integers; call `varintCount` first to check them. */
export function* varints(bytes: Uint8Array): Generator<number> {
  const reader = new BinaryReader(bytes);
  while (reader.pos < reader.len) yield Number(reader.int64());
}

const utf8 = new TextDecoder();

function checkedRead<Value>(place: string, read: () => Value): Value {
  try {
    return read();
  } catch (thrown) {
    return refuse(thrown instanceof Error ? thrown.message : 'unreadable field', place);
  }
}

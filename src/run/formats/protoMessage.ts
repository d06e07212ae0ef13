import { BinaryReader, WireType } from '@bufbuild/protobuf/wire';
import { refuse } from './refusal';

/** A protobuf message: a part of `file`, which starts at `start` and is not longer than the file. */
export type ProtoMessage = { readonly bytes: Uint8Array; readonly file: ProtoFile };

type ProtoFile = { readonly origin: number; valuesLeft: number };

/** One field as it stands in the message; each reading refuses a value of another kind. */
export type ProtoField = {
  readonly number: number;
  readonly place: string;
  readonly message: () => ProtoMessage;
  /** A view of the file, not a copy. */
  readonly bytes: () => Uint8Array;
  readonly text: () => string;
  /** A signed integer; rounded beyond 2^53. */
  readonly integer: () => number;
  readonly float: () => number;
  /** One integer, or many of them packed into one field. */
  readonly integers: () => readonly number[];
};

// A field takes as little as 2 bytes and can become an object of a hundred; real networks have fewer than 10,000.
const mostValues = 50_000;

/** The whole file as a message. */
export function protoMessage(bytes: Uint8Array): ProtoMessage {
  return { bytes, file: { origin: bytes.byteOffset, valuesLeft: mostValues } };
}

/** Where the message starts, in words. */
export function messagePlace({ bytes, file }: ProtoMessage): string {
  return `byte ${bytes.byteOffset - file.origin}`;
}

/**
 * Calls `visit` for each field in turn; fields it does not read are skipped.
 * Reads through the wire reader of @bufbuild/protobuf, which checks every length, and adds the offset to what it says.
 */
export function readFields(message: ProtoMessage, visit: (field: ProtoField) => void): void {
  const { bytes, file } = message;
  const reader = new BinaryReader(bytes);
  while (reader.pos < reader.len) {
    const place = `byte ${bytes.byteOffset - file.origin + reader.pos}`;
    file.valuesLeft -= 1;
    if (file.valuesLeft < 0) refuse(`more than ${mostValues} fields`, place);
    const [number, wireType] = checkedRead(place, () => reader.tag());
    // The content is looked at after it was skipped as a whole: what lies outside is refused first.
    const content = checkedRead(place, () => reader.skip(wireType, number));
    visit(fieldOf({ number, wireType, content, place, file }));
  }
}

type Raw = {
  readonly number: number;
  readonly wireType: WireType;
  readonly content: Uint8Array;
  readonly place: string;
  readonly file: ProtoFile;
};

function fieldOf({ number, wireType, content, place, file }: Raw): ProtoField {
  const read = <Value>(wanted: WireType, value: (reader: BinaryReader) => Value): Value => {
    if (wireType !== wanted) refuse(`field ${number} of another kind (got ${wireType}, wanted ${wanted})`, place);
    return checkedRead(place, () => value(new BinaryReader(content)));
  };
  const bytes = () => read(WireType.LengthDelimited, (reader) => reader.bytes());
  const integer = () => read(WireType.Varint, (reader) => Number(reader.int64()));
  return {
    number,
    place,
    bytes,
    integer,
    message: () => ({ bytes: bytes(), file }),
    text: () => utf8.decode(bytes()),
    float: () => read(WireType.Bit32, (reader) => reader.float()),
    integers: () => (wireType === WireType.Varint ? [integer()] : packedIntegers(bytes(), place, file)),
  };
}

function packedIntegers(bytes: Uint8Array, place: string, file: ProtoFile): readonly number[] {
  file.valuesLeft -= bytes.length;
  if (file.valuesLeft < 0) refuse(`more than ${mostValues} values`, place);
  varintCount(bytes, place);
  return Array.from(varints(bytes));
}

/** How many varints fill `bytes`; refuses one that is cut short or longer than 10 bytes. */
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

/** The varints that fill `bytes`, as signed integers; `varintCount` must have accepted them. */
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

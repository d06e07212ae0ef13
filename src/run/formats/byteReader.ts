import { refuse } from './refusal';

/** Little-endian reads at any offset; each refuses the file when a byte it needs lies outside. */
export type ByteReader = {
  readonly length: number;
  readonly u8: (at: number) => number;
  readonly u16: (at: number) => number;
  readonly u32: (at: number) => number;
  readonly i32: (at: number) => number;
  /** Unsigned 64-bit; refuses values above 2^53 - 1, which no offset or length in a readable file reaches. */
  readonly u64: (at: number) => number;
  /** Unsigned, of 1 to 8 bytes. */
  readonly uint: (at: number, size: number) => number;
  /** A view of `length` bytes, not a copy. */
  readonly view: (at: number, length: number) => Uint8Array;
  /** UTF-8; bytes that are not become U+FFFD. */
  readonly text: (at: number, length: number) => string;
  /** Where in the file, in words. */
  readonly place: (at: number) => string;
};

const utf8 = new TextDecoder();

/**
 * A checked reader over `bytes`. `part` names them when they are only a part of the file (`data.pkl`);
 * `start` is added to the offsets it reports.
 */
export function byteReader(bytes: Uint8Array, part?: string, start = 0): ByteReader {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const place = (at: number) => `byte ${start + at}${part === undefined ? '' : ` of ${part}`}`;
  const checked = (at: number, length: number) => {
    // Written so that NaN fails too.
    if (!(at >= 0 && length >= 0 && at + length <= bytes.length)) {
      refuse(`cut short: got ${bytes.length} bytes, wanted ${length} more at ${at}`, place(at));
    }
    return at;
  };
  const uint = (at: number, size: number) => {
    checked(at, size);
    let value = 0;
    for (let index = size - 1; index >= 0; index -= 1) value = value * 256 + data.getUint8(at + index);
    if (!Number.isSafeInteger(value)) refuse(`absurd number: got ${value}`, place(at));
    return value;
  };
  const view = (at: number, length: number) => bytes.subarray(checked(at, length), at + length);
  return {
    length: bytes.length,
    u8: (at) => data.getUint8(checked(at, 1)),
    u16: (at) => data.getUint16(checked(at, 2), true),
    u32: (at) => data.getUint32(checked(at, 4), true),
    i32: (at) => data.getInt32(checked(at, 4), true),
    u64: (at) => uint(at, 8),
    uint,
    view,
    text: (at, length) => utf8.decode(view(at, length)),
    place,
  };
}

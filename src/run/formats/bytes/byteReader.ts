import { signs } from '../../errors/unreadable';
import { spend, type Budget, type Cost } from './budget';
import { refuse } from './refusal';

/** Little-endian reads at any byte offset, each charged as a step of work; a read past the end refuses the file. */
export type ByteReader = {
  readonly length: number;
  readonly u8: (at: number) => number;
  readonly u16: (at: number) => number;
  readonly u32: (at: number) => number;
  readonly i32: (at: number) => number;
  /** Unsigned 64-bit; refuses values above 2^53 - 1, which no valid offset or length reaches. */
  readonly u64: (at: number) => number;
  /** Unsigned, 1 to 8 bytes wide. */
  readonly uint: (at: number, size: number) => number;
  /** A view of `length` bytes, not a copy. */
  readonly view: (at: number, length: number) => Uint8Array;
  /** UTF-8; invalid bytes become U+FFFD. Charges the memory of the text. */
  readonly text: (at: number, length: number) => string;
  /** Charges the file's budget for what is at `at`. */
  readonly spend: (cost: Cost, amount: number, at: number) => void;
  /** The offset as error messages show it: `byte 12 of data.pkl`. */
  readonly place: (at: number) => string;
};

const utf8 = new TextDecoder();

/**
 * A bounds-checked reader over `bytes`. When they are only part of the file, `part` names that part (`data.pkl`) and
 * `start` is added to the offsets in error messages.
 */
export function byteReader(bytes: Uint8Array, budget: Budget, part?: string, start = 0): ByteReader {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const place = (at: number) => `byte ${start + at}${part === undefined ? '' : ` of ${part}`}`;
  const charge = (cost: Cost, amount: number, at: number) => spend(budget, cost, amount, () => place(at));
  const checkedOffset = (at: number, length: number) => {
    budget.spent.work += 1;
    if (budget.spent.work > budget.limits.work) charge('work', 0, at);
    // Phrased so that NaN fails too.
    if (!(at >= 0 && length >= 0 && at + length <= bytes.length)) {
      refuse(`${signs.cutShort}: got ${bytes.length} bytes, wanted ${length} more at ${at}`, place(at));
    }
    return at;
  };
  const uint = (at: number, size: number) => {
    if (size > 8) refuse(`absurd number: got ${size} bytes, wanted at most 8`, place(at));
    checkedOffset(at, size);
    let value = 0;
    for (let index = size - 1; index >= 0; index -= 1) value = value * 256 + data.getUint8(at + index);
    if (!Number.isSafeInteger(value)) refuse(`absurd number: got ${value}`, place(at));
    return value;
  };
  const view = (at: number, length: number) => bytes.subarray(checkedOffset(at, length), at + length);
  const text = (at: number, length: number) => {
    const encoded = view(at, length);
    charge('work', length / 8, at);
    // Two bytes for each character, and the object around them.
    charge('memory', 2 * length + 40, at);
    return utf8.decode(encoded);
  };
  return {
    length: bytes.length,
    u8: (at) => data.getUint8(checkedOffset(at, 1)),
    u16: (at) => data.getUint16(checkedOffset(at, 2), true),
    u32: (at) => data.getUint32(checkedOffset(at, 4), true),
    i32: (at) => data.getInt32(checkedOffset(at, 4), true),
    u64: (at) => uint(at, 8),
    uint,
    view,
    text,
    spend: charge,
    place,
  };
}

/** What inflating reports to: `charge` takes steps of work, `damaged` refuses the file. */
export type InflateReport = {
  readonly charge: (steps: number) => void;
  readonly damaged: (reason: string) => never;
};

/** A Huffman code: how many codes there are of each length, and the symbols in the order of their codes. */
type Code = { readonly counts: Uint16Array; readonly symbols: Uint16Array };

type Inflater = InflateReport & {
  readonly packed: Uint8Array;
  at: number;
  bits: number;
  bitCount: number;
  readonly output: Uint8Array;
  /** How many bytes are written; one more than `output` holds when the stream does not stop there. */
  reached: number;
};

// The time to read the codes of a block, in steps: a stream may be nothing but codes.
const blockSteps = 300;
const maxBits = 15;

/**
 * Inflates a raw deflate stream (RFC 1951) into `output`, and returns how many bytes it has; if it has more than
 * `output` holds, it stops at the first byte too many.
 *
 * fflate builds tables of 32,768 entries for every block, so that a stream of empty blocks costs it two thousand times
 * what a stream of weights does. This one builds two short lists for each block, decodes bit by bit as zlib's puff does,
 * and charges every block.
 */
export function inflate(packed: Uint8Array, output: Uint8Array, report: InflateReport): number {
  const inflater: Inflater = { ...report, packed, at: 0, bits: 0, bitCount: 0, output, reached: 0 };
  const own = { lengths: codeOf(288), distances: codeOf(32) };
  for (let isLast = false; !isLast && inflater.reached <= output.length;) {
    isLast = take(inflater, 1) === 1;
    const kind = take(inflater, 2);
    inflater.charge(1);
    if (kind === 0) copyStored(inflater);
    else if (kind === 1) inflateBlock(inflater, fixedLengths, fixedDistances);
    else if (kind === 2) {
      inflater.charge(blockSteps);
      readCodes(inflater, own.lengths, own.distances);
      inflateBlock(inflater, own.lengths, own.distances);
    } else return inflater.damaged('unknown kind of block');
  }
  return inflater.reached;
}

/** The next bits as a number, the first one lowest. */
function take(inflater: Inflater, count: number): number {
  while (inflater.bitCount < count) {
    const byte = inflater.packed[inflater.at];
    if (byte === undefined) return inflater.damaged('its stream is cut short');
    inflater.at += 1;
    inflater.bits |= byte << inflater.bitCount;
    inflater.bitCount += 8;
  }
  const value = inflater.bits & ((1 << count) - 1);
  inflater.bits >>>= count;
  inflater.bitCount -= count;
  return value;
}

function copyStored(inflater: Inflater): void {
  inflater.bits = 0;
  inflater.bitCount = 0;
  const length = take(inflater, 16);
  if (take(inflater, 16) !== (length ^ 0xffff)) inflater.damaged('a stored block of unclear length');
  const stored = inflater.packed.subarray(inflater.at, inflater.at + length);
  if (stored.length < length) inflater.damaged('its stream is cut short');
  inflater.output.set(stored.subarray(0, Math.max(0, inflater.output.length - inflater.reached)), inflater.reached);
  inflater.at += length;
  inflater.reached = Math.min(inflater.reached + length, inflater.output.length + 1);
}

const lengthBases = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
];
const lengthBits = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const distanceBases = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145,
  8193, 12289, 16385, 24577,
];

/** Literals and copies of what came before, up to the end of the block or of the output. */
function inflateBlock(inflater: Inflater, lengths: Code, distances: Code): void {
  const { output } = inflater;
  for (let symbol = decode(inflater, lengths); symbol !== 256; symbol = decode(inflater, lengths)) {
    if (inflater.reached >= output.length) {
      inflater.reached = output.length + 1;
      return;
    }
    if (symbol < 256) {
      output[inflater.reached] = symbol;
      inflater.reached += 1;
      continue;
    }
    const base = lengthBases[symbol - 257] ?? inflater.damaged('unknown length');
    const length = base + take(inflater, lengthBits[symbol - 257] ?? 0);
    const coded = decode(inflater, distances);
    const near = distanceBases[coded] ?? inflater.damaged('unknown distance');
    const distance = near + take(inflater, Math.max(0, (coded >> 1) - 1));
    if (distance > inflater.reached) inflater.damaged('a copy from before its start');
    const end = Math.min(inflater.reached + length, output.length);
    // Byte by byte, since a copy may overlap what it writes.
    for (let at = inflater.reached; at < end; at += 1) output[at] = output[at - distance] ?? 0;
    inflater.reached = inflater.reached + length > output.length ? output.length + 1 : end;
    if (inflater.reached > output.length) return;
  }
}

function decode(inflater: Inflater, { counts, symbols }: Code): number {
  let [code, first, index] = [0, 0, 0];
  for (let length = 1; length <= maxBits; length += 1) {
    code |= take(inflater, 1);
    const count = counts[length] ?? 0;
    if (code - count < first) return symbols[index + code - first] ?? 0;
    index += count;
    first = (first + count) << 1;
    code <<= 1;
  }
  return inflater.damaged('a code that stands for nothing');
}

function codeOf(symbolCount: number): Code {
  return { counts: new Uint16Array(maxBits + 1), symbols: new Uint16Array(symbolCount) };
}

/** Sets a code by the length of each symbol's code, and returns how much of it is unused: below 0 if it is impossible. */
function setCode({ counts, symbols }: Code, lengths: Uint8Array): number {
  counts.fill(0);
  for (let symbol = 0; symbol < lengths.length; symbol += 1) {
    const length = lengths[symbol] ?? 0;
    counts[length] = (counts[length] ?? 0) + 1;
  }
  let left = 1;
  const next = [0, 0];
  for (let length = 1; length <= maxBits; length += 1) {
    left = 2 * left - (counts[length] ?? 0);
    if (left < 0) return left;
    next.push((next[length] ?? 0) + (counts[length] ?? 0));
  }
  for (let symbol = 0; symbol < lengths.length; symbol += 1) {
    const length = lengths[symbol] ?? 0;
    if (length === 0) continue;
    symbols[next[length] ?? 0] = symbol;
    next[length] = (next[length] ?? 0) + 1;
  }
  return left;
}

const fixedLengths = codeOf(288);
const fixedDistances = codeOf(32);
setCode(
  fixedLengths,
  Uint8Array.from({ length: 288 }, (_, symbol) => (symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8)),
);
setCode(fixedDistances, new Uint8Array(30).fill(5));

const lengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** The codes at the start of a block, which are coded themselves (RFC 1951, 3.2.7). */
function readCodes(inflater: Inflater, lengths: Code, distances: Code): void {
  const [lengthCount, distanceCount] = [take(inflater, 5) + 257, take(inflater, 5) + 1];
  const all = new Uint8Array(lengthCount + distanceCount);
  const codeLengths = new Uint8Array(19);
  const listed = take(inflater, 4) + 4;
  for (const symbol of lengthOrder.slice(0, listed)) codeLengths[symbol] = take(inflater, 3);
  // `lengths` is free until it is known itself.
  if (setCode(lengths, codeLengths) !== 0) inflater.damaged('impossible codes');
  for (let at = 0; at < all.length;) {
    const symbol = decode(inflater, lengths);
    if (symbol === 16 && at === 0) inflater.damaged('impossible codes');
    const value = symbol < 16 ? symbol : symbol === 16 ? (all[at - 1] ?? 0) : 0;
    const repeats = symbol < 16 ? 1 : symbol === 18 ? 11 + take(inflater, 7) : 3 + take(inflater, symbol - 14);
    if (at + repeats > all.length) inflater.damaged('impossible codes');
    all.fill(value, at, at + repeats);
    at += repeats;
  }
  const isWhole = (code: Code, part: Uint8Array) => {
    const left = setCode(code, part);
    // A code of one symbol may leave half of its rows unused.
    return left === 0 || (left > 0 && part.length - (code.counts[0] ?? 0) <= (code.counts[1] ?? 0));
  };
  const isEnding = all[256] !== 0;
  if (!isEnding || !isWhole(lengths, all.subarray(0, lengthCount)) || !isWhole(distances, all.subarray(lengthCount))) {
    inflater.damaged('impossible codes');
  }
}

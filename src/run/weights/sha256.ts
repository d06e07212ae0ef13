/**
 * The SHA-256 digest (FIPS 180-4) as hexadecimal text. Web Crypto copies all bytes before it begins; this reads them where
 * they lie, at about a third of its speed.
 */
export function sha256InPlace(bytes: Uint8Array): string {
  const state = Uint32Array.from(initial);
  const words = new Int32Array(64);
  const whole = bytes.length - (bytes.length % 64);
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = 0; at < whole; at += 64) addBlock(state, words, data, at);
  const last = lastBlocks(bytes.subarray(whole), bytes.length);
  for (let at = 0; at < last.byteLength; at += 64) addBlock(state, words, last, at);
  return [...state].map((word) => word.toString(16).padStart(8, '0')).join('');
}

/** What is left of the bytes, a one, zeros up to a multiple of 64 bytes, and the length in bits. */
function lastBlocks(rest: Uint8Array, length: number): DataView {
  const bytes = new Uint8Array(rest.length < 56 ? 64 : 128);
  bytes.set(rest);
  bytes[rest.length] = 0x80;
  const data = new DataView(bytes.buffer);
  data.setBigUint64(bytes.length - 8, BigInt(length) * 8n);
  return data;
}

/** The first 32 bits of the fraction of a root. */
function fractionOf(root: number): number {
  return Math.floor((root % 1) * 2 ** 32);
}

const primes = Array.from({ length: 312 }, (_, number) => number).filter(
  (number) => number > 1 && Array.from({ length: number - 2 }, (_, less) => less + 2).every((less) => number % less),
);
const initial = primes.slice(0, 8).map((prime) => fractionOf(Math.sqrt(prime)));
const constants = Int32Array.from(primes, (prime) => fractionOf(Math.cbrt(prime)));

function addBlock(state: Uint32Array, words: Int32Array, data: DataView, at: number): void {
  for (let index = 0; index < 16; index += 1) words[index] = data.getInt32(at + 4 * index);
  for (let index = 16; index < 64; index += 1) {
    const [early, late] = [words[index - 15] ?? 0, words[index - 2] ?? 0];
    const first = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3);
    const second = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10);
    words[index] = (words[index - 16] ?? 0) + first + (words[index - 7] ?? 0) + second;
  }
  // Destructuring and loops over the eight would take most of the time.
  let [a, b, c, d] = [state[0] ?? 0, state[1] ?? 0, state[2] ?? 0, state[3] ?? 0];
  let [e, f, g, h] = [state[4] ?? 0, state[5] ?? 0, state[6] ?? 0, state[7] ?? 0];
  for (let index = 0; index < 64; index += 1) {
    const choice = (e & f) ^ (~e & g);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const mixed = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
    const next = (h + mixed + choice + (constants[index] ?? 0) + (words[index] ?? 0)) | 0;
    const other = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + majority) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + next) | 0;
    d = c;
    c = b;
    b = a;
    a = (next + other) | 0;
  }
  state[0] = (state[0] ?? 0) + a;
  state[1] = (state[1] ?? 0) + b;
  state[2] = (state[2] ?? 0) + c;
  state[3] = (state[3] ?? 0) + d;
  state[4] = (state[4] ?? 0) + e;
  state[5] = (state[5] ?? 0) + f;
  state[6] = (state[6] ?? 0) + g;
  state[7] = (state[7] ?? 0) + h;
}

function turned(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits));
}

import { deflateRawSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Result } from '../../../nets/result';
import { readingBudget } from './budget';
import { readSafely } from './refusal';
import { inflate } from './inflate';
import { zipEntries } from './zip';

const text = (value: string) => new TextEncoder().encode(value);
// Incompressible bytes: the upper bits of a linear congruential generator.
let state = 1;
const noise = Uint8Array.from({ length: 5000 }, () => {
  state = (Math.imul(state, 1664525) + 1013904223) | 0;
  return state >>> 24;
});

const entriesOf = (bytes: Uint8Array) => zipEntries(bytes, readingBudget(bytes.length));

function read(bytes: Uint8Array, name: string) {
  return readSafely('zip', () => entriesOf(bytes).get(name)?.read());
}

function reasonOf(result: Result<unknown>): string {
  return result.ok ? 'was read' : result.error;
}

/** A copy with a little-endian number written at byte `at`, from the end if negative. */
function withNumber(bytes: Uint8Array, at: number, value: number, size: 2 | 4): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  const position = at < 0 ? copy.length + at : at;
  if (size === 2) view.setUint16(position, value, true);
  else view.setUint32(position, value, true);
  return copy;
}

describe('a zip archive', () => {
  it('returns stored entries as views of itself', () => {
    const bytes = zipSync({ 'a/data.pkl': noise, 'a/version': text('3\n') }, { level: 0 });
    const content = entriesOf(bytes).get('a/data.pkl')?.read();
    expect(content).toEqual(noise);
    expect(content?.buffer).toBe(bytes.buffer);
    expect([...entriesOf(bytes).keys()]).toEqual(['a/data.pkl', 'a/version']);
  });

  it('inflates compressed entries', () => {
    const words = text('weights '.repeat(40));
    const bytes = zipSync({ words, noise }, { level: 9 });
    expect(read(bytes, 'words')).toEqual({ ok: true, value: words });
    expect(read(bytes, 'noise')).toEqual({ ok: true, value: noise });
  });

  it.each([0, 1, 6, 9])('inflates what zlib deflates at level %i, with and without codes of its own', (level) => {
    const words = text(Array.from({ length: 9000 }, (_, index) => String(index * index)).join());
    const contents = [new Uint8Array(0), text('a'), new Uint8Array(70_000), noise, words];
    for (const [content, strategy] of contents.flatMap((content) =>
      [0, 1, 2, 3, 4].map((s) => [content, s] as const),
    )) {
      const output = new Uint8Array(content.length);
      const report = { charge: () => undefined, damaged: (reason: string) => expect.unreachable(reason) };
      expect(inflate(deflateRawSync(content, { level, strategy }), output, report)).toBe(content.length);
      expect(Buffer.compare(output, content)).toBe(0);
    }
  });

  it('finds its directory before a trailing comment', () => {
    const bytes = zipSync({ noise }, { level: 0 });
    const commented = new Uint8Array(bytes.length + 300).fill(0x20);
    commented.set(withNumber(bytes, -2, 300, 2));
    expect(read(commented, 'noise')).toEqual({ ok: true, value: noise });
  });

  it('reads 64-bit sizes', () => {
    expect(read(zip64(noise), 'a')).toEqual({ ok: true, value: noise });
  });
});

/** One stored entry called `a`, with all sizes and the directory's offset in Zip64 form. */
function zip64(content: Uint8Array): Uint8Array {
  const [local, directory, end64, locator, end] = [31 + content.length, 47 + 28, 56, 20, 22];
  const bytes = new Uint8Array(local + directory + end64 + locator + end);
  const view = new DataView(bytes.buffer);
  const numbers = (at: number, values: readonly (readonly [number, 2 | 4 | 8])[]) => {
    for (const [value, size] of values) {
      if (size === 8) view.setBigUint64(at, BigInt(value), true);
      else if (size === 4) view.setUint32(at, value, true);
      else view.setUint16(at, value, true);
      at += size;
    }
  };
  view.setUint32(0, 0x04034b50, true);
  view.setUint16(26, 1, true);
  bytes[30] = 0x61;
  bytes.set(content, 31);
  view.setUint32(local, 0x02014b50, true);
  numbers(local + 20, [
    [0xffffffff, 4],
    [0xffffffff, 4],
    [1, 2],
    [28, 2],
  ]);
  view.setUint32(local + 42, 0xffffffff, true);
  bytes[local + 46] = 0x61;
  numbers(local + 47, [
    [1, 2],
    [24, 2],
    [content.length, 8],
    [content.length, 8],
    [0, 8],
  ]);
  const end64At = local + directory;
  numbers(end64At, [[0x06064b50, 4]]);
  numbers(end64At + 32, [
    [1, 8],
    [directory, 8],
    [local, 8],
  ]);
  numbers(end64At + end64, [
    [0x07064b50, 4],
    [0, 4],
    [end64At, 8],
    [1, 4],
  ]);
  numbers(end64At + end64 + locator, [
    [0x06054b50, 4],
    [0, 4],
    [0xffff, 2],
    [0xffff, 2],
    [0xffffffff, 4],
    [0xffffffff, 4],
  ]);
  return bytes;
}

describe('a bad zip archive', () => {
  const stored = zipSync({ noise }, { level: 0 });
  const packed = zipSync({ words: text('weights '.repeat(40)), noise }, { level: 9 });
  const directory = (bytes: Uint8Array) => new DataView(bytes.buffer).getUint32(bytes.length - 6, true);
  it.each([
    ['cut short', stored.subarray(0, 3000), 'noise', 'zip directory is missing: the file is cut short'],
    ['of a few bytes', stored.subarray(0, 4), 'noise', 'zip directory is missing'],
    ['with an absurd number of entries', withNumber(stored, -12, 65535, 2), 'noise', 'zip entry 1 is damaged'],
    ['with its directory beyond the end', withNumber(stored, -6, 0xfffffff0, 4), 'noise', 'cut short'],
    ['with an entry beyond the end', withNumber(stored, directory(stored) + 42, 0xfffffff0, 4), 'noise', 'cut short'],
    ['with an entry without a local header', withNumber(stored, 0, 0, 4), 'noise', 'has no local header'],
    ['with an entry larger than the file', withNumber(stored, directory(stored) + 20, 9e6, 4), 'noise', 'cut short'],
    [
      'with two different sizes for one entry',
      withNumber(stored, directory(stored) + 24, 10, 4),
      'noise',
      'stored sizes differ',
    ],
    [
      'without the 64-bit sizes',
      withNumber(stored, directory(stored) + 24, 2 ** 32 - 1, 4),
      'noise',
      'lacks its 64-bit sizes',
    ],
    ['that is encrypted', withNumber(stored, directory(stored) + 8, 1, 2), 'noise', 'is encrypted'],
    [
      'compressed by another method',
      withNumber(packed, directory(packed) + 10, 12, 2),
      'words',
      'unknown compression (got method 12)',
    ],
    [
      'that inflates to more',
      withNumber(packed, directory(packed) + 24, 100, 4),
      'words',
      'got more, wanted 100 bytes',
    ],
    ['that inflates to less', withNumber(packed, directory(packed) + 24, 400, 4), 'words', 'got 320 bytes, wanted 400'],
    ['whose compressed bytes are damaged', withNumber(packed, 36, 0xffff, 2), 'words', 'zip entry words is damaged'],
  ])('is refused: %s', (_, bytes, name, reason) => {
    const result = read(bytes, name);
    expect(reasonOf(result)).toContain(reason);
    expect(reasonOf(result)).toMatch(/\(byte \d+\)$/);
  });

  it('is refused when it contains a name twice', () => {
    const two = zipSync({ a: noise, b: noise }, { level: 0 });
    const named = two.map((byte, index) => (byte === 0x62 && index > directory(two) ? 0x61 : byte));
    expect(reasonOf(read(named, 'a'))).toContain('zip entry a is there twice');
  });

  it('is refused as a bomb before anything is inflated', () => {
    const bomb = zipSync({ zeros: new Uint8Array(10e6) }, { level: 9 });
    expect(bomb.length).toBeLessThan(20e3);
    expect(reasonOf(read(bomb, 'zeros'))).toContain('more than twice the whole file');
  });

  it('is refused as a bomb that lies about its size', () => {
    const bomb = zipSync({ zeros: new Uint8Array(10e6) }, { level: 9 });
    const lying = withNumber(bomb, directory(bomb) + 24, 1000, 4);
    expect(reasonOf(read(lying, 'zeros'))).toContain('got more, wanted 1000');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { floatOfHalf, halfOf } from '../bytes/half';
import { parseSafetensors, writeSafetensors } from './safetensors';

/** A file with this header (a string verbatim, anything else as JSON) and this much data. */
function fileOf(header: unknown, dataBytes: number | Uint8Array = 0): Uint8Array {
  const json = new TextEncoder().encode(typeof header === 'string' ? header : JSON.stringify(header));
  const data = typeof dataBytes === 'number' ? new Uint8Array(dataBytes) : dataBytes;
  const bytes = new Uint8Array(8 + json.length + data.length);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(json.length), true);
  bytes.set(json, 8);
  bytes.set(data, 8 + json.length);
  return bytes;
}

function tensorsOf(bytes: Uint8Array) {
  const file = parseSafetensors(bytes);
  if (!file.ok) throw new Error(file.error);
  return file.value.tensors.map(({ name, shape, data }) => ({ name, shape, data: [...data] }));
}

const some = fc.uniqueArray(
  fc.record({
    name: fc.string({ minLength: 1 }).filter((name) => name !== '__metadata__' && name !== '__proto__'),
    data: fc.float32Array({ maxLength: 12, noNaN: true }),
  }),
  { selector: ({ name }) => name, maxLength: 5 },
);

describe('safetensors, written and read', () => {
  it('returns float32 tensors exactly, in their order', () => {
    fc.assert(
      fc.property(some, (tensors) => {
        const written = tensors.map(({ name, data }) => ({ name, data, shape: [data.length, 1] }));
        const read = tensorsOf(writeSafetensors(written, { dtype: 'F32' }));
        const full = written.filter(({ data }) => data.length > 0);
        expect(read.filter(({ data }) => data.length > 0)).toEqual(
          full.map((one) => ({ ...one, data: [...one.data] })),
        );
        expect(read).toHaveLength(written.length);
      }),
    );
  });

  it('rounds float16 tensors to the nearest half', () => {
    const data = Float32Array.of(0.1, -65504, 1e-7, 3);
    const [read] = tensorsOf(writeSafetensors([{ name: 'a', shape: [2, 2], data }], { dtype: 'F16' }));
    expect(read).toEqual({ name: 'a', shape: [2, 2], data: [...data].map((value) => floatOfHalf(halfOf(value))) });
  });

  it('rounds weights to 8 bits by no more than half of what one of them is worth, and the rest to halves', () => {
    fc.assert(
      fc.property(
        fc.array(fc.float({ min: -100, max: 100, noNaN: true }), { minLength: 12, maxLength: 12 }),
        (values) => {
          const data = Float32Array.from(values);
          const bias = { name: 'bias', shape: [3], data: Float32Array.of(0.5, -2, 3) };
          const [read, ...others] = tensorsOf(
            writeSafetensors([{ name: 'a', shape: [3, 4], data }, bias], { dtype: 'I8' }),
          ).toSorted((a, b) => a.name.localeCompare(b.name));
          expect(read).toMatchObject({ name: 'a', shape: [3, 4] });
          expect(others).toEqual([{ ...bias, data: [...bias.data] }]);
          read?.data.forEach((value, index) => {
            const channel = data.subarray(4 * Math.floor(index / 4)).subarray(0, 4);
            const worth = Math.max(...channel.map(Math.abs)) / 127;
            expect(Math.abs(value - (data[index] ?? NaN))).toBeLessThanOrEqual((worth / 2) * 1.0001 + 1e-40);
          });
        },
      ),
    );
  });

  it('keeps beside weights of 8 bits what float16 cannot hold', () => {
    const weights = { name: 'w', shape: [1, 2], data: Float32Array.of(127, -254_000) };
    const variance = { name: 'variance', shape: [1], data: Float32Array.of(1e6) };
    const read = tensorsOf(writeSafetensors([weights, variance], { dtype: 'I8' }));
    expect(read).toContainEqual({ name: 'w', shape: [1, 2], data: [0, -254_000] });
    expect(read).toContainEqual({ name: 'variance', shape: [1], data: [1e6] });
  });

  it('writes the bytes that the format prescribes, with the values at a multiple of 8', () => {
    const bytes = writeSafetensors([{ name: 'a', shape: [2], data: Float32Array.of(1, -2) }], { dtype: 'F16' });
    expect(new DataView(bytes.buffer).getBigUint64(0, true)).toBe(56n);
    expect(new TextDecoder().decode(bytes.subarray(8, 64))).toBe(
      '{"a":{"dtype":"F16","shape":[2],"data_offsets":[0,4]}}  ',
    );
    expect([...bytes.subarray(64)]).toEqual([0x00, 0x3c, 0x00, 0xc0]);
  });
});

describe('safetensors from other writers', () => {
  const types: readonly (readonly [string, number[], number[]])[] = [
    ['F64', [0, 0, 0, 0, 0, 0, 0xf8, 0xbf], [-1.5]],
    ['F32', [0, 0, 0xc0, 0xbf], [-1.5]],
    ['F16', [0, 0xbe], [-1.5]],
    ['BF16', [0xc0, 0xbf], [-1.5]],
    ['I64', [0xfe, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff], [-2]],
    ['U64', [0, 0, 0, 0, 1, 0, 0, 0], [2 ** 32]],
    ['I32', [0xfe, 0xff, 0xff, 0xff], [-2]],
    ['U32', [0, 0, 0, 0x80], [2 ** 31]],
    ['I16', [0xfe, 0xff], [-2]],
    ['U16', [0xfe, 0xff], [65534]],
    ['I8', [0xfe], [-2]],
    ['U8', [0xfe], [254]],
    ['BOOL', [0, 1, 7], [0, 1, 1]],
  ];
  it.each(types)('reads %s', (dtype, bytes, values) => {
    const header = { a: { dtype, shape: [values.length], data_offsets: [0, bytes.length] } };
    expect(tensorsOf(fileOf(header, Uint8Array.from(bytes)))).toEqual([
      { name: 'a', shape: [values.length], data: values },
    ]);
  });

  it('orders tensors by their offsets and returns the metadata', () => {
    const header = {
      __metadata__: { format: 'pt' },
      second: { dtype: 'U8', shape: [], data_offsets: [2, 3] },
      first: { dtype: 'U8', shape: [2], data_offsets: [0, 2] },
    };
    const file = parseSafetensors(fileOf(header, Uint8Array.of(1, 2, 3)));
    expect(file).toMatchObject({ ok: true, value: { metadata: { format: 'pt' } } });
    expect(tensorsOf(fileOf(header, 3)).map(({ name }) => name)).toEqual(['first', 'second']);
  });
});

describe('bad safetensors', () => {
  const a = (entry: object) => ({ a: { dtype: 'F32', shape: [2], data_offsets: [0, 8], ...entry } });
  it.each([
    ['no bytes', new Uint8Array(), 'cut short: got 0 bytes, wanted 8 more at 0 (byte 0)'],
    ['a header longer than the file', fileOf(a({})).subarray(0, 20), /^safetensors: cut short/],
    ['an absurd header length', Uint8Array.of(0, 0, 0, 0, 1, 0, 0, 0, 0x7b), /header too long \(got 4294967296 bytes/],
    ['a header length beyond 2^53', new Uint8Array(8).fill(0xff), /absurd number.*\(byte 0\)/],
    ['a header that is not JSON', fileOf('{"a":'), 'not JSON (got its end) (byte 13)'],
    ['a name that is there twice', fileOf('{"a":{},"\\u0061":{}}'), 'a is there twice (byte 16)'],
    [
      'a header nested without end',
      fileOf('{"a":' + '['.repeat(1e6)),
      'nested too deep (wanted at most 32 levels) (byte 45)',
    ],
    ['a number that JSON has not', fileOf('{"a":01}'), 'not JSON (got 0) (byte 13)'],
    ['a comma before the end', fileOf('{"a":[1,]}'), 'not JSON (got ]) (byte 16)'],
    ['an escape that JSON has not', fileOf('{"\\x":1}'), 'a damaged text in the JSON (byte 9)'],
    ['a second value', fileOf('{} {}'), 'not JSON (got {) (byte 11)'],
    ['a header that is a list', fileOf([]), 'header is not a JSON object (byte 8)'],
    ['an entry that is not an object', fileOf({ a: 3 }), 'a is not a JSON object (byte 8)'],
    ['an unknown type', fileOf(a({ dtype: 'F4' }), 8), 'a: unknown dtype (got F4) (byte 8)'],
    ['a type that is a list', fileOf(a({ dtype: ['F32'] }), 8), 'a: unknown dtype (got object) (byte 8)'],
    ['a type called like a method', fileOf(a({ dtype: 'toString' }), 8), 'a: unknown dtype (got toString) (byte 8)'],
    ['a negative size', fileOf(a({ shape: [-2] }), 8), 'a: shape is not a list of counts (got -2) (byte 8)'],
    ['a fractional size', fileOf(a({ shape: [1.5] }), 8), 'a: shape is not a list of counts (got 1.5) (byte 8)'],
    ['an absurd shape', fileOf(a({ shape: [2 ** 52, 2 ** 52] }), 8), /absurd shape/],
    ['three offsets', fileOf(a({ data_offsets: [0, 8, 9] }), 8), 'a: data_offsets is not a pair (byte 8)'],
    ['offsets beyond the end', fileOf(a({}), 7), /cut short: got \d+ bytes, wanted 8 more/],
    ['a wrong size', fileOf(a({ shape: [3] }), 8), /a: F32 \[3\] does not fit \(got 8 bytes, wanted 12\)/],
    ['a gap', fileOf(a({ data_offsets: [1, 9] }), 9), /a: a gap or an overlap \(starts at 1, wanted 0\)/],
    [
      'an overlap',
      fileOf({ ...a({}), b: { dtype: 'U8', shape: [1], data_offsets: [7, 8] } }, 8),
      /b: a gap or an overlap/,
    ],
    ['an end before its start', fileOf(a({ data_offsets: [0, 0] }), 8), /does not fit/],
    ['bytes after the last tensor', fileOf(a({}), 9), /bytes after the last tensor/],
    ['metadata that is not a string', fileOf({ __metadata__: { a: 1 } }), '__metadata__.a is not a string (byte 8)'],
  ])('is refused: %s', (_, bytes, reason) => {
    const file = parseSafetensors(bytes, 'weights.safetensors');
    if (file.ok) throw new Error('was read');
    if (typeof reason === 'string') expect(file.error).toBe(`weights.safetensors: ${reason}`);
    else expect(file.error.replace('weights.', '')).toMatch(reason);
  });
});

describe('weights of 8 bits', () => {
  const file = (more: Readonly<Record<string, unknown>>, data: readonly number[]) =>
    fileOf({ w: { dtype: 'I8', shape: [2, 3], data_offsets: [0, 6] }, ...more }, Uint8Array.from(data));
  const whole = [1, 2, 256 - 3, 4, 5, 256 - 6];
  const half = (offset: number, count: number) => ({
    dtype: 'F16',
    shape: count === 1 ? [] : [count, 1],
    data_offsets: [offset, offset + 2 * count],
  });

  it('are worth what their channel’s scale says, from where its zero point is', () => {
    // Halves of 0.5 and 2.
    const scales = [0x00, 0x38, 0x00, 0x40];
    expect(tensorsOf(file({ w_scale: half(6, 2) }, [...whole, ...scales]))).toEqual([
      { name: 'w', shape: [2, 3], data: [0.5, 1, -1.5, 8, 10, -12] },
    ]);
    const one = { ...{ w_scale: half(6, 1) }, w_zero_point: { dtype: 'I8', shape: [1], data_offsets: [8, 9] } };
    expect(tensorsOf(file(one, [...whole, 0x00, 0x38, 2]))).toEqual([
      { name: 'w', shape: [2, 3], data: [-0.5, 0, -2.5, 1, 1.5, -4] },
    ]);
  });

  it('stay whole numbers without a scale, and are refused with one of another shape', () => {
    expect(tensorsOf(file({}, whole))).toEqual([{ name: 'w', shape: [2, 3], data: [1, 2, -3, 4, 5, -6] }]);
    const three = parseSafetensors(file({ w_scale: half(6, 3) }, [...whole, 0, 0, 0, 0, 0, 0]));
    expect(three.ok ? '' : three.error).toMatch(/w_scale: does not fit \(got \[3, 1\], wanted 2 values/);
  });
});

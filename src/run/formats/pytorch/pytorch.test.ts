import { existsSync, readFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import * as p from './fixtures/pickles';
import { parsePytorch } from './pytorch';

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url));
const trained = new URL('../../../../shared/weights/shufflenet_v2_x1_0-everyday64.pth', import.meta.url);

function tensorsOf(bytes: Uint8Array) {
  const file = parsePytorch(bytes);
  if (!file.ok) throw new Error(file.error);
  return file.value.tensors;
}

function errorOf(bytes: Uint8Array): string {
  const file = parsePytorch(bytes, 'checkpoint.pth');
  return file.ok ? 'was read' : file.error;
}

/** A checkpoint with these opcodes as its pickle, and storages by key. */
function checkpoint(opcodes: number[], storages: Readonly<Record<string, Uint8Array>> = {}, extra = {}): Uint8Array {
  const data = Object.entries(storages).map(([key, bytes]) => [`archive/data/${key}`, bytes] as const);
  return zipSync({ 'archive/data.pkl': p.pickleOf(opcodes), ...Object.fromEntries(data), ...extra }, { level: 0 });
}

const floats = (...values: number[]) => new Uint8Array(Float32Array.from(values).buffer);
const one = p.tensor(p.storage('0', 1), [1], [1]);

describe.each(['state-dict.pth', 'state-dict-legacy.pth'])('%s, written by PyTorch', (name) => {
  it('returns every tensor with the values it had in PyTorch, without the prefix of DataParallel', () => {
    expect(tensorsOf(fixture(name)).map((tensor) => [tensor.name, tensor.shape, [...tensor.data]])).toEqual([
      ['transposed', [4, 2, 3], [0, 4, 8, 12, 16, 20, 1, 5, 9, 13, 17, 21, 2, 6, 10, 14, 18, 22, 3, 7, 11, 15, 19, 23]],
      ['sliced', [2, 2, 2], [4, 6, 8, 10, 16, 18, 20, 22]],
      ['expanded', [2, 2], [7, 7, 7, 7]],
      ['half', [3], [1.5, -0.25, 65504]],
      ['bfloat16', [2], [1, -3.140625]],
      ['double', [1], [Math.fround(0.1)]],
      ['int64', [1, 2], [-1, 2 ** 40]],
      ['uint8', [2], [0, 255]],
      ['bool', [2], [1, 0]],
      ['parameter', [2], [1, 2]],
      ['tied', [2], [1, 2]],
      ['num_batches_tracked', [], [5]],
      ['empty', [0, 3], []],
    ]);
  });

  it('is read at any alignment in memory', () => {
    const bytes = fixture(name);
    const shifted = new Uint8Array(bytes.length + 3).subarray(3);
    shifted.set(bytes);
    const values = (file: Uint8Array) => tensorsOf(file).map(({ data }) => [...data]);
    expect(values(shifted)).toEqual(values(bytes));
  });
});

describe.skipIf(!existsSync(trained))('the ShuffleNet V2 trained on 64 classes', () => {
  it('returns the tensors of torchvision in their order', () => {
    const tensors = tensorsOf(readFileSync(trained));
    expect(tensors).toHaveLength(338);
    expect(tensors[0]).toMatchObject({ name: 'conv1.0.weight', shape: [24, 3, 3, 3] });
    expect(tensors.at(-1)).toMatchObject({ name: 'fc.bias', shape: [64] });
    // The variances of batch norm are positive; a tensor read at a wrong offset would show here.
    const variances = tensors.filter(({ name }) => name.endsWith('running_var'));
    expect(variances).toHaveLength(56);
    expect(variances.every(({ data }) => data.every((value) => value > 0 && value < 1e3))).toBe(true);
  });

  it('returns float32 without copying, except for filters stored channels last', () => {
    const bytes = new Uint8Array(readFileSync(trained));
    const [filter, scale] = tensorsOf(bytes);
    expect(scale?.data.buffer === bytes.buffer).toBe(true);
    expect(filter?.data.buffer === bytes.buffer).toBe(false);
  });
});

describe('a state dict inside a checkpoint', () => {
  const storages = { 0: floats(3) };
  it.each([
    ['alone', p.dictOf({ a: one })],
    ['under state_dict', p.dictOf({ epoch: p.int(3), state_dict: p.dictOf({ a: one }) })],
    ['under model, beside the optimizer', p.dictOf({ optimizer: p.dictOf({ b: one }), model: p.dictOf({ a: one }) })],
    ['two wrappers deep', p.dictOf({ model: p.dictOf({ state_dict: p.dictOf({ a: one }) }) })],
    ['under another name', p.dictOf({ version: p.int(1), generator: p.dictOf({ a: one }) })],
    ['beside a tensor that is not a weight', p.dictOf({ accuracy: one, state_dict: p.dictOf({ a: one }) })],
    ['from torch.compile and DataParallel', p.dictOf({ '_orig_mod.module.a': one })],
    ['with values that are not tensors', p.dictOf({ a: one, classes: p.int(64), note: p.none })],
  ])('is found: %s', (_, opcodes) => {
    expect(tensorsOf(checkpoint(opcodes, storages)).map(({ name, data }) => [name, ...data])).toEqual([['a', 3]]);
  });

  it('keeps a prefix unless all names have it', () => {
    const names = tensorsOf(checkpoint(p.dictOf({ 'module.a': one, b: one }), storages)).map(({ name }) => name);
    expect(names).toEqual(['module.a', 'b']);
  });

  it.each([
    ['no dict', p.int(3), 'no state dict in this checkpoint (got no dict)'],
    ['an empty dict', p.emptyDict, 'no state dict in this checkpoint (got an empty dict)'],
    ['settings only', p.dictOf({ epoch: p.int(1), lr: p.int(2) }), 'no state dict in this checkpoint (got epoch, lr)'],
    [
      'a dict that contains itself',
      [...p.emptyDict, ...p.put(0), ...p.unicode('a'), ...p.get(0), ...p.setItem],
      'no state dict',
    ],
  ])('is not found: %s', (_, opcodes, reason) => {
    expect(errorOf(checkpoint(opcodes))).toContain(`checkpoint.pth: ${reason}`);
  });
});

describe('a bad checkpoint', () => {
  it('is refused with the name of a function that runs programs', () => {
    const opcodes = [...p.global('os', 'system'), ...p.tupleOf(p.unicode('ls')), ...p.reduce];
    expect(errorOf(checkpoint(opcodes))).toBe(
      'checkpoint.pth: pickle calls os.system, which runs code in Python: do not load this file there (nothing of it ran) (byte 22 of data.pkl)',
    );
  });

  it.each([
    ['no pickle', Uint8Array.of(1, 2, 3, 4), 'pickle uses opcode 0x1'],
    ['a zip of something else', zipSync({ 'word/document.xml': floats(1) }), 'zip without data.pkl'],
    [
      'from a big-endian machine',
      checkpoint(p.dictOf({ a: one }), { 0: floats(1) }, { 'archive/byteorder': new TextEncoder().encode('big') }),
      'big-endian',
    ],
    ['without a storage', checkpoint(p.dictOf({ a: one })), 'storage 0 is missing'],
    [
      'with a short storage',
      checkpoint(p.dictOf({ a: one }), { 0: new Uint8Array(3) }),
      'storage cut short (got 3 bytes, wanted 4)',
    ],
    [
      'that expands one value to gigabytes',
      checkpoint(p.dictOf({ a: p.tensor(p.storage('0', 1), [30000, 30000], [0, 0]) }), { 0: floats(1) }),
      'tensors of more bytes than the file could hold',
    ],
    [
      'that reads one storage again and again',
      checkpoint(
        p.dictOf(
          Object.fromEntries(
            Array.from({ length: 300 }, (_, index) => [`t${index}`, p.tensor(p.storage('0', 1000), [1000], [1])]),
          ),
        ),
        { 0: new Uint8Array(4000) },
      ),
      'tensors of more bytes',
    ],
  ])('is refused: %s', (_, bytes, reason) => {
    expect(errorOf(bytes)).toContain(reason);
  });

  it.each([
    ['in its magic number', 5, /cut short.*byte \d+/],
    ['in its pickle', 300, /byte \d+/],
    ['in its storages', -3, /cut short.*byte \d+/],
  ])('is refused when it has the legacy format and is cut short %s', (_, length, reason) => {
    expect(errorOf(fixture('state-dict-legacy.pth').subarray(0, length))).toMatch(reason);
  });

  it('is refused when a storage in the legacy format changes its size', () => {
    const bytes = new Uint8Array(fixture('state-dict-legacy.pth'));
    // The count before the last storage in the file, which has 24 float32 values.
    bytes[bytes.length - 24 * 4 - 8] = 23;
    expect(errorOf(bytes)).toMatch(/storage \d+ of another size \(got 23, wanted 24\)/);
  });
});

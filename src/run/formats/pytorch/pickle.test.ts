import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readingBudget } from '../bytes/budget';
import * as p from './fixtures/pickles';
import { unpickle } from './pickle';
import { readSafely } from '../bytes/refusal';
import { torchEnvironment } from './torchEnvironment';

function read(bytes: Uint8Array) {
  const budget = readingBudget(bytes.length);
  const environment = torchEnvironment(budget, () => undefined);
  return readSafely('pickle', () => unpickle(bytes, environment, { budget }).value);
}

function valueOf(...opcodes: readonly number[][]) {
  const result = read(p.pickleOf(...opcodes));
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

const text = (value: string) => [...new TextEncoder().encode(value)];

describe('a pickle of data', () => {
  it.each([
    ['None', [0x4e], null],
    ['True', [0x88], true],
    ['False', [0x89], false],
    ['a byte', [0x4b, 200], 200],
    ['two bytes', [0x4d, 0x01, 0x02], 513],
    ['a negative integer', [0x4a, 0xfe, 0xff, 0xff, 0xff], -2],
    ['a long', [0x8a, 5, 0, 0, 0, 0, 1], 2 ** 32],
    ['a negative long', [0x8a, 1, 0xff], -1],
    ['a long of no bytes, which is 0', [0x8a, 0], 0],
    ['a long with a long length', [0x8b, 2, 0, 0, 0, 0, 1], 256],
    ['a float', [0x47, 0x3f, 0xf8, 0, 0, 0, 0, 0, 0], 1.5],
    ['a short text', [0x8c, 2, ...text('é')], 'é'],
    ['a text from Python 2', [0x55, 2, ...text('ab')], 'ab'],
    ['a text with a long length', [0x8d, 1, 0, 0, 0, 0, 0, 0, 0, ...text('a')], 'a'],
    ['a frame around it', [0x95, 1, 0, 0, 0, 0, 0, 0, 0, 0x4e], null],
  ])('reads %s', (_, opcodes, value) => {
    expect(valueOf(opcodes)).toBe(value);
  });

  it('reads tuples, lists and dicts', () => {
    expect(valueOf(p.tupleOf([0x4b, 1], [0x4e]))).toEqual({ kind: 'tuple', items: [1, null] });
    expect(valueOf([0x4b, 1], [0x4b, 2], [0x86])).toEqual({ kind: 'tuple', items: [1, 2] });
    expect(valueOf(p.emptyList, p.mark, [0x4b, 1], [0x4b, 2], p.appends)).toEqual({ kind: 'list', items: [1, 2] });
    expect(valueOf(p.emptyDict, p.unicode('a'), [0x4b, 1], p.setItem)).toEqual({
      kind: 'dict',
      entries: new Map([['a', 1]]),
    });
    expect(valueOf(p.mark, p.unicode('a'), [0x4e], [0x64])).toEqual({ kind: 'dict', entries: new Map([['a', null]]) });
  });

  it('recalls memoized values', () => {
    expect(valueOf(p.unicode('a'), p.put(7), [0x30], p.get(7))).toBe('a');
    expect(valueOf(p.unicode('a'), [0x94], [0x30], p.get(0))).toBe('a');
    expect(valueOf(p.unicode('a'), [0x72, 1, 2, 0, 0], [0x6a, 1, 2, 0, 0])).toBe('a');
  });

  it('reads an ordered dict, with or without the pairs of Python 2', () => {
    const ordered = p.global('collections', 'OrderedDict');
    expect(valueOf(ordered, p.emptyTuple, p.reduce)).toEqual({ kind: 'dict', entries: new Map() });
    const pairs = [...p.emptyList, ...p.mark, ...p.tupleOf(p.unicode('a'), p.int(1)), ...p.appends];
    expect(valueOf(ordered, p.tupleOf(pairs), p.reduce)).toEqual({ kind: 'dict', entries: new Map([['a', 1]]) });
  });

  it('ignores the attributes of a dict', () => {
    const state = p.dictOf({ _metadata: p.emptyDict });
    expect(valueOf(p.emptyDict, state, p.build)).toEqual({ kind: 'dict', entries: new Map() });
  });
});

describe('a pickle that wants more than data', () => {
  const system = p.tupleOf(p.unicode('touch /tmp/owned'));
  const opaque = { kind: 'object', args: [], state: null, entries: null };

  it.each([
    ['by GLOBAL', [p.global('os', 'system'), system, p.reduce], 'os.system'],
    ['by STACK_GLOBAL', [p.unicode('posix'), p.unicode('system'), p.stackGlobal, system, p.reduce], 'posix.system'],
    ['by NEWOBJ', [p.global('builtins', 'exec'), system, [0x81]], 'builtins.exec'],
    ['by INST', [p.mark, p.unicode('ls'), p.instance('subprocess', 'Popen')], 'subprocess.Popen'],
    ['by OBJ', [p.mark, p.global('os', 'system'), p.unicode('ls'), [0x6f]], 'os.system'],
  ])('is refused by name when it calls what runs programs, %s', (_, opcodes, name) => {
    const result = read(p.pickleOf(...opcodes));
    expect(result.ok ? 'was read' : result.error).toMatch(
      `pickle: pickle calls ${name}, which runs code in Python: do not load this file there (nothing of it ran) (byte`,
    );
  });

  it.each([
    ['REDUCE', [p.global('argparse', 'Namespace'), p.emptyTuple, p.reduce]],
    ['NEWOBJ', [p.global('argparse', 'Namespace'), p.emptyTuple, [0x81]]],
    ['NEWOBJ_EX', [p.global('argparse', 'Namespace'), p.emptyTuple, p.emptyDict, [0x92]]],
    ['INST', [p.mark, p.instance('argparse', 'Namespace')]],
    ['OBJ', [p.mark, p.global('argparse', 'Namespace'), [0x6f]]],
  ])('gets an opaque object by %s, with the state and the items that it sets', (_, opcodes) => {
    expect(valueOf(...opcodes)).toEqual({ ...opaque, name: 'argparse.Namespace' });
    expect(valueOf(...opcodes, p.dictOf({ lr: p.int(1) }), p.build)).toMatchObject({
      state: { kind: 'dict', entries: new Map([['lr', 1]]) },
    });
    expect(valueOf(...opcodes, p.mark, p.unicode('a'), p.int(2), p.setItems)).toMatchObject({
      entries: new Map([['a', 2]]),
    });
  });

  it('gets opaque sets, and nothing for what it adds to them or to lists of their own class', () => {
    expect(valueOf([0x8f], p.mark, p.int(1), [0x90])).toEqual({ ...opaque, name: 'builtins.set' });
    expect(valueOf(p.mark, p.int(1), [0x91])).toEqual({ ...opaque, name: 'builtins.frozenset', args: [1] });
    const list = [p.global('torch', 'Size2'), p.emptyTuple, p.reduce];
    expect(valueOf(...list, p.mark, p.int(1), p.appends)).toEqual({ ...opaque, name: 'torch.Size2' });
  });

  it('skips items whose keys are objects', () => {
    expect(valueOf(p.emptyDict, p.emptyTuple, p.none, p.setItem)).toEqual({ kind: 'dict', entries: new Map() });
  });

  /** Names that Python or JavaScript might resolve, and arbitrary ones. */
  const word = fc.oneof(
    fc.constantFrom('os', 'builtins', 'torch', 'torch._utils', 'collections', 'numpy.core.multiarray', 'posix', 'sys'),
    fc.constantFrom('system', 'eval', 'exec', 'OrderedDict', '_rebuild_tensor_v2', 'FloatStorage', 'load', 'Size'),
    fc.constantFrom('constructor', '__proto__', 'prototype', 'toString', 'valueOf', 'process', 'globalThis', ''),
    fc.string({ unit: 'grapheme-ascii', maxLength: 20 }),
    fc.string({ unit: 'grapheme', maxLength: 10 }).filter((name) => !name.includes('\n')),
  );
  const named = [
    (module: string, name: string) => p.global(module, name),
    (module: string, name: string) => [...p.unicode(module), ...p.unicode(name), ...p.stackGlobal],
  ];
  const place = [
    (wanted: number[]) => wanted,
    (wanted: number[]) => [...wanted, ...p.emptyTuple, ...p.reduce],
    (wanted: number[]) => [...wanted, ...p.emptyTuple, 0x81],
    (wanted: number[]) => p.dictOf({ 'conv.weight': p.tensor(p.storage('0', 1), [1], [1]), other: wanted }),
  ];

  it('gets data or a refusal for any name at all, and never a function', () => {
    fc.assert(
      fc.property(word, word, fc.constantFrom(...named), fc.constantFrom(...place), (module, name, by, inside) => {
        const result = read(p.pickleOf(inside(by(module, name))));
        if (!result.ok) return /\(byte \d+\)$/.test(result.error);
        const { value } = result;
        return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
      }),
      { numRuns: 10_000 },
    );
  }, 60_000);

  it.each([
    ['EXT1', [0x82, 1]],
    ['PERSID', [0x50, 0x61, 0x0a]],
    ['NEXT_BUFFER', [0x97]],
    ['an unknown opcode', [0xff]],
  ])('is refused at %s', (_, opcodes) => {
    const start = [...p.mark, ...p.global('collections', 'OrderedDict'), ...p.emptyTuple];
    expect(read(p.pickleOf(start, opcodes))).toEqual({
      ok: false,
      error: `pickle: pickle uses opcode 0x${(opcodes[0] ?? 0).toString(16)}, which a state dict does not need (byte 29)`,
    });
  });
});

describe('a malformed pickle', () => {
  const dictAsArguments = [...p.global('collections', 'OrderedDict'), ...p.emptyDict];
  const tag = p.unicode('storage');
  const float = p.global('torch', 'FloatStorage');
  it.each([
    ['no bytes', [], 'cut short'],
    ['an old protocol', [[0x80, 1]], 'pickle protocol (got 1, wanted 2 to 5)'],
    ['a missing value', [[0x2e]], 'takes a value that is not there'],
    ['a missing mark', [p.tuple], 'takes a mark that is not there'],
    ['a recall of an empty memo', [p.get(3)], 'recalls value 3, which it never kept'],
    ['a key without a value', [p.emptyDict, p.mark, p.unicode('a'), p.setItems], 'a key without a value'],
    ['a key of a list', [p.emptyList, p.unicode('a'), p.none, p.setItem], 'a key of what is no dict'],
    ['an append to a dict', [p.emptyDict, p.mark, p.appends], 'appends to what is no list'],
    ['a text of 4 GB', [[0x58, 0xff, 0xff, 0xff, 0xff]], 'cut short'],
    ['a text of 2^64 bytes', [[0x8d, 255, 255, 255, 255, 255, 255, 255, 255]], 'absurd number'],
    ['an integer of 2 GB', [[0x8b, 0, 0, 0, 0x80]], 'cut short'],
    ['a name without an end', [[0x63, 0x61]], 'cut short'],
    ['a number as a name', [p.int(1), p.unicode('a'), p.stackGlobal], 'names a global by what is no string'],
    ['a call of a text', [p.unicode('os.system'), p.emptyTuple, p.reduce], 'calls what is no global'],
    ['a call without a tuple', [dictAsArguments, p.reduce], 'calls collections.OrderedDict without a tuple'],
    ['an instance of a text', [p.mark, p.unicode('a'), [0x6f]], 'makes an instance of what is no class'],
    ['a state for a text', [p.unicode('a'), p.emptyDict, p.build], 'sets the state of what is no object'],
    ['a state for a global', [float, p.emptyDict, p.build], 'sets the state of what is no object'],
    [
      'weights that PyTorch has quantised',
      [p.global('torch._utils', '_rebuild_qtensor'), p.emptyTuple, p.reduce],
      'weights that PyTorch has quantised',
    ],
    ['a text as a persistent id', [tag, p.persistent], 'refers to what is no storage'],
    ['an empty persistent id', [p.emptyTuple, p.persistent], 'refers to what is no storage'],
    [
      'a persistent id of another kind',
      [p.tupleOf(p.unicode('tensor'), float, tag, tag, p.int(1)), p.persistent],
      'no storage',
    ],
    ['a storage without a type', [p.tupleOf(tag, tag, tag, tag, p.int(1)), p.persistent], 'no storage'],
    [
      'a storage with a number as its key',
      [p.tupleOf(tag, float, p.int(1), tag, p.int(1)), p.persistent],
      'no storage',
    ],
    ['a storage of a negative size', [p.storage('0', -1)], 'impossible shape'],
    ['a view of a storage', [p.tupleOf(tag, float, tag, tag, p.int(1), p.emptyTuple), p.persistent], 'view of another'],
    ['a tensor of a text', [p.tensor(tag, [1], [1])], 'tensor without a storage'],
    ['a tensor larger than its storage', [p.tensor(p.storage('0', 5), [2, 3], [3, 1])], 'reaches outside its storage'],
    ['a tensor after the end of its storage', [p.tensor(p.storage('0', 5), [], [], 5)], 'reaches outside its storage'],
    ['a tensor before the start of its storage', [p.tensor(p.storage('0', 5), [1], [1], -1)], 'impossible strides'],
    ['negative strides', [p.tensor(p.storage('0', 5), [2], [-1], 4)], 'impossible strides'],
    ['one stride too few', [p.tensor(p.storage('0', 5), [1, 2], [1])], 'impossible strides'],
    ['a negative size', [p.tensor(p.storage('0', 5), [-1], [1])], 'impossible shape'],
    [
      'a million objects from a million bytes',
      [Array.from({ length: 1e6 }, () => 0x7d)],
      'too many parts to hold in memory',
    ],
  ])('is refused: %s', (_, opcodes, reason) => {
    const bytes = opcodes.length === 0 ? new Uint8Array() : p.pickleOf(...opcodes);
    const result = read(bytes);
    expect(result.ok ? 'was read' : result.error).toContain(reason);
    expect(result.ok ? 'was read' : result.error).toMatch(/\(byte \d+\)$/);
  });
});

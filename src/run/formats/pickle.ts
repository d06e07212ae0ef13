import { byteReader, type ByteReader } from './byteReader';
import { isKind, type PickleKey, type PickleValue } from './pickleValue';
import { refuse } from './refusal';

/** What the pickle may name, and what that means. */
export type PickleWorld = {
  /** Whether the pickle may name this global (`module.name`). Every other is refused by name. */
  readonly allows: (global: string) => boolean;
  /** The value of calling an allowed global. Nothing else is ever called. */
  readonly call: (global: string, args: readonly PickleValue[], place: string) => PickleValue;
  /** The value that a persistent id stands for. */
  readonly persistent: (id: PickleValue, place: string) => PickleValue;
};

type Machine = {
  readonly world: PickleWorld;
  readonly file: ByteReader;
  at: number;
  /** Values since the last mark. */
  stack: PickleValue[];
  /** The stacks below it, one for each mark. */
  readonly marked: PickleValue[][];
  readonly memo: Map<number, PickleValue>;
  containers: number;
};

/**
 * Runs the pickle at `start` of `bytes` and returns its value and where it ends.
 *
 * A machine for data alone, protocols 2 to 5 (the opcodes are those of Python's pickletools): it builds None, booleans,
 * numbers, strings, bytes, tuples, lists and dicts, and hands globals, calls and persistent ids to `world`.
 * An opcode that is not in its table is refused. `part` names the bytes in errors when they are not the whole file.
 */
export function unpickled(
  bytes: Uint8Array,
  world: PickleWorld,
  { start = 0, part }: { readonly start?: number; readonly part?: string } = {},
): { readonly value: PickleValue; readonly end: number } {
  const file = byteReader(bytes, part);
  const machine: Machine = { world, file, at: start, stack: [], marked: [], memo: new Map(), containers: 0 };
  for (let opcode = take(machine, 1); opcode !== stop; opcode = take(machine, 1)) {
    const act = actions.get(opcode);
    if (act !== undefined) act(machine);
    else refuse(`pickle uses opcode 0x${opcode.toString(16)}, which a state dict does not need`, here(machine));
  }
  return { value: pop(machine), end: machine.at };
}

const stop = 0x2e;

const actions: ReadonlyMap<number, (machine: Machine) => void> = new Map([
  [0x80, protocol], // PROTO
  [0x95, (machine) => void take(machine, 8)], // FRAME: a reading hint

  pushing(0x4e, () => null), // NONE
  pushing(0x88, () => true), // NEWTRUE
  pushing(0x89, () => false), // NEWFALSE
  pushing(0x4b, (machine) => take(machine, 1)), // BININT1
  pushing(0x4d, (machine) => take(machine, 2)), // BININT2
  pushing(0x4a, (machine) => take(machine, 4) | 0), // BININT
  pushing(0x8a, (machine) => takeLong(machine, take(machine, 1))), // LONG1
  pushing(0x8b, (machine) => takeLong(machine, take(machine, 4))), // LONG4
  pushing(0x47, takeDouble), // BINFLOAT
  pushing(0x55, (machine) => takeText(machine, take(machine, 1))), // SHORT_BINSTRING, from Python 2
  pushing(0x54, (machine) => takeText(machine, take(machine, 4))), // BINSTRING, from Python 2
  pushing(0x8c, (machine) => takeText(machine, take(machine, 1))), // SHORT_BINUNICODE
  pushing(0x58, (machine) => takeText(machine, take(machine, 4))), // BINUNICODE
  pushing(0x8d, (machine) => takeText(machine, take(machine, 8))), // BINUNICODE8
  pushing(0x43, (machine) => takeBytes(machine, take(machine, 1))), // SHORT_BINBYTES
  pushing(0x42, (machine) => takeBytes(machine, take(machine, 4))), // BINBYTES
  pushing(0x8e, (machine) => takeBytes(machine, take(machine, 8))), // BINBYTES8
  pushing(0x96, (machine) => takeBytes(machine, take(machine, 8))), // BYTEARRAY8

  pushing(0x29, (machine) => tuple(machine, [])), // EMPTY_TUPLE
  pushing(0x85, (machine) => tuple(machine, popSome(machine, 1))), // TUPLE1
  pushing(0x86, (machine) => tuple(machine, popSome(machine, 2))), // TUPLE2
  pushing(0x87, (machine) => tuple(machine, popSome(machine, 3))), // TUPLE3
  pushing(0x74, (machine) => tuple(machine, popMarked(machine))), // TUPLE
  pushing(0x5d, (machine) => list(machine, [])), // EMPTY_LIST
  pushing(0x6c, (machine) => list(machine, popMarked(machine))), // LIST
  pushing(0x7d, (machine) => dict(machine, [])), // EMPTY_DICT
  pushing(0x64, (machine) => dict(machine, popMarked(machine))), // DICT

  [0x61, (machine) => append(machine, popSome(machine, 1))], // APPEND
  [0x65, (machine) => append(machine, popMarked(machine))], // APPENDS
  [0x73, (machine) => setItems(machine, popSome(machine, 2))], // SETITEM
  [0x75, (machine) => setItems(machine, popMarked(machine))], // SETITEMS

  [0x28, mark], // MARK
  [0x30, (machine) => void pop(machine)], // POP
  [0x31, (machine) => void popMarked(machine)], // POP_MARK
  pushing(0x32, top), // DUP
  [0x71, (machine) => memoize(machine, take(machine, 1))], // BINPUT
  [0x72, (machine) => memoize(machine, take(machine, 4))], // LONG_BINPUT
  [0x94, (machine) => memoize(machine, machine.memo.size)], // MEMOIZE
  pushing(0x68, (machine) => recalled(machine, take(machine, 1))), // BINGET
  pushing(0x6a, (machine) => recalled(machine, take(machine, 4))), // LONG_BINGET

  pushing(0x63, (machine) => global(machine, takeLine(machine), takeLine(machine))), // GLOBAL
  pushing(0x93, stackGlobal), // STACK_GLOBAL
  pushing(0x52, (machine) => called(machine, ...popTwo(machine))), // REDUCE
  [0x62, build], // BUILD
  pushing(0x51, (machine) => machine.world.persistent(pop(machine), here(machine))), // BINPERSID
  [0x69, instance], // INST
]);

function pushing(opcode: number, value: (machine: Machine) => PickleValue): readonly [number, (m: Machine) => void] {
  const act = (machine: Machine) => {
    // In two steps: making the value may exchange the stack.
    const made = value(machine);
    machine.stack.push(made);
  };
  return [opcode, act];
}

function here(machine: Machine): string {
  return machine.file.place(machine.at - 1);
}

function take(machine: Machine, size: number): number {
  const value = machine.file.uint(machine.at, size);
  machine.at += size;
  return value;
}

function takeText(machine: Machine, length: number): string {
  machine.at += length;
  return machine.file.text(machine.at - length, length);
}

function takeView(machine: Machine, length: number): Uint8Array {
  machine.at += length;
  return machine.file.view(machine.at - length, length);
}

function takeBytes(machine: Machine, length: number): PickleValue {
  return { kind: 'bytes', bytes: takeView(machine, length) };
}

/** The text up to the newline that ends it. */
function takeLine(machine: Machine): string {
  const start = machine.at;
  while (take(machine, 1) !== 0x0a);
  return machine.file.text(start, machine.at - 1 - start);
}

function takeDouble(machine: Machine): number {
  const bytes = takeView(machine, 8);
  return new DataView(bytes.buffer, bytes.byteOffset, 8).getFloat64(0);
}

/** Two's complement, little-endian; rounded beyond 2^53, where only seeds and hashes lie. */
function takeLong(machine: Machine, length: number): number {
  if (length > 16) refuse(`absurd integer (got ${length} bytes, wanted at most 16)`, here(machine));
  const bytes = takeView(machine, length);
  const magnitude = bytes.reduceRight((value, byte) => value * 256 + byte, 0);
  return (bytes.at(-1) ?? 0) & 0x80 ? magnitude - 256 ** length : magnitude;
}

function pop(machine: Machine): PickleValue {
  const value = top(machine);
  machine.stack.pop();
  return value;
}

function top(machine: Machine): PickleValue {
  const value = machine.stack.at(-1);
  return value === undefined ? refuse('pickle takes a value that is not there', here(machine)) : value;
}

function popTwo(machine: Machine): readonly [PickleValue, PickleValue] {
  const second = pop(machine);
  return [pop(machine), second];
}

function popSome(machine: Machine, count: number): PickleValue[] {
  return Array.from({ length: count }, () => pop(machine)).reverse();
}

function mark(machine: Machine): void {
  countContainer(machine);
  machine.marked.push(machine.stack);
  machine.stack = [];
}

/** The values since the last mark, which is taken away. */
function popMarked(machine: Machine): PickleValue[] {
  const below = machine.marked.pop();
  if (below === undefined) return refuse('pickle takes a mark that is not there', here(machine));
  const values = machine.stack;
  machine.stack = below;
  return values;
}

// One byte of a pickle can make an object of a hundred; the largest networks here need fewer than 30,000.
const mostContainers = 100_000;

function countContainer(machine: Machine): void {
  machine.containers += 1;
  if (machine.containers > mostContainers) refuse(`pickle of more than ${mostContainers} objects`, here(machine));
}

function tuple(machine: Machine, items: readonly PickleValue[]): PickleValue {
  countContainer(machine);
  return { kind: 'tuple', items };
}

function list(machine: Machine, items: PickleValue[]): PickleValue {
  countContainer(machine);
  return { kind: 'list', items };
}

function dict(machine: Machine, items: readonly PickleValue[]): PickleValue {
  countContainer(machine);
  return { kind: 'dict', entries: withPairs(machine, new Map(), items) };
}

function withPairs(machine: Machine, entries: Map<PickleKey, PickleValue>, items: readonly PickleValue[]) {
  for (let index = 0; index < items.length; index += 2) {
    const [key, value] = [items[index], items[index + 1]];
    if (key === undefined || value === undefined) return refuse('pickle sets a key without a value', here(machine));
    if (typeof key === 'object' && key !== null) return refuse(`pickle uses a ${key.kind} as a key`, here(machine));
    entries.set(key, value);
  }
  return entries;
}

function append(machine: Machine, items: readonly PickleValue[]): void {
  const target = top(machine);
  if (!isKind(target, 'list')) return refuse('pickle appends to what is no list', here(machine));
  for (const item of items) target.items.push(item);
}

function setItems(machine: Machine, items: readonly PickleValue[]): void {
  const target = top(machine);
  if (!isKind(target, 'dict')) return refuse('pickle sets a key of what is no dict', here(machine));
  withPairs(machine, target.entries, items);
}

function memoize(machine: Machine, index: number): void {
  machine.memo.set(index, top(machine));
}

function recalled(machine: Machine, index: number): PickleValue {
  const value = machine.memo.get(index);
  return value === undefined ? refuse(`pickle recalls value ${index}, which it never kept`, here(machine)) : value;
}

function protocol(machine: Machine): void {
  const version = take(machine, 1);
  if (version < 2 || version > 5) refuse(`pickle protocol (got ${version}, wanted 2 to 5)`, here(machine));
}

function global(machine: Machine, module: string, name: string): PickleValue {
  const full = `${module}.${name}`;
  if (!machine.world.allows(full)) refuse(`pickle names ${full}, which a state dict does not need`, here(machine));
  countContainer(machine);
  return { kind: 'global', name: full };
}

function stackGlobal(machine: Machine): PickleValue {
  const [module, name] = popTwo(machine);
  if (typeof module === 'string' && typeof name === 'string') return global(machine, module, name);
  return refuse('pickle names a global by what is no string', here(machine));
}

/** INST names a class and calls it in one; nothing in a state dict is made that way. */
function instance(machine: Machine): void {
  const name = `${takeLine(machine)}.${takeLine(machine)}`;
  refuse(`pickle names ${name} to make an instance, which a state dict does not need`, here(machine));
}

function called(machine: Machine, callee: PickleValue, args: PickleValue): PickleValue {
  if (!isKind(callee, 'global')) return refuse('pickle calls what is no global', here(machine));
  if (!isKind(args, 'tuple')) return refuse(`pickle calls ${callee.name} without a tuple`, here(machine));
  countContainer(machine);
  return machine.world.call(callee.name, args.items, here(machine));
}

/** BUILD sets attributes. A state dict carries one, `_metadata`, that no weight depends on: they are dropped. */
function build(machine: Machine): void {
  pop(machine);
  if (!isKind(top(machine), 'dict')) refuse('pickle sets the state of what is no dict', here(machine));
}

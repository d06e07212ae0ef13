import { sizes, type Budget } from '../bytes/budget';
import { byteReader, type ByteReader } from '../bytes/byteReader';
import { isKind, type PickleKey, type PickleValue } from './pickleValue';
import { refuse } from '../bytes/refusal';

/** The globals that a pickle may name, and what they mean. */
export type PickleEnvironment = {
  /** Whether the pickle may name this global (`module.name`); if not, the refusal says its name. */
  readonly allows: (global: string) => boolean;
  /** The result of calling an allowed global. Nothing else is ever callGlobal. */
  readonly call: (global: string, args: readonly PickleValue[], place: string) => PickleValue;
  /** The value that a persistent id stands for. */
  readonly persistent: (id: PickleValue, place: string) => PickleValue;
};

type Machine = {
  readonly environment: PickleEnvironment;
  readonly file: ByteReader;
  at: number;
  /** Values since the last mark. */
  stack: PickleValue[];
  /** The values before each mark, one stack per mark. */
  readonly marked: PickleValue[][];
  /** By index; undefined where nothing was kept. */
  readonly memo: (PickleValue | undefined)[];
  /** The number of values before the last mark, and the largest number of values there has been at once. */
  below: number;
  deepest: number;
};

/**
 * Runs the pickle at `start` of `bytes`; returns its value and the offset of its end.
 *
 * Handles data only, protocols 2 to 5 (opcodes as in Python's pickletools): it builds None, booleans, numbers, strings,
 * bytes, tuples, lists and dicts, and passes globals, calls and persistent ids to `environment`. Refuses every opcode
 * that is not in its table. Charges the budget for every value that it keeps: on the stack, in the memo, in a container.
 * `part` names the bytes in error messages if they are not the whole file.
 */
export function unpickle(
  bytes: Uint8Array,
  environment: PickleEnvironment,
  { budget, start = 0, part }: { readonly budget: Budget; readonly start?: number; readonly part?: string },
): { readonly value: PickleValue; readonly end: number } {
  const file = byteReader(bytes, budget, part);
  const machine: Machine = { environment, file, at: start, stack: [], marked: [], memo: [], below: 0, deepest: 0 };
  for (let opcode = take(machine, 1); opcode !== stop; opcode = take(machine, 1)) {
    const handle = handlers.get(opcode);
    if (handle !== undefined) handle(machine);
    else refuse(`pickle uses opcode 0x${opcode.toString(16)}, which a state dict does not need`, here(machine));
  }
  return { value: pop(machine), end: machine.at };
}

const stop = 0x2e;

const handlers: ReadonlyMap<number, (machine: Machine) => void> = new Map([
  [0x80, protocol], // PROTO
  [0x95, (machine) => void take(machine, 8)], // FRAME: only a hint for buffering

  pushOp(0x4e, () => null), // NONE
  pushOp(0x88, () => true), // NEWTRUE
  pushOp(0x89, () => false), // NEWFALSE
  pushOp(0x4b, (machine) => take(machine, 1)), // BININT1
  pushOp(0x4d, (machine) => take(machine, 2)), // BININT2
  pushOp(0x4a, (machine) => take(machine, 4) | 0), // BININT
  pushOp(0x8a, (machine) => takeLong(machine, take(machine, 1))), // LONG1
  pushOp(0x8b, (machine) => takeLong(machine, take(machine, 4))), // LONG4
  pushOp(0x47, takeDouble), // BINFLOAT
  pushOp(0x55, (machine) => takeText(machine, take(machine, 1))), // SHORT_BINSTRING, from Python 2
  pushOp(0x54, (machine) => takeText(machine, take(machine, 4))), // BINSTRING, from Python 2
  pushOp(0x8c, (machine) => takeText(machine, take(machine, 1))), // SHORT_BINUNICODE
  pushOp(0x58, (machine) => takeText(machine, take(machine, 4))), // BINUNICODE
  pushOp(0x8d, (machine) => takeText(machine, take(machine, 8))), // BINUNICODE8
  pushOp(0x43, (machine) => takeBytes(machine, take(machine, 1))), // SHORT_BINBYTES
  pushOp(0x42, (machine) => takeBytes(machine, take(machine, 4))), // BINBYTES
  pushOp(0x8e, (machine) => takeBytes(machine, take(machine, 8))), // BINBYTES8
  pushOp(0x96, (machine) => takeBytes(machine, take(machine, 8))), // BYTEARRAY8

  pushOp(0x29, (machine) => tuple(machine, [])), // EMPTY_TUPLE
  pushOp(0x85, (machine) => tuple(machine, popSome(machine, 1))), // TUPLE1
  pushOp(0x86, (machine) => tuple(machine, popSome(machine, 2))), // TUPLE2
  pushOp(0x87, (machine) => tuple(machine, popSome(machine, 3))), // TUPLE3
  pushOp(0x74, (machine) => tuple(machine, popMarked(machine))), // TUPLE
  pushOp(0x5d, (machine) => list(machine, [])), // EMPTY_LIST
  pushOp(0x6c, (machine) => list(machine, popMarked(machine))), // LIST
  pushOp(0x7d, (machine) => dict(machine, [])), // EMPTY_DICT
  pushOp(0x64, (machine) => dict(machine, popMarked(machine))), // DICT

  [0x61, (machine) => append(machine, popSome(machine, 1))], // APPEND
  [0x65, (machine) => append(machine, popMarked(machine))], // APPENDS
  [0x73, (machine) => setItems(machine, popSome(machine, 2))], // SETITEM
  [0x75, (machine) => setItems(machine, popMarked(machine))], // SETITEMS

  [0x28, mark], // MARK
  [0x30, (machine) => void pop(machine)], // POP
  [0x31, (machine) => void popMarked(machine)], // POP_MARK
  pushOp(0x32, top), // DUP
  [0x71, (machine) => memoize(machine, take(machine, 1))], // BINPUT
  [0x72, (machine) => memoize(machine, take(machine, 4))], // LONG_BINPUT
  [0x94, (machine) => memoize(machine, machine.memo.length)], // MEMOIZE
  pushOp(0x68, (machine) => recall(machine, take(machine, 1))), // BINGET
  pushOp(0x6a, (machine) => recall(machine, take(machine, 4))), // LONG_BINGET

  pushOp(0x63, (machine) => global(machine, takeLine(machine), takeLine(machine))), // GLOBAL
  pushOp(0x93, stackGlobal), // STACK_GLOBAL
  pushOp(0x52, (machine) => callGlobal(machine, ...popTwo(machine))), // REDUCE
  [0x62, build], // BUILD
  pushOp(0x51, (machine) => machine.environment.persistent(pop(machine), here(machine))), // BINPERSID
  [0x69, instance], // INST
]);

function pushOp(opcode: number, value: (machine: Machine) => PickleValue): readonly [number, (m: Machine) => void] {
  const handle = (machine: Machine) => {
    // First the value: computing it may replace `machine.stack`.
    const result = value(machine);
    machine.stack.push(result);
    if (machine.below + machine.stack.length <= machine.deepest) return;
    machine.deepest += 1;
    keep(machine, sizes.item);
  };
  return [opcode, handle];
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
  keep(machine, 2 * sizes.object);
  return { kind: 'bytes', bytes: takeView(machine, length) };
}

/** Reads up to a newline, which is dropped. */
function takeLine(machine: Machine): string {
  const start = machine.at;
  while (take(machine, 1) !== 0x0a);
  return machine.file.text(start, machine.at - 1 - start);
}

function takeDouble(machine: Machine): number {
  const bytes = takeView(machine, 8);
  return new DataView(bytes.buffer, bytes.byteOffset, 8).getFloat64(0);
}

/** Two's complement, little-endian; rounded above 2^53, which only seeds and hashes exceed. */
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

/** Charges what the machine is about to build or keep. */
function keep(machine: Machine, bytes: number): void {
  machine.file.spend('memory', bytes, machine.at - 1);
}

function mark(machine: Machine): void {
  keep(machine, sizes.object);
  machine.below += machine.stack.length;
  machine.marked.push(machine.stack);
  machine.stack = [];
}

/** Removes the last mark and returns the values pushed since. */
function popMarked(machine: Machine): PickleValue[] {
  const below = machine.marked.pop();
  if (below === undefined) return refuse('pickle takes a mark that is not there', here(machine));
  const values = machine.stack;
  machine.stack = below;
  machine.below -= below.length;
  return values;
}

function tuple(machine: Machine, items: readonly PickleValue[]): PickleValue {
  keep(machine, sizes.object + sizes.item * items.length);
  return { kind: 'tuple', items };
}

function list(machine: Machine, items: PickleValue[]): PickleValue {
  keep(machine, sizes.object + sizes.item * items.length);
  return { kind: 'list', items };
}

function dict(machine: Machine, items: readonly PickleValue[]): PickleValue {
  keep(machine, sizes.object + sizes.map);
  return { kind: 'dict', entries: withPairs(machine, new Map(), items) };
}

function withPairs(machine: Machine, entries: Map<PickleKey, PickleValue>, items: readonly PickleValue[]) {
  for (let index = 0; index < items.length; index += 2) {
    const [key, value] = [items[index], items[index + 1]];
    if (key === undefined || value === undefined) return refuse('pickle sets a key without a value', here(machine));
    if (typeof key === 'object' && key !== null) return refuse(`pickle uses a ${key.kind} as a key`, here(machine));
    keep(machine, sizes.entry);
    // As text, since V8 hashes numbers without a seed, so that a file could choose some that all collide.
    entries.set(typeof key === 'number' ? `number ${key}` : key, value);
  }
  return entries;
}

function append(machine: Machine, items: readonly PickleValue[]): void {
  const target = top(machine);
  if (!isKind(target, 'list')) return refuse('pickle appends to what is no list', here(machine));
  keep(machine, sizes.item * items.length);
  for (const item of items) target.items.push(item);
}

function setItems(machine: Machine, items: readonly PickleValue[]): void {
  const target = top(machine);
  if (!isKind(target, 'dict')) return refuse('pickle sets a key of what is no dict', here(machine));
  withPairs(machine, target.entries, items);
}

function memoize(machine: Machine, index: number): void {
  const { memo } = machine;
  // A list, since picklers count up; one that skips indices pays for those that it skips.
  if (index >= memo.length) keep(machine, sizes.item * (index + 1 - memo.length));
  while (memo.length < index) memo.push(undefined);
  memo[index] = top(machine);
}

function recall(machine: Machine, index: number): PickleValue {
  const value = machine.memo[index];
  return value === undefined ? refuse(`pickle recalls value ${index}, which it never kept`, here(machine)) : value;
}

function protocol(machine: Machine): void {
  const version = take(machine, 1);
  if (version < 2 || version > 5) refuse(`pickle protocol (got ${version}, wanted 2 to 5)`, here(machine));
}

function global(machine: Machine, module: string, name: string): PickleValue {
  const full = `${module}.${name}`;
  if (!machine.environment.allows(full))
    refuse(`pickle names ${full}, which a state dict does not need`, here(machine));
  keep(machine, sizes.object);
  return { kind: 'global', name: full };
}

function stackGlobal(machine: Machine): PickleValue {
  const [module, name] = popTwo(machine);
  if (typeof module === 'string' && typeof name === 'string') return global(machine, module, name);
  return refuse('pickle names a global by what is no string', here(machine));
}

/** INST names a class and calls it at once; no state dict uses it. */
function instance(machine: Machine): void {
  const name = `${takeLine(machine)}.${takeLine(machine)}`;
  refuse(`pickle names ${name} to make an instance, which a state dict does not need`, here(machine));
}

function callGlobal(machine: Machine, callee: PickleValue, args: PickleValue): PickleValue {
  if (!isKind(callee, 'global')) return refuse('pickle calls what is no global', here(machine));
  if (!isKind(args, 'tuple')) return refuse(`pickle calls ${callee.name} without a tuple`, here(machine));
  keep(machine, sizes.object + sizes.map);
  return machine.environment.call(callee.name, args.items, here(machine));
}

/** BUILD sets attributes. Drops them: a state dict has only `_metadata`, on which no weight depends. */
function build(machine: Machine): void {
  pop(machine);
  if (!isKind(top(machine), 'dict')) refuse('pickle sets the state of what is no dict', here(machine));
}

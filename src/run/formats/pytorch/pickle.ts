import { sizes, type Budget } from '../bytes/budget';
import { byteReader } from '../bytes/byteReader';
import {
  here,
  keep,
  pop,
  popMarked,
  popSome,
  popTwo,
  take,
  takeBytes,
  takeDouble,
  takeLine,
  takeLong,
  takeText,
  top,
  type Machine,
  type PickleEnvironment,
} from './pickleMachine';
import { isKind, type PickleKey, type PickleValue } from './pickleValue';
import { refuse } from '../bytes/refusal';

/**
 * Runs the pickle at `start` of `bytes`; returns its value and the offset of its end.
 *
 * Handles data only, protocols 2 to 5 (opcodes as in Python's pickletools): it builds None, booleans, numbers, strings,
 * bytes, tuples, lists and dicts, and passes calls and persistent ids to `environment`. Every other object is opaque: its
 * class's name and its arguments, never built and never run. Refuses every opcode that is not in its table. Charges the budget for every value that it keeps: on the stack, in the memo, in a container.
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

  pushOp(0x8f, (machine) => opaque(machine, 'builtins.set', [])), // EMPTY_SET
  pushOp(0x91, (machine) => opaque(machine, 'builtins.frozenset', popMarked(machine))), // FROZENSET
  [0x90, (machine) => void popMarked(machine)], // ADDITEMS

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
  pushOp(0x52, (machine) => call(machine, ...popTwo(machine))), // REDUCE
  pushOp(0x81, (machine) => call(machine, ...popTwo(machine))), // NEWOBJ
  pushOp(0x92, newWithKeywords), // NEWOBJ_EX
  [0x62, build], // BUILD
  pushOp(0x51, (machine) => machine.environment.persistent(pop(machine), here(machine))), // BINPERSID
  pushOp(0x69, (machine) => instance(machine, takeLine(machine), takeLine(machine))), // INST
  pushOp(0x6f, (machine) => instanceOf(machine, popMarked(machine))), // OBJ
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

function mark(machine: Machine): void {
  keep(machine, sizes.object);
  machine.below += machine.stack.length;
  machine.marked.push(machine.stack);
  machine.stack = [];
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
    keep(machine, sizes.entry);
    // No tensor's name is an object, so what such a key holds is not looked up.
    if (typeof key === 'object' && key !== null) continue;
    // As text, since V8 hashes numbers without a seed, so that a file could choose some that all collide.
    entries.set(typeof key === 'number' ? `number ${key}` : key, value);
  }
  return entries;
}

function append(machine: Machine, items: readonly PickleValue[]): void {
  const target = top(machine);
  // What a list of its own class holds describes no weights.
  if (isKind(target, 'object')) return;
  if (!isKind(target, 'list')) return refuse('pickle appends to what is no list', here(machine));
  keep(machine, sizes.item * items.length);
  for (const item of items) target.items.push(item);
}

function setItems(machine: Machine, items: readonly PickleValue[]): void {
  const target = top(machine);
  if (isKind(target, 'object') && target.entries === null) {
    keep(machine, sizes.map);
    target.entries = new Map();
  }
  const entries = isKind(target, 'dict') || isKind(target, 'object') ? target.entries : null;
  if (entries === null) return refuse('pickle sets a key of what is no dict', here(machine));
  withPairs(machine, entries, items);
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
  keep(machine, sizes.object);
  return { kind: 'global', name: `${module}.${name}` };
}

function stackGlobal(machine: Machine): PickleValue {
  const [module, name] = popTwo(machine);
  if (typeof module === 'string' && typeof name === 'string') return global(machine, module, name);
  return refuse('pickle names a global by what is no string', here(machine));
}

/** INST, from Python 2: names a class and calls it at once. */
function instance(machine: Machine, module: string, name: string): PickleValue {
  return called(machine, `${module}.${name}`, popMarked(machine));
}

/** OBJ, from Python 2: the class is the first value after the mark. */
function instanceOf(machine: Machine, [callee, ...args]: readonly PickleValue[]): PickleValue {
  return isKind(callee, 'global')
    ? called(machine, callee.name, args)
    : refuse('pickle makes an instance of what is no class', here(machine));
}

function newWithKeywords(machine: Machine): PickleValue {
  pop(machine);
  return call(machine, ...popTwo(machine));
}

function call(machine: Machine, callee: PickleValue, args: PickleValue): PickleValue {
  const isNamed = isKind(callee, 'global') || isKind(callee, 'object');
  if (!isNamed) return refuse('pickle calls what is no global', here(machine));
  if (!isKind(args, 'tuple')) return refuse(`pickle calls ${callee.name} without a tuple`, here(machine));
  // A function that another call returns has no meaning here.
  return isKind(callee, 'global') ? called(machine, callee.name, args.items) : opaque(machine, callee.name, args.items);
}

function called(machine: Machine, name: string, args: readonly PickleValue[]): PickleValue {
  keep(machine, sizes.object + sizes.map);
  return machine.environment.call(name, args, here(machine)) ?? opaque(machine, name, args);
}

function opaque(machine: Machine, name: string, args: readonly PickleValue[]): PickleValue {
  keep(machine, sizes.object);
  return { kind: 'object', name, args, state: null, entries: null };
}

/** BUILD sets attributes. Those of a dict are dropped: a state dict has only `_metadata`, on which no weight depends. */
function build(machine: Machine): void {
  const state = pop(machine);
  const target = top(machine);
  if (isKind(target, 'object')) target.state = state;
  else if (!isKind(target, 'dict')) refuse('pickle sets the state of what is no object', here(machine));
}

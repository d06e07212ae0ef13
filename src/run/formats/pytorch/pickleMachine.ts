import type { ByteReader } from '../bytes/byteReader';
import { refuse } from '../bytes/refusal';
import { sizes } from '../bytes/budget';
import type { PickleValue } from './pickleValue';

/** What the globals that a pickle names mean. */
export type PickleEnvironment = {
  /** What calling this global (`module.name`) describes, or undefined for one without a meaning, which stays opaque. */
  readonly call: (global: string, args: readonly PickleValue[], place: string) => PickleValue | undefined;
  /** The value that a persistent id stands for. */
  readonly persistent: (id: PickleValue, place: string) => PickleValue;
};

/** The state of a pickle that is being read. */
export type Machine = {
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

export function here(machine: Machine): string {
  return machine.file.place(machine.at - 1);
}

export function take(machine: Machine, size: number): number {
  const value = machine.file.uint(machine.at, size);
  machine.at += size;
  return value;
}

export function takeText(machine: Machine, length: number): string {
  machine.at += length;
  return machine.file.text(machine.at - length, length);
}

function takeView(machine: Machine, length: number): Uint8Array {
  machine.at += length;
  return machine.file.view(machine.at - length, length);
}

export function takeBytes(machine: Machine, length: number): PickleValue {
  keep(machine, 2 * sizes.object);
  return { kind: 'bytes', bytes: takeView(machine, length) };
}

/** Reads up to a newline, which is dropped. */
export function takeLine(machine: Machine): string {
  const start = machine.at;
  while (take(machine, 1) !== 0x0a);
  return machine.file.text(start, machine.at - 1 - start);
}

export function takeDouble(machine: Machine): number {
  const bytes = takeView(machine, 8);
  return new DataView(bytes.buffer, bytes.byteOffset, 8).getFloat64(0);
}

/**
 * Two's complement, little-endian; rounded above 2^53, which only seeds and hashes exceed. Longer ones, such as the state of
 * a random generator, describe no weights and stay opaque.
 */
export function takeLong(machine: Machine, length: number): PickleValue {
  const bytes = takeView(machine, length);
  if (length > 16) {
    keep(machine, sizes.object);
    return { kind: 'object', name: 'builtins.int', args: [], state: null, entries: null };
  }
  const magnitude = bytes.reduceRight((value, byte) => value * 256 + byte, 0);
  return (bytes.at(-1) ?? 0) & 0x80 ? magnitude - 256 ** length : magnitude;
}

export function pop(machine: Machine): PickleValue {
  const value = top(machine);
  machine.stack.pop();
  return value;
}

export function top(machine: Machine): PickleValue {
  const value = machine.stack.at(-1);
  return value === undefined ? refuse('pickle takes a value that is not there', here(machine)) : value;
}

export function popTwo(machine: Machine): readonly [PickleValue, PickleValue] {
  const second = pop(machine);
  return [pop(machine), second];
}

export function popSome(machine: Machine, count: number): PickleValue[] {
  return Array.from({ length: count }, () => pop(machine)).reverse();
}

/** Charges what the machine is about to build or keep. */
export function keep(machine: Machine, bytes: number): void {
  machine.file.spend('memory', bytes, machine.at - 1);
}

/** Removes the last mark and returns the values pushed since. */
export function popMarked(machine: Machine): PickleValue[] {
  const below = machine.marked.pop();
  if (below === undefined) return refuse('pickle takes a mark that is not there', here(machine));
  const values = machine.stack;
  machine.stack = below;
  machine.below -= below.length;
  return values;
}

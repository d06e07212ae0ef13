import { failure, type Result } from '../../nets/result';
import type { DeviceReport } from '../../run/device/executor';

/** An object of stored JSON, with the path that a sentence names it by: `layers.times`. */
export type Fields = { readonly where: string; readonly values: Readonly<Record<string, unknown>> };

/** What `read` returns; what it throws becomes an error, so that one bad entry keeps no other from being read. */
export function attempted<T>(read: () => Result<T>): Result<T> {
  try {
    return read();
  } catch (error) {
    return failure(error instanceof Error ? error.message : String(error));
  }
}

/** @throws TypeError unless it is an object; so do the functions below where a field is not as its name says */
export function fieldsOf(value: unknown, where: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong(where, value, 'an object');
  return { where, values: { ...value } };
}

export function fieldsAt({ where, values }: Fields, name: string): Fields {
  return fieldsOf(values[name], `${where}.${name}`);
}

export function listOf(value: unknown, where: string): readonly unknown[] {
  if (!Array.isArray(value)) throw wrong(where, value, 'a list');
  return value;
}

export function listAt({ where, values }: Fields, name: string): readonly Fields[] {
  return listOf(values[name], `${where}.${name}`).map((item, index) => fieldsOf(item, `${where}.${name}.${index}`));
}

/** A text of at most 1000 characters. */
export function textAt({ where, values }: Fields, name: string): string {
  const value = values[name];
  if (typeof value !== 'string' || value.length > 1000) throw wrong(`${where}.${name}`, value, 'a text');
  return value;
}

/** A date of ISO 8601. */
export function dateAt(fields: Fields, name: string): string {
  const text = textAt(fields, name);
  if (Number.isNaN(Date.parse(text))) throw wrong(`${fields.where}.${name}`, text, 'a date');
  return text;
}

export function oneOfAt<T>({ where, values }: Fields, name: string, allowed: readonly T[]): T {
  const found = allowed.find((each) => each === values[name]);
  if (found === undefined) throw wrong(`${where}.${name}`, values[name], `one of ${allowed.join(', ')}`);
  return found;
}

/** A finite number, zero or above. */
export function numberAt({ where, values }: Fields, name: string): number {
  const value = values[name];
  if (!isTime(value)) throw wrong(`${where}.${name}`, value, 'a number');
  return value;
}

/** A finite number above zero. */
export function positiveAt(fields: Fields, name: string): number {
  const value = numberAt(fields, name);
  if (value === 0) throw wrong(`${fields.where}.${name}`, value, 'a number above 0');
  return value;
}

/** Times in milliseconds, at least one. */
export function timesOf(value: unknown, where: string): readonly number[] {
  const times = listOf(value, where);
  if (times.length === 0 || !times.every(isTime)) throw wrong(where, value, 'times');
  return times.filter(isTime);
}

export function timesAt({ where, values }: Fields, name: string): readonly number[] {
  return timesOf(values[name], `${where}.${name}`);
}

/** The device that something was measured on. */
export function deviceAt(fields: Fields, name: string): DeviceReport {
  const device = fieldsAt(fields, name);
  return {
    backend: oneOfAt(device, 'backend', ['webgpu', 'wasm'] as const),
    adapter: textAt(device, 'adapter'),
    softwareAdapter: oneOfAt(device, 'softwareAdapter', [true, false]),
    whyNotWebgpu: oneOfAt(device, 'whyNotWebgpu', ['none', 'software', 'lost', null] as const),
    ...('halfPrecision' in device.values && {
      halfPrecision: oneOfAt(device, 'halfPrecision', ['absent', 'off', 'on'] as const),
    }),
  };
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

function wrong(where: string, got: unknown, wanted: string): TypeError {
  const text = got === undefined ? 'nothing' : JSON.stringify(got).slice(0, 40);
  return new TypeError(`${where}: not as it was stored (got ${text}, wanted ${wanted})`);
}

import { legalOf } from './parsers';
import type { RefusedValue } from './refusedValue';

/** What a page needs to know of a nuqs parser to tell what it makes of a value. */
export type AddressParser = {
  readonly parse: (text: string) => unknown;
  readonly serialize?: (value: never) => string;
  readonly defaultValue?: unknown;
};

/** Why `parser` does not take a value as it is; null where it does. */
export function refusalOf(key: string, text: string, parser: AddressParser): RefusedValue | null {
  const legal = legalOf(parser);
  if (legal === undefined) return null;
  const value = writtenOf(parser.parse(text));
  if (value !== null && isSame(text, value)) return null;
  return { key, text, used: value ?? writtenOf(parser.defaultValue), why: { kind: 'legal', legal } };
}

/** A value as an address has it; null where there is none. */
export function writtenOf(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}

/** Whether two texts mean one value: `0.50` is `0.5`. */
function isSame(text: string, value: string): boolean {
  return text === value || (text.trim() !== '' && Number(text) === Number(value));
}

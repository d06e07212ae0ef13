import type { JsonObject, JsonValue } from './json';

/** What is at a path of keys and indices inside a JSON value, or undefined. */
export function fieldOf(value: JsonValue | undefined, ...path: readonly (string | number)[]): JsonValue | undefined {
  let found = value;
  for (const step of path) {
    if (typeof step === 'string') found = objectIn(found)?.get(step);
    else found = isList(found) ? found[step] : undefined;
  }
  return found;
}

export function objectIn(value: JsonValue | undefined): JsonObject | undefined {
  return value instanceof Map ? value : undefined;
}

/** The items of a list; none where it is no list. */
export function itemsIn(value: JsonValue | undefined): readonly JsonValue[] {
  return isList(value) ? value : [];
}

export function textIn(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

export function numberIn(value: JsonValue | undefined): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

/** The numbers of a list, or undefined where it is no list of numbers. */
export function numbersIn(value: JsonValue | undefined): readonly number[] | undefined {
  if (!isList(value)) return undefined;
  const numbers = value.flatMap((item) => (typeof item === 'number' ? [item] : []));
  return numbers.length === value.length ? numbers : undefined;
}

function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

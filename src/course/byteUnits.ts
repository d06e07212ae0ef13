/** Units of size, in bytes: those of 1,000 and those of 1,024 are different units. */
const byteUnits: readonly (readonly [RegExp, number])[] = [
  [/^(?:b|bytes?|字节)$/, 1],
  [/^kb$/, 1e3],
  [/^mb$/, 1e6],
  [/^gb$/, 1e9],
  [/^kib$/, 1024],
  [/^mib$/, 1024 ** 2],
  [/^gib$/, 1024 ** 3],
];

/** A unit of size at the end of a text, and what stands before it. */
export type Sized = { readonly rest: string; readonly unit: string; readonly bytes: number };

/** The unit of size at the end of a plain text in lower case; undefined where there is none. */
export function sizedOf(text: string): Sized | undefined {
  const parts = /^(.*[\d)])\s*(bytes?|字节|[kmg]i?b|b)$/.exec(text);
  const [, rest = '', unit = ''] = parts ?? [];
  const bytes = bytesOf(unit);
  return bytes === undefined ? undefined : { rest, unit, bytes };
}

/** Bytes of a unit, as `KiB`; undefined where it is none of size. */
export function bytesOf(unit: string): number | undefined {
  return byteUnits.find(([pattern]) => pattern.test(unit.toLowerCase()))?.[1];
}

/** Whether sizes in one unit are sizes in the other to every digit that people write. */
export function isSameFamily(bytes: number, other: number): boolean {
  return bytes === 1 || other === 1 || isDecimalUnit(bytes) === isDecimalUnit(other);
}

/** Whether a unit counts in thousands, and not in steps of 1,024. A byte counts in both. */
function isDecimalUnit(bytes: number): boolean {
  return bytes > 1 && bytes % 1000 === 0;
}

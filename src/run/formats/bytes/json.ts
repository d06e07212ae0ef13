import { checkDepth, sizes } from './budget';
import type { ByteReader } from './byteReader';
import { refuse } from './refusal';

export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;

export type JsonObject = ReadonlyMap<string, JsonValue>;

type Cursor = { readonly file: ByteReader; at: number };

/**
 * The JSON (RFC 8259) that fills `file`. Unlike JSON.parse, which may need many times the memory of its text, it
 * charges the budget for every value, refuses a key that is there twice, and says where the text is wrong.
 */
export function parseJson(file: ByteReader): JsonValue {
  const cursor: Cursor = { file, at: 0 };
  const value = valueAt(cursor, 0);
  const after = nextByte(cursor);
  return after === undefined ? value : unexpected(cursor, after);
}

function valueAt(cursor: Cursor, depth: number): JsonValue {
  checkDepth(depth, () => here(cursor));
  const byte = nextByte(cursor);
  if (byte === openBrace) return objectAt(cursor, depth);
  if (byte === openBracket) return listAt(cursor, depth);
  if (byte === quote) return textAt(cursor);
  return wordAt(cursor);
}

const [openBrace, closeBrace, openBracket, closeBracket] = [0x7b, 0x7d, 0x5b, 0x5d];
const [quote, backslash, comma, colon] = [0x22, 0x5c, 0x2c, 0x3a];

function objectAt(cursor: Cursor, depth: number): JsonObject {
  const entries = new Map<string, JsonValue>();
  cursor.file.spend('memory', sizes.map, cursor.at);
  items(cursor, closeBrace, () => {
    const at = cursor.at;
    cursor.file.spend('memory', sizes.entry, at);
    if (nextByte(cursor) !== quote) unexpected(cursor, nextByte(cursor));
    const key = textAt(cursor);
    if (entries.has(key)) refuse(`${key} is there twice`, cursor.file.place(at));
    take(cursor, colon);
    entries.set(key, valueAt(cursor, depth + 1));
  });
  return entries;
}

function listAt(cursor: Cursor, depth: number): readonly JsonValue[] {
  const list: JsonValue[] = [];
  cursor.file.spend('memory', sizes.object, cursor.at);
  items(cursor, closeBracket, () => {
    cursor.file.spend('memory', sizes.item, cursor.at);
    list.push(valueAt(cursor, depth + 1));
  });
  return list;
}

/** Steps over an opening bracket, the items, the commas between them and the closing bracket. */
function items(cursor: Cursor, close: number, readItem: () => void): void {
  cursor.at += 1;
  if (nextByte(cursor) !== close) {
    readItem();
    while (nextByte(cursor) !== close) {
      take(cursor, comma);
      nextByte(cursor);
      readItem();
    }
  }
  cursor.at += 1;
}

function textAt(cursor: Cursor): string {
  const { file } = cursor;
  const start = cursor.at;
  let end = start + 1;
  for (let byte = file.u8(end); byte !== quote; byte = file.u8(end)) end += byte === backslash ? 2 : 1;
  cursor.at = end + 1;
  const text = file.text(start, end + 1 - start);
  // JSON.parse undoes the escapes, and refuses what is none.
  const value = parsed(text);
  return typeof value === 'string' ? value : refuse('a damaged text in the JSON', file.place(start));
}

/** A number, true, false or null. */
function wordAt(cursor: Cursor): JsonValue {
  const { file } = cursor;
  const start = cursor.at;
  while (cursor.at < file.length && isWordByte(file.u8(cursor.at))) cursor.at += 1;
  const value = cursor.at === start || cursor.at - start > 40 ? undefined : parsed(file.text(start, cursor.at - start));
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return value;
  cursor.at = start;
  return unexpected(cursor, nextByte(cursor));
}

/** Letters, digits, plus, minus and point. */
function isWordByte(byte: number): boolean {
  return (byte >= 0x30 && byte <= 0x39) || (byte >= 0x61 && byte <= 0x7a) || [0x2b, 0x2d, 0x2e, 0x45].includes(byte);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The next byte that is no white space, or undefined at the end; the cursor moves to it. */
function nextByte(cursor: Cursor): number | undefined {
  const { file } = cursor;
  while (cursor.at < file.length) {
    const byte = file.u8(cursor.at);
    if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) return byte;
    cursor.at += 1;
  }
  return undefined;
}

function take(cursor: Cursor, wanted: number): void {
  const byte = nextByte(cursor);
  if (byte !== wanted) unexpected(cursor, byte);
  cursor.at += 1;
}

function unexpected(cursor: Cursor, byte: number | undefined): never {
  const got = byte === undefined ? 'its end' : byte > 0x20 && byte < 0x7f ? String.fromCharCode(byte) : `byte ${byte}`;
  return refuse(`not JSON (got ${got})`, here(cursor));
}

function here({ file, at }: Cursor): string {
  return file.place(at);
}

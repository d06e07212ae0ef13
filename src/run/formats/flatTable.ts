import { ByteBuffer } from 'flatbuffers';
import { refuse } from './refusal';

/** A table of a flatbuffer. Fields are read with the functions below, by their number in the schema (`slot`). */
export type FlatTable = { readonly file: FlatFile; readonly at: number };

type FlatFile = { readonly buffer: ByteBuffer; bytesLeft: number; tablesLeft: number };

// A table takes 4 bytes of a vector, and many vectors may point to the same one; real networks have about 1,000.
const mostTables = 20_000;

/**
 * The table that a flatbuffer's first four bytes point to.
 *
 * The flatbuffers package reads past the end as zero, so every offset is checked before it is followed. Tables and
 * vectors may be shared, so all that is read out of the file together is limited to twice its size.
 */
export function rootTable(bytes: Uint8Array): FlatTable {
  const file = { buffer: new ByteBuffer(bytes), bytesLeft: 2 * bytes.length, tablesLeft: mostTables };
  return tableAt(file, target(file, 0));
}

/** Where the table lies, in words. */
export function placeOf(table: FlatTable): string {
  return `byte ${table.at}`;
}

export function int8Field(table: FlatTable, slot: number, absent = 0): number {
  const at = fieldAt(table, slot, 1);
  return at === undefined ? absent : table.file.buffer.readInt8(at);
}

export function int32Field(table: FlatTable, slot: number, absent = 0): number {
  const at = fieldAt(table, slot, 4);
  return at === undefined ? absent : table.file.buffer.readInt32(at);
}

export function floatField(table: FlatTable, slot: number): number {
  const at = fieldAt(table, slot, 4);
  return at === undefined ? 0 : table.file.buffer.readFloat32(at);
}

export function textField(table: FlatTable, slot: number): string {
  return utf8.decode(bytesField(table, slot));
}

export function tableField(table: FlatTable, slot: number): FlatTable | undefined {
  const at = fieldAt(table, slot, 4);
  return at === undefined ? undefined : tableAt(table.file, target(table.file, at));
}

export function tablesField(table: FlatTable, slot: number): FlatTable[] {
  return vectorField(table, slot, 4, (file, at) => tableAt(file, target(file, at)));
}

export function int32sField(table: FlatTable, slot: number): number[] {
  return vectorField(table, slot, 4, ({ buffer }, at) => buffer.readInt32(at));
}

export function int64sField(table: FlatTable, slot: number): number[] {
  return vectorField(table, slot, 8, ({ buffer }, at) => Number(buffer.readInt64(at)));
}

export function floatsField(table: FlatTable, slot: number): number[] {
  return vectorField(table, slot, 4, ({ buffer }, at) => buffer.readFloat32(at));
}

/** A view of the file, not a copy. */
export function bytesField(table: FlatTable, slot: number): Uint8Array {
  const { start, length } = vectorAt(table, slot, 1);
  return table.file.buffer.bytes().subarray(start, start + length);
}

export function hasField(table: FlatTable, slot: number): boolean {
  return fieldAt(table, slot, 1) !== undefined;
}

const utf8 = new TextDecoder();

function tableAt(file: FlatFile, at: number): FlatTable {
  file.tablesLeft -= 1;
  if (file.tablesLeft < 0) refuse(`more than ${mostTables} tables`, `byte ${at}`);
  const fields = at - file.buffer.readInt32(checked(file, at, 4));
  checked(file, fields, file.buffer.readUint16(checked(file, fields, 4)));
  return { file, at };
}

/** Where a field of `size` bytes lies, or undefined when the table leaves it out. */
function fieldAt({ file, at }: FlatTable, slot: number, size: number): number | undefined {
  const offset = file.buffer.__offset(at, 4 + 2 * slot);
  return offset === 0 ? undefined : checked(file, at + offset, size);
}

function vectorField<Item>(
  table: FlatTable,
  slot: number,
  itemBytes: number,
  read: (file: FlatFile, at: number) => Item,
): Item[] {
  const { start, length } = vectorAt(table, slot, itemBytes);
  return Array.from({ length }, (_, index) => read(table.file, start + index * itemBytes));
}

function vectorAt(table: FlatTable, slot: number, itemBytes: number): { start: number; length: number } {
  const { file } = table;
  const field = fieldAt(table, slot, 4);
  if (field === undefined) return { start: 0, length: 0 };
  const at = target(file, field);
  const length = file.buffer.readUint32(checked(file, at, 4));
  checked(file, at + 4, length * itemBytes);
  file.bytesLeft -= length * itemBytes;
  if (file.bytesLeft < 0) refuse('the same bytes are used again and again', `byte ${at}`);
  return { start: at + 4, length };
}

/** Where the unsigned offset stored at `at` points. */
function target(file: FlatFile, at: number): number {
  return at + file.buffer.readUint32(checked(file, at, 4));
}

function checked({ buffer }: FlatFile, at: number, size: number): number {
  if (at >= 0 && at + size <= buffer.capacity()) return at;
  return refuse(
    `points outside the file (got ${size} bytes at ${at}, wanted below ${buffer.capacity()})`,
    `byte ${at}`,
  );
}

import { ByteBuffer } from 'flatbuffers';
import { sizes, spend, type Budget } from '../bytes/budget';
import { refuse } from '../bytes/refusal';

/** A table in a flatbuffer. The functions below read its fields by their `id` in the schema. */
export type FlatTable = { readonly file: FlatFile; readonly at: number };

type FlatFile = { readonly buffer: ByteBuffer; readonly budget: Budget };

/**
 * The root table, which the first four bytes of a flatbuffer point to.
 *
 * The flatbuffers package returns zeros past the end, so every offset is checked before it is followed. A reference to a
 * table or a vector is only 4 bytes, and many may point to the same one, so each is charged as if it were the only one.
 */
export function rootTable(bytes: Uint8Array, budget: Budget): FlatTable {
  const file = { buffer: new ByteBuffer(bytes), budget };
  return tableAt(file, target(file, 0));
}

/** The table's offset as error messages show it: `byte 12`. */
export function placeOf(table: FlatTable): string {
  return `byte ${table.at}`;
}

export function int8Field(table: FlatTable, id: number, fallback = 0): number {
  const at = fieldAt(table, id, 1);
  return at === undefined ? fallback : table.file.buffer.readInt8(at);
}

export function int32Field(table: FlatTable, id: number, fallback = 0): number {
  const at = fieldAt(table, id, 4);
  return at === undefined ? fallback : table.file.buffer.readInt32(at);
}

export function floatField(table: FlatTable, id: number): number {
  const at = fieldAt(table, id, 4);
  return at === undefined ? 0 : table.file.buffer.readFloat32(at);
}

export function textField(table: FlatTable, id: number): string {
  const bytes = bytesField(table, id);
  // Two bytes for each character, and the object around them.
  spend(table.file.budget, 'memory', 2 * bytes.length + 40, () => placeOf(table));
  return utf8.decode(bytes);
}

export function tableField(table: FlatTable, id: number): FlatTable | undefined {
  const at = fieldAt(table, id, 4);
  return at === undefined ? undefined : tableAt(table.file, target(table.file, at));
}

export function tablesField(table: FlatTable, id: number): FlatTable[] {
  return vectorField(table, id, 4, (file, at) => tableAt(file, target(file, at)));
}

export function int32sField(table: FlatTable, id: number): number[] {
  return vectorField(table, id, 4, ({ buffer }, at) => buffer.readInt32(at));
}

export function int64sField(table: FlatTable, id: number): number[] {
  return vectorField(table, id, 8, ({ buffer }, at) => Number(buffer.readInt64(at)));
}

export function floatsField(table: FlatTable, id: number): number[] {
  return vectorField(table, id, 4, ({ buffer }, at) => buffer.readFloat32(at));
}

/** A view of the file, not a copy. */
export function bytesField(table: FlatTable, id: number): Uint8Array {
  const { start, length } = vectorAt(table, id, 1);
  return table.file.buffer.bytes().subarray(start, start + length);
}

export function hasField(table: FlatTable, id: number): boolean {
  return fieldAt(table, id, 1) !== undefined;
}

const utf8 = new TextDecoder();

function tableAt(file: FlatFile, at: number): FlatTable {
  spend(file.budget, 'memory', sizes.object, () => `byte ${at}`);
  const fields = at - file.buffer.readInt32(checkedOffset(file, at, 4));
  checkedOffset(file, fields, file.buffer.readUint16(checkedOffset(file, fields, 4)));
  return { file, at };
}

/** The offset of a field of `size` bytes, or undefined if the table omits it. */
function fieldAt({ file, at }: FlatTable, id: number, size: number): number | undefined {
  const offset = file.buffer.__offset(at, 4 + 2 * id);
  return offset === 0 ? undefined : checkedOffset(file, at + offset, size);
}

function vectorField<Item>(
  table: FlatTable,
  id: number,
  itemBytes: number,
  read: (file: FlatFile, at: number) => Item,
): Item[] {
  const { start, length } = vectorAt(table, id, itemBytes);
  spend(table.file.budget, 'memory', length * sizes.item, () => `byte ${start}`);
  return Array.from({ length }, (_, index) => read(table.file, start + index * itemBytes));
}

function vectorAt(table: FlatTable, id: number, itemBytes: number): { start: number; length: number } {
  const { file } = table;
  const field = fieldAt(table, id, 4);
  if (field === undefined) return { start: 0, length: 0 };
  const at = target(file, field);
  const length = file.buffer.readUint32(checkedOffset(file, at, 4));
  checkedOffset(file, at + 4, length * itemBytes);
  return { start: at + 4, length };
}

/** The position that the unsigned offset stored at `at` points to. */
function target(file: FlatFile, at: number): number {
  return at + file.buffer.readUint32(checkedOffset(file, at, 4));
}

function checkedOffset({ buffer, budget }: FlatFile, at: number, size: number): number {
  spend(budget, 'work', 1, () => `byte ${at}`);
  if (at >= 0 && at + size <= buffer.capacity()) return at;
  return refuse(
    `points outside the file (got ${size} bytes at ${at}, wanted below ${buffer.capacity()})`,
    `byte ${at}`,
  );
}

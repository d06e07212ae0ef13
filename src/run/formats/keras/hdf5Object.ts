import { sizes, type Budget } from '../bytes/budget';
import { byteReader, type ByteReader } from '../bytes/byteReader';
import { refuse } from '../bytes/refusal';

/** An HDF5 file being read. */
export type Hdf5File = {
  readonly bytes: ByteReader;
  // What has been read so far, by its address: many parts may point to the same one.
  readonly objects: Map<number, Hdf5Object>;
  /** Children of groups: object header addresses by name. */
  readonly groups: Map<number, ReadonlyMap<string, number>>;
  /** Objects of global heaps: their positions by index. */
  readonly heaps: Map<number, ReadonlyMap<number, number>>;
};

/** A group or dataset, as the messages of its object header. */
export type Hdf5Object = {
  readonly file: Hdf5File;
  readonly address: number;
  readonly messages: readonly Hdf5Message[];
  /** Attributes by name; filled when the first is looked up. */
  readonly attributes: Map<string, Hdf5Message>;
};

export type Hdf5Message = {
  readonly type: number;
  readonly at: number;
  readonly length: number;
  /** Whether the content is stored elsewhere in the file. */
  readonly shared: boolean;
};

export const messageTypes = {
  dataspace: 0x01,
  linkInfo: 0x02,
  datatype: 0x03,
  link: 0x06,
  layout: 0x08,
  filters: 0x0b,
  attribute: 0x0c,
  attributeInfo: 0x15,
  continuation: 0x10,
  symbolTable: 0x11,
} as const;

const signature = [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a];

/**
 * The root group of an HDF5 file (HDF5 File Format Specification 3.0, II: superblocks 0 to 3).
 *
 * Covers the parts of HDF5 that weights use, and checks every pointer. The HDF5 library compiled to WebAssembly
 * (h5wasm) covers more, but damaged files make it write out of bounds, after which it fails on valid files too.
 */
export function hdf5Root(bytes: Uint8Array, budget: Budget): Hdf5Object {
  const reader = byteReader(bytes, budget);
  const file: Hdf5File = { bytes: reader, objects: new Map(), groups: new Map(), heaps: new Map() };
  const { u8, u64, place } = file.bytes;
  if (signature.some((byte, index) => bytes[index] !== byte)) refuse('no HDF5 signature', place(0));
  const version = u8(8);
  if (version > 3) refuse(`unknown superblock (got version ${version}, wanted at most 3)`, place(8));
  // Version 1 has four bytes more than version 0; versions 2 and 3 have the same layout.
  const sizes = version < 2 ? 13 : 9;
  if (u8(sizes) !== 8 || u8(sizes + 1) !== 8) {
    refuse(`size of offsets and lengths (got ${u8(sizes)} and ${u8(sizes + 1)}, wanted 8)`, place(sizes));
  }
  const base = version < 2 ? 24 + 4 * version : 12;
  if (u64(base) !== 0) refuse('contents that do not start at the beginning of the file', place(base));
  return hdf5Object(file, u64(version < 2 ? base + 40 : 36));
}

/** The object whose header is at `address`; read once. */
export function hdf5Object(file: Hdf5File, address: number): Hdf5Object {
  const known = file.objects.get(address);
  if (known !== undefined) return known;
  file.bytes.spend('memory', 2 * sizes.object + 2 * sizes.map + sizes.entry, address);
  const messages = hasTag(file, address, 'OHDR') ? version2Messages(file, address) : version1Messages(file, address);
  const object = { file, address, messages, attributes: new Map<string, Hdf5Message>() };
  file.objects.set(address, object);
  return object;
}

/** An object's messages of one type; refuses messages stored elsewhere in the file. */
export function messagesOf(object: Hdf5Object, type: number): readonly Hdf5Message[] {
  // Many names may lead to one object of many messages.
  object.file.bytes.spend('work', object.messages.length / 8, object.address);
  const found = object.messages.filter((message) => message.type === type);
  for (const { at, shared } of found) {
    if (shared) refuse('a description shared between objects is not read', object.file.bytes.place(at));
  }
  return found;
}

/** Whether the structure at `at` starts with this four-letter tag. */
export function hasTag(file: Hdf5File, at: number, tag: string): boolean {
  const bytes = file.bytes.view(at, tag.length);
  return bytes.every((byte, index) => byte === tag.charCodeAt(index));
}

/** Refuses a part of `length` bytes at `at` that is not all inside its message. */
export function checkInside(file: Hdf5File, message: Hdf5Message, at: number, length: number): void {
  const end = message.at + message.length;
  // Phrased so that NaN fails too.
  if (at >= message.at && length >= 0 && at + length <= end) return;
  refuse(`reaches outside its message (got ${length} bytes at ${at}, wanted below ${end})`, file.bytes.place(at));
}

/** Whether the eight bytes at `at` are the 'undefined address'. */
export function isUndefinedAddress(file: Hdf5File, at: number): boolean {
  return file.bytes.view(at, 8).every((byte) => byte === 0xff);
}

type Block = { readonly start: number; readonly length: number };

/** Object header version 1 (IV.A.1.a). */
function version1Messages(file: Hdf5File, address: number): Hdf5Message[] {
  const { u8, u16, u32, u64, place } = file.bytes;
  if (u8(address) !== 1) refuse(`unknown object header (got version ${u8(address)}, wanted 1 or 2)`, place(address));
  return messagesIn(file, { start: address + 16, length: u32(address + 8) }, 8, {
    head: (at) => ({ type: u16(at), length: u16(at + 2), flags: u8(at + 4) }),
    next: (at) => ({ start: u64(at), length: u64(at + 8) }),
  });
}

/** Object header version 2 (IV.A.1.b); its blocks carry a tag and a checksum. */
function version2Messages(file: Hdf5File, address: number): Hdf5Message[] {
  const { u8, u16, u64, uint } = file.bytes;
  const flags = u8(address + 5);
  const sizeAt = address + 6 + (flags & 0x20 ? 16 : 0) + (flags & 0x10 ? 4 : 0);
  const sizeBytes = 1 << (flags & 3);
  const first = { start: sizeAt + sizeBytes, length: uint(sizeAt, sizeBytes) };
  return messagesIn(file, first, flags & 0x04 ? 6 : 4, {
    head: (at) => ({ type: u8(at), length: u16(at + 1), flags: u8(at + 3) }),
    next: (at) => ({ start: u64(at) + 4, length: u64(at + 8) - 8 }),
  });
}

/** The messages of a header's first block and of its continuation blocks. */
function messagesIn(
  file: Hdf5File,
  first: Block,
  headBytes: number,
  read: {
    readonly head: (at: number) => { readonly type: number; readonly length: number; readonly flags: number };
    readonly next: (at: number) => Block;
  },
): Hdf5Message[] {
  const messages: Hdf5Message[] = [];
  const blocks = [first];
  const starts = new Set<number>();
  // A queue by index: continuations are read in the order in which they are named.
  for (const block of blocks) {
    if (starts.has(block.start))
      refuse('a header that continues at the same place twice', file.bytes.place(block.start));
    starts.add(block.start);
    file.bytes.spend('memory', sizes.entry, block.start);
    const end = block.start + block.length;
    // A remainder too short for a message header is padding.
    for (let at = block.start; at + headBytes <= end;) {
      const { type, length, flags } = read.head(at);
      const start = at + headBytes;
      file.bytes.view(start, length);
      file.bytes.spend('memory', sizes.object, at);
      if (type === messageTypes.continuation) blocks.push(read.next(start));
      else messages.push({ type, at: start, length, shared: (flags & 0x02) !== 0 });
      at = start + length;
    }
  }
  return messages;
}

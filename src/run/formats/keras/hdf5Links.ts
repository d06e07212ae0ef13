import { checkDepth, sizes } from '../bytes/budget';
import { denseLinks } from './hdf5DenseLinks';
import {
  checkInside,
  hasTag,
  hdf5Object,
  isUndefinedAddress,
  messagesOf,
  messageTypes,
  type Hdf5File,
  type Hdf5Message,
  type Hdf5Object,
} from './hdf5Object';
import { refuse } from '../bytes/refusal';

/** The object at `path` ('/'-separated) in a group, or undefined. Soft and external links are not followed. */
export function childOf(group: Hdf5Object, path: string): Hdf5Object | undefined {
  let object = group;
  for (const name of path.split('/').filter((part) => part !== '')) {
    group.file.bytes.spend('memory', sizes.item, object.address);
    const address = childrenOf(object).get(name);
    if (address === undefined) return undefined;
    object = hdf5Object(group.file, address);
  }
  return object;
}

/** Object header addresses by name, in file order. */
export function childrenOf(group: Hdf5Object): ReadonlyMap<string, number> {
  const { groups, bytes } = group.file;
  const known = groups.get(group.address);
  if (known !== undefined) return known;
  const children = new Map<string, number>();
  for (const [name, address] of links(group)) {
    bytes.spend('memory', sizes.entry, group.address);
    children.set(name, address);
  }
  groups.set(group.address, children);
  return children;
}

type Link = readonly [name: string, address: number];

/** Old-style groups keep their links in a tree, new-style ones in messages or, if there are many, in a heap. */
function* links(group: Hdf5Object): Generator<Link> {
  const { file } = group;
  for (const { at } of messagesOf(group, messageTypes.symbolTable)) {
    const names = namesAt(file, file.bytes.u64(at + 8));
    yield* treeLinks(file, file.bytes.u64(at), names, 0);
  }
  for (const message of messagesOf(group, messageTypes.link)) {
    const link = linkOf(file, message);
    if (link !== undefined) yield link;
  }
  for (const { at } of messagesOf(group, messageTypes.linkInfo)) {
    const heapAt = at + 2 + (file.bytes.u8(at + 1) & 1 ? 8 : 0);
    if (isUndefinedAddress(file, heapAt)) continue;
    for (const message of denseLinks(file, file.bytes.u64(heapAt), file.bytes.u64(heapAt + 8))) {
      const link = linkOf(file, message);
      if (link !== undefined) yield link;
    }
  }
}

/** The strings of a local heap. */
type Names = { readonly start: number; readonly end: number };

/** Where a local heap (III.D) has its strings. */
function namesAt(file: Hdf5File, address: number): Names {
  const { u64, view, place } = file.bytes;
  if (!hasTag(file, address, 'HEAP')) refuse('damaged list of names', place(address));
  const [length, start] = [u64(address + 8), u64(address + 24)];
  view(start, length);
  return { start, end: start + length };
}

/** The links below a node of a version 1 B-tree (III.A.1). A node's level counts down to the leaves, which have 0. */
function* treeLinks(file: Hdf5File, address: number, names: Names, depth: number, level?: number): Generator<Link> {
  const { u8, u16, u64, place } = file.bytes;
  checkDepth(depth, () => place(address));
  if (!hasTag(file, address, 'TREE')) return refuse('damaged group', place(address));
  const found = u8(address + 5);
  if (u8(address + 4) !== 0 || (level !== undefined && found !== level)) refuse('damaged group', place(address));
  const count = u16(address + 6);
  for (let index = 0; index < count; index += 1) {
    // Keys and children alternate; keys matter only for searching.
    const child = u64(address + 32 + 16 * index);
    if (found > 0) yield* treeLinks(file, child, names, depth + 1, found - 1);
    else yield* symbolLinks(file, child, names);
  }
}

/** The links in a symbol table node (III.B). */
function* symbolLinks(file: Hdf5File, address: number, names: Names): Generator<Link> {
  const { u16, u32, u64, place } = file.bytes;
  if (!hasTag(file, address, 'SNOD')) refuse('damaged group', place(address));
  const count = u16(address + 6);
  for (let index = 0; index < count; index += 1) {
    const entry = address + 8 + 40 * index;
    // Cache type 2 is a soft link.
    if (u32(entry + 16) !== 2) yield [textAt(file, names, u64(entry)), u64(entry + 8)];
  }
}

/** A zero-terminated string of the heap. */
function textAt({ bytes }: Hdf5File, { start, end }: Names, offset: number): string {
  const from = start + offset;
  let at = from;
  while (at < end && bytes.u8(at) !== 0) at += 1;
  if (at >= end) refuse('a name that does not end inside its list', bytes.place(from));
  return bytes.text(from, at - from);
}

/** The link in a link message (IV.A.2.g), or undefined for a soft or external link. */
function linkOf(file: Hdf5File, message: Hdf5Message): Link | undefined {
  const { at } = message;
  const { u8, u64, uint, text } = file.bytes;
  const flags = u8(at + 1);
  const kind = flags & 0x08 ? u8(at + 2) : 0;
  if (kind !== 0) return undefined;
  const sizeAt = at + 2 + (flags & 0x08 ? 1 : 0) + (flags & 0x04 ? 8 : 0) + (flags & 0x10 ? 1 : 0);
  const sizeBytes = 1 << (flags & 3);
  const nameBytes = uint(sizeAt, sizeBytes);
  const nameAt = sizeAt + sizeBytes;
  checkInside(file, message, nameAt, nameBytes + 8);
  return [text(nameAt, nameBytes), u64(nameAt + nameBytes)];
}

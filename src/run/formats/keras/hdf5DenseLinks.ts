import { hasTag, isUndefinedAddress, messageTypes, type Hdf5File, type Hdf5Message } from './hdf5Object';
import { refuse } from '../bytes/refusal';

/** What a version 2 B-tree lists: its type, and where its records have the ID of a message, of how many bytes. */
type Listed = { readonly type: number; readonly tree: number; readonly idAt: number; readonly idBytes: number };

// A record is a hash of the name and the link's ID, or the attribute's ID, its flags, its number and a hash of the name.
const links: Listed = { type: messageTypes.link, tree: 5, idAt: 4, idBytes: 7 };
const attributes: Listed = { type: messageTypes.attribute, tree: 8, idAt: 0, idBytes: 8 };

/** The link messages of a large new-style group. */
export function denseLinks(file: Hdf5File, heapAddress: number, treeAddress: number): Generator<Hdf5Message> {
  return denseMessages(file, heapAddress, treeAddress, links);
}

/** The attribute messages of an object that has many of them, or large ones. */
export function denseAttributes(file: Hdf5File, heapAddress: number, treeAddress: number): Generator<Hdf5Message> {
  return denseMessages(file, heapAddress, treeAddress, attributes);
}

/** The records of a version 2 B-tree (III.A.2) point to messages by their offset in a fractal heap (III.G). */
function* denseMessages(
  file: Hdf5File,
  heapAddress: number,
  treeAddress: number,
  listed: Listed,
): Generator<Hdf5Message> {
  const { u8, uint, view, place } = file.bytes;
  const heap = heapOf(file, heapAddress);
  const { type, idAt, idBytes } = listed;
  for (const record of treeRecords(file, treeAddress, listed)) {
    // An ID is flags (one byte), offset, length.
    const id = record + idAt;
    if (u8(id) !== 0)
      refuse('a link or attribute too large for its heap is not read: save the file with h5py', place(id));
    const lengthAt = id + 1 + heap.offsetBytes;
    const lengthBytes = Math.min(4, idBytes - 1 - heap.offsetBytes);
    if (lengthBytes < 1) refuse('damaged group', place(id));
    const length = uint(lengthAt, lengthBytes);
    const at = heapPosition(file, heap, uint(id + 1, heap.offsetBytes));
    view(at, length);
    yield { type, at, length, shared: type === messageTypes.attribute && (u8(id + idBytes) & 2) !== 0 };
  }
}

type Tree = { readonly nodeBytes: number; readonly recordBytes: number };

/** The positions of the records. */
function* treeRecords(file: Hdf5File, address: number, listed: Listed): Generator<number> {
  const { u8, u16, u32, u64, place } = file.bytes;
  if (!hasTag(file, address, 'BTHD') || u8(address + 5) !== listed.tree) refuse('damaged group', place(address));
  if (isUndefinedAddress(file, address + 16)) return;
  const tree = { nodeBytes: u32(address + 6), recordBytes: u16(address + 10) };
  if (tree.recordBytes < listed.idAt + listed.idBytes || tree.nodeBytes < 16) refuse('damaged group', place(address));
  yield* nodeRecords(file, tree, { address: u64(address + 16), count: u16(address + 24), depth: u16(address + 12) });
}

type TreeNode = { readonly address: number; readonly count: number; readonly depth: number };

function* nodeRecords(file: Hdf5File, tree: Tree, node: TreeNode): Generator<number> {
  const { address, count, depth } = node;
  if (!hasTag(file, address, depth === 0 ? 'BTLF' : 'BTIN')) refuse('damaged group', file.bytes.place(address));
  const pointers = address + 6 + count * tree.recordBytes;
  // A third level adds a field to each pointer; groups reach it only with more than a thousand links.
  if (depth > 1) refuse('a group of more than a thousand names is not read', file.bytes.place(address));
  const countBytes = bytesFor(Math.floor((tree.nodeBytes - 10) / tree.recordBytes));
  for (let index = 0; index < count; index += 1) {
    const record = address + 6 + index * tree.recordBytes;
    file.bytes.view(record, tree.recordBytes);
    yield record;
  }
  for (let index = 0; depth > 0 && index <= count; index += 1) {
    const at = pointers + index * (8 + countBytes);
    const child = { address: file.bytes.u64(at), count: file.bytes.uint(at + 8, countBytes), depth: depth - 1 };
    yield* nodeRecords(file, tree, child);
  }
}

type Heap = {
  readonly root: number;
  /** Rows of the root's block table; 0 if the root is the only block. */
  readonly rows: number;
  readonly columns: number;
  readonly firstBlockBytes: number;
  readonly maxBlockBytes: number;
  readonly offsetBytes: number;
};

function heapOf(file: Hdf5File, address: number): Heap {
  const { u16, u64, place } = file.bytes;
  if (!hasTag(file, address, 'FRHP') || u16(address + 7) !== 0) refuse('damaged or filtered group', place(address));
  const offsetBytes = Math.ceil(u16(address + 128) / 8);
  if (offsetBytes > 8) refuse(`a heap with positions of ${offsetBytes} bytes (wanted at most 8)`, place(address + 128));
  return {
    root: u64(address + 132),
    rows: u16(address + 140),
    columns: u16(address + 110),
    firstBlockBytes: u64(address + 112),
    maxBlockBytes: u64(address + 120),
    offsetBytes,
  };
}

/** The file position of the heap's byte `offset`. Blocks are laid out row by row and double from the third row on. */
function heapPosition(file: Hdf5File, heap: Heap, offset: number): number {
  const { root, rows, columns, firstBlockBytes } = heap;
  if (rows === 0) return blockAt(file, root) + offset;
  if (!hasTag(file, root, 'FHIB')) refuse('damaged group', file.bytes.place(root));
  const table = root + 13 + heap.offsetBytes;
  let start = 0;
  for (let index = 0; index < rows * columns; index += 1) {
    file.bytes.spend('work', 1, root);
    const blockBytes = firstBlockBytes * 2 ** Math.max(0, Math.floor(index / columns) - 1);
    if (blockBytes > heap.maxBlockBytes) break;
    if (offset < start + blockBytes) return blockAt(file, file.bytes.u64(table + 8 * index)) + offset - start;
    start += blockBytes;
  }
  return refuse(`no block holds byte ${offset} of the group's heap`, file.bytes.place(root));
}

function blockAt(file: Hdf5File, address: number): number {
  return hasTag(file, address, 'FHDB') ? address : refuse('damaged group', file.bytes.place(address));
}

/** Bytes needed to store numbers up to `max`. */
function bytesFor(max: number): number {
  return Math.floor(Math.log2(max) / 8) + 1;
}

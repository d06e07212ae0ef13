import { Inflate } from 'fflate';
import { sizes, type Budget } from '../bytes/budget';
import { byteReader, type ByteReader } from '../bytes/byteReader';
import { refuse } from '../bytes/refusal';

/** A file in a zip archive. */
export type ZipEntry = {
  /** Size of the uncompressed content. */
  readonly byteLength: number;
  /** The content's offset in the archive as error messages show it: `byte 12`. */
  readonly place: string;
  /** The content: a view of the archive if stored, inflated if compressed. */
  readonly read: () => Uint8Array;
};

type DirectoryEntry = {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly header: number;
};

const endSignature = 0x06054b50;
const end64Signature = 0x06064b50;
const locator64Signature = 0x07064b50;
const directorySignature = 0x02014b50;
const localSignature = 0x04034b50;

/**
 * The entries of a zip archive by name, read from its central directory (PKWARE APPNOTE 4.3, with Zip64).
 *
 * fflate's own unzip copies every stored entry and follows lengths past the end of a damaged archive. Weights are
 * stored uncompressed, so here they stay views of the archive, and fflate only inflates compressed entries.
 * All compressed entries together may declare twice the archive's size: weights hardly compress, zip bombs do.
 */
export function zipEntries(bytes: Uint8Array, budget: Budget): ReadonlyMap<string, ZipEntry> {
  const file = byteReader(bytes, budget);
  const directory = directoryOf(file);
  const entries = new Map<string, ZipEntry>();
  let inflatableBytes = 2 * file.length;
  let at = directory.start;
  for (let index = 0; index < directory.count; index += 1) {
    const place = file.place(at);
    file.spend('memory', 2 * sizes.object + sizes.entry, at);
    if (file.u32(at) !== directorySignature) refuse(`zip entry ${index} is damaged`, place);
    const entry = directoryEntryOf(file, at);
    if (entries.has(entry.name)) refuse(`zip entry ${entry.name} is there twice`, place);
    if (entry.method !== 0) inflatableBytes -= entry.unpacked;
    if (inflatableBytes < 0) refuse(`zip entry ${entry.name} inflates to more than twice the whole file`, place);
    entries.set(entry.name, zipEntryOf(file, entry, place));
    at += 46 + file.u16(at + 28) + file.u16(at + 30) + file.u16(at + 32);
  }
  return entries;
}

function zipEntryOf(file: ByteReader, entry: DirectoryEntry, place: string): ZipEntry {
  const { name, header, packed, unpacked } = entry;
  if (file.u32(header) !== localSignature) refuse(`zip entry ${name} has no local header`, file.place(header));
  const start = header + 30 + file.u16(header + 26) + file.u16(header + 28);
  const content = file.view(start, packed);
  if (entry.method === 0) {
    if (packed !== unpacked)
      refuse(`zip entry ${name}: stored sizes differ (got ${packed}, wanted ${unpacked})`, place);
    return { byteLength: unpacked, place: file.place(start), read: () => content };
  }
  if (entry.method !== 8) refuse(`zip entry ${name}: unknown compression (got method ${entry.method})`, place);
  const read = () => {
    file.spend('work', unpacked / 16, start);
    return inflate(name, content, unpacked, place);
  };
  return { byteLength: unpacked, place: file.place(start), read };
}

function directoryOf(file: ByteReader): { readonly start: number; readonly count: number } {
  // Only a comment of at most 65,535 bytes may follow the end record.
  for (let at = file.length - 22; at >= Math.max(0, file.length - 22 - 0xffff); at -= 1) {
    if (file.u32(at) !== endSignature) continue;
    if (at < 20 || file.u32(at - 20) !== locator64Signature) {
      return { count: file.u16(at + 10), start: file.u32(at + 16) };
    }
    const end64 = file.u64(at - 20 + 8);
    if (file.u32(end64) !== end64Signature) refuse('zip end record is damaged', file.place(end64));
    return { count: file.u64(end64 + 32), start: file.u64(end64 + 48) };
  }
  return refuse('zip directory is missing: the file is cut short', file.place(file.length));
}

function directoryEntryOf(file: ByteReader, at: number): DirectoryEntry {
  const nameBytes = file.u16(at + 28);
  const name = file.text(at + 46, nameBytes);
  if (file.u16(at + 8) & 1) refuse(`zip entry ${name} is encrypted`, file.place(at));
  const nextWide = wideFields(file, at + 46 + nameBytes, file.u16(at + 30));
  const field = (position: number) => {
    const value = file.u32(at + position);
    return value === 0xffffffff ? nextWide() : value;
  };
  // Keep this order: the 64-bit fields are in the order of the 32-bit fields they replace.
  const unpacked = field(24);
  const packed = field(20);
  const header = field(42);
  return { name, method: file.u16(at + 10), packed, unpacked, header };
}

/** Returns a function that reads the next 64-bit field of the Zip64 extra block (APPNOTE 4.5.3). */
function wideFields(file: ByteReader, start: number, length: number): () => number {
  let next: number | undefined;
  for (let at = start; at + 4 <= start + length; at += 4 + file.u16(at + 2)) {
    if (file.u16(at) === 1) next = at + 4;
  }
  return () => {
    if (next === undefined) return refuse('zip entry lacks its 64-bit sizes', file.place(start));
    next += 8;
    return file.u64(next - 8);
  };
}

function inflate(name: string, content: Uint8Array, byteLength: number, place: string): Uint8Array {
  const result = new Uint8Array(byteLength);
  let reached = 0;
  const inflater = new Inflate((chunk) => {
    if (reached + chunk.length <= byteLength) result.set(chunk, reached);
    reached += chunk.length;
  });
  // Deflate compresses at most 1032 to 1, so small pieces limit what is inflated between two checks of the size.
  const piece = 4096;
  for (let at = 0; at < content.length && reached <= byteLength; at += piece) {
    const fault = faultOf(() => inflater.push(content.subarray(at, at + piece), at + piece >= content.length));
    if (fault !== undefined) refuse(`zip entry ${name} is damaged: ${fault}`, place);
  }
  if (reached !== byteLength) {
    const got = reached > byteLength ? 'more' : `${reached} bytes`;
    refuse(`zip entry ${name} inflates to another size (got ${got}, wanted ${byteLength} bytes)`, place);
  }
  return result;
}

function faultOf(act: () => void): string | undefined {
  try {
    act();
    return undefined;
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown);
  }
}

import { sizes, type Budget } from './budget';
import { byteReader, type ByteReader } from './byteReader';
import { refuse } from './refusal';
import { inflate } from './inflate';

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
 * Weights are stored uncompressed, so they stay views of the archive. All compressed entries together may declare twice
 * the archive's size: weights hardly compress, zip bombs do. Entries that share bytes are refused, since each would be
 * inflated by itself.
 */
export function zipEntries(bytes: Uint8Array, budget: Budget): ReadonlyMap<string, ZipEntry> {
  const file = byteReader(bytes, budget);
  const directory = directoryOf(file);
  const entries = new Map<string, ZipEntry>();
  const spans: Span[] = [];
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
    const start = contentStart(file, entry);
    spans.push({ name: entry.name, start: entry.header, end: start + entry.packed });
    entries.set(entry.name, zipEntryOf(file, entry, start, place));
    at += 46 + file.u16(at + 28) + file.u16(at + 30) + file.u16(at + 32);
  }
  checkApart(file, spans);
  return entries;
}

/** The bytes of an entry with its local header. */
type Span = { readonly name: string; readonly start: number; readonly end: number };

function checkApart(file: ByteReader, spans: readonly Span[]): void {
  let end = 0;
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    if (span.start < end) refuse(`zip entry ${span.name} shares its bytes with another`, file.place(span.start));
    end = span.end;
  }
}

function contentStart(file: ByteReader, { name, header }: DirectoryEntry): number {
  if (file.u32(header) !== localSignature) refuse(`zip entry ${name} has no local header`, file.place(header));
  return header + 30 + file.u16(header + 26) + file.u16(header + 28);
}

function zipEntryOf(file: ByteReader, entry: DirectoryEntry, start: number, place: string): ZipEntry {
  const { name, packed, unpacked } = entry;
  const content = file.view(start, packed);
  if (entry.method === 0) {
    if (packed !== unpacked)
      refuse(`zip entry ${name}: stored sizes differ (got ${packed}, wanted ${unpacked})`, place);
    return { byteLength: unpacked, place: file.place(start), read: () => content };
  }
  if (entry.method !== 8) refuse(`zip entry ${name}: unknown compression (got method ${entry.method})`, place);
  const read = () => {
    file.spend('work', unpacked / 2, start);
    const output = new Uint8Array(unpacked);
    const reached = inflate(content, output, {
      charge: (steps) => file.spend('work', steps, start),
      damaged: (reason) => refuse(`zip entry ${name} is damaged: ${reason}`, place),
    });
    if (reached === unpacked) return output;
    const got = reached > unpacked ? 'more' : `${reached} bytes`;
    return refuse(`zip entry ${name} inflates to another size (got ${got}, wanted ${unpacked} bytes)`, place);
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

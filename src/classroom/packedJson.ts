import { failure, success, type Result } from '../nets/result';

/** Why a code is not read. `newer`: a later version of the app wrote it. */
export type CodeFault =
  { readonly kind: 'broken' } | { readonly kind: 'newer'; readonly version: number } | { readonly kind: 'tooLong' };

/** Characters of a code. Four times what a QR code holds; more is no work of this app. */
export const maxCodeLength = 12_000;

/**
 * JSON as a word for addresses: its version, a mark, then its bytes and a checksum, as base64url. The checksum (CRC-32) also
 * covers `kind`, so that no damage, and no code of another kind, goes unnoticed. It does not prevent forgery. The bytes are
 * not deflated: lists of a few hundred letters become hardly shorter by it.
 */
export function packedJson(kind: string, version: number, json: unknown): string {
  const bytes = utf8.encode(JSON.stringify(json));
  const sum = checksum(kind, version, bytes);
  const all = new Uint8Array(bytes.length + 4);
  all.set(bytes);
  new DataView(all.buffer).setUint32(bytes.length, sum);
  return `${String(version)}~${base64Url(all)}`;
}

/** Reads what `packedJson` wrote in this version or an earlier one. */
export function unpackedJson(kind: string, version: number, code: string): Result<unknown, CodeFault> {
  if (code.length > maxCodeLength) return failure({ kind: 'tooLong' });
  const [, written = '', text = ''] = /^([1-9]\d{0,3})~([A-Za-z0-9_-]+)$/.exec(code) ?? [];
  if (written === '') return failure({ kind: 'broken' });
  const given = Number(written);
  // What a later version packs, and how, is not known here.
  if (given > version) return failure({ kind: 'newer', version: given });
  const all = bytesOf(text);
  if (all === undefined || all.length < 5) return failure({ kind: 'broken' });
  const bytes = all.subarray(0, -4);
  if (new DataView(all.buffer).getUint32(bytes.length) !== checksum(kind, given, bytes))
    return failure({ kind: 'broken' });
  try {
    const json: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return success(json);
  } catch {
    return failure({ kind: 'broken' });
  }
}

const utf8 = new TextEncoder();

function base64Url(bytes: Uint8Array): string {
  const letters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** Undefined where it is no base64url, or not as `base64Url` writes it: two texts never mean the same bytes. */
function bytesOf(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    const letters = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
    return base64Url(bytes) === text ? bytes : undefined;
  } catch {
    return undefined;
  }
}

function checksum(kind: string, version: number, bytes: Uint8Array): number {
  return (crc32(bytes, crc32(utf8.encode(`${kind}${String(version)}`), 0xffffffff)) ^ 0xffffffff) >>> 0;
}

/** CRC-32 of IEEE 802.3, without its final complement: finds every damage within 32 bits in a row. */
function crc32(bytes: Uint8Array, start: number): number {
  let sum = start;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ ((sum & 1) * 0xedb88320);
  }
  return sum;
}

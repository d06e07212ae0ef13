/** What tells whether an unfinished file is still the one on the server. Null where the server does not say. */
export type FileIdentity = {
  readonly totalBytes: number | null;
  /** ETag or Last-Modified. */
  readonly version: string | null;
};

/** The beginning of a file. */
export type Beginning = { readonly bytes: Uint8Array; readonly identity: FileIdentity };

/** Where the beginning of one file waits for the rest. A store that cannot keep anything forgets, and never fails. */
export type PartStore = {
  readonly read: () => Promise<Beginning | null>;
  /** Puts bytes behind those that are there. */
  readonly append: (bytes: Uint8Array, identity: FileIdentity) => Promise<void>;
  readonly clear: () => Promise<void>;
};

/** Joins pieces of a file. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

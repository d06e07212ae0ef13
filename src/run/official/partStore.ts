/** Tells whether a partly downloaded file is still the one on the server. Null where the server does not say. */
export type FileIdentity = {
  readonly totalBytes: number | null;
  /** ETag or Last-Modified. */
  readonly version: string | null;
};

/** The first bytes of a file. */
export type Beginning = { readonly bytes: Uint8Array; readonly identity: FileIdentity };

/**
 * Keeps the first bytes of one file until the rest is downloaded. A store that cannot keep anything forgets, and never
 * fails.
 */
export type PartStore = {
  readonly read: () => Promise<Beginning | null>;
  /** Appends bytes. */
  readonly append: (bytes: Uint8Array, identity: FileIdentity) => Promise<void>;
  readonly clear: () => Promise<void>;
};

import type { RunError } from '../errors/runError';

/** Why something is not kept for use without a network. */
export type PrepareFault =
  /** A file did not arrive, or not whole. */
  | { readonly reason: 'notFetched'; readonly error: RunError }
  /** Browsers keep nothing of pages that come over http from another computer. */
  | { readonly reason: 'insecure' }
  /** The browser keeps no site's files: a private window, blocked site data, a page inside another one. */
  | { readonly reason: 'refused' }
  /** The files do not fit into what the browser gives to this site. */
  | { readonly reason: 'noRoom'; readonly neededBytes: number; readonly leftBytes: number }
  /** A file arrived, but the browser did not store it. */
  | { readonly reason: 'notStored' }
  /** The service worker, which keeps the app itself, did not get all of its files. */
  | { readonly reason: 'appIncomplete' };

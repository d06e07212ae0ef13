import type { Attempt } from '../official/downloadOfficial';
import type { RunError } from '../errors/runError';

/** Why a checkpoint cannot run. */
export type CheckpointFault =
  /** No address gave the file; one attempt for each that was asked. */
  | { readonly kind: 'download'; readonly attempts: readonly Attempt[] }
  /** The file cannot be read, or belongs to no network of the app. */
  | { readonly kind: 'file'; readonly error: RunError }
  /** Two networks fit, and the file does not say which: the open settings of `recognised` are to be chosen. */
  | { readonly kind: 'undecided' }
  /** The browser has no room for it, or keeps nothing for this page. `bytes` is the size that it needs. */
  | { readonly kind: 'notKept'; readonly bytes: number; readonly leftBytes: number | null };

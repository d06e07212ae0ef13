import type { DownloadFault } from '../official/download';
import type { RunError } from '../errors/runError';

/** Why a checkpoint did not become a network that can be run. */
export type CheckpointFault =
  /** It did not arrive from `url`. */
  | { readonly kind: 'download'; readonly url: string; readonly fault: DownloadFault }
  /** It cannot be read, or is of no network of the app. */
  | { readonly kind: 'file'; readonly error: RunError }
  /** The browser has no room for it, or keeps nothing for this page. `bytes` is what it would take. */
  | { readonly kind: 'notKept'; readonly bytes: number };

import type { DownloadFault } from '../official/download';
import type { RunError } from '../errors/runError';

/** Why a checkpoint cannot run. */
export type CheckpointFault =
  /** The download from `url` failed. */
  | { readonly kind: 'download'; readonly url: string; readonly fault: DownloadFault }
  /** The file cannot be read, or belongs to no network of the app. */
  | { readonly kind: 'file'; readonly error: RunError }
  /** The browser has no room for it, or keeps nothing for this page. `bytes` is the size that it needs. */
  | { readonly kind: 'notKept'; readonly bytes: number; readonly leftBytes: number | null };

/** Why a file did not arrive. What did arrive is kept where that helps, and the next attempt goes on from there. */
export type DownloadFault =
  /** This machine is in no network. */
  | { readonly reason: 'noNetwork' }
  /** The server answers, but lets no page of another site read its files (it sends no CORS header). */
  | { readonly reason: 'notShared' }
  /** No answer, or one that this page may not read: browsers do not say which. */
  | { readonly reason: 'noAnswer' }
  | { readonly reason: 'status'; readonly status: number }
  /** The connection broke, or nothing came for a while, more often than it was worth trying again. */
  | { readonly reason: 'brokeOff'; readonly loadedBytes: number; readonly totalBytes: number | null }
  /** A web page came instead of the file, as from a hotel's login. */
  | { readonly reason: 'webPage' }
  /** All of it arrived, with another digest than the file's name promises. */
  | { readonly reason: 'damaged'; readonly sha256: string; readonly wantedPrefix: string }
  /** The caller's signal fired. */
  | { readonly reason: 'aborted' };

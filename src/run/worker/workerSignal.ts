/**
 * What page and worker tell each other beside calls and answers. Comlink ignores messages without an id, so both share
 * the worker's own channel.
 */
export type WorkerSignal =
  /** The worker listens: what is sent to it from now on arrives. */
  | { readonly signal: 'ready' }
  /** The worker holds this lock as long as it lives, so whoever waits for the lock hears of its end. */
  | { readonly signal: 'holds'; readonly lock: string }
  /** From now on the worker may be silent this long, in milliseconds; Infinity while it measures. */
  | { readonly signal: 'silence'; readonly ms: number }
  /** The page asks for a sign of life; any message is one. */
  | { readonly signal: 'ask' }
  | { readonly signal: 'alive' };

/** The signal in a message; null in calls, answers and anything else. */
export function signalOf(message: unknown): WorkerSignal | null {
  if (typeof message !== 'object' || message === null || !('signal' in message)) return null;
  switch (message.signal) {
    case 'ready':
    case 'ask':
    case 'alive':
      return { signal: message.signal };
    case 'holds':
      return 'lock' in message && typeof message.lock === 'string' ? { signal: 'holds', lock: message.lock } : null;
    case 'silence':
      return 'ms' in message && typeof message.ms === 'number' ? { signal: 'silence', ms: message.ms } : null;
    default:
      return null;
  }
}

/** A worker that does not answer for this long hangs, unless it has said that it computes without a pause. */
export const usualSilenceMs = 10_000;

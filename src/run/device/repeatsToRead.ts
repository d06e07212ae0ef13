import { success, type Result } from '../../nets/result';
import type { RunError } from '../errors/runError';

/**
 * How long a reading of a clock should be, ms: twenty of the clock's steps, so that rounding is a twentieth of it, and no
 * shorter than `shortestMs`, which keeps the start of a run small beside it.
 */
export function readableMs(resolutionMs: number, shortestMs = 1): number {
  return Math.max(shortestMs, 20 * resolutionMs);
}

type Readable = { readonly wantedMs: number; readonly most: number };

/** How often something has to be repeated until it takes as long as is wanted; the first tries also warm it up. */
export async function repeatsToRead(
  taken: (times: number) => Promise<Result<number, RunError>>,
  { wantedMs, most }: Readable,
): Promise<Result<number, RunError>> {
  const warmUp = await taken(1);
  if (!warmUp.ok) return warmUp;
  for (let times = 1; ;) {
    const tried = await taken(times);
    if (!tried.ok || tried.value >= wantedMs || times >= most) return tried.ok ? success(times) : tried;
    // A reading of 0 says only that it is short.
    const growth = Math.min(16, Math.max(2, wantedMs / Math.max(tried.value, wantedMs / 16)));
    times = Math.min(most, Math.ceil(times * growth));
  }
}

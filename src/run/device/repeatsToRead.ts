import { success, type Result } from '../../nets/result';
import type { RunError } from '../errors/runError';

/**
 * How long a timed run should last, in milliseconds: twenty steps of the clock, so that rounding is at most a
 * twentieth, and at least `shortestMs`, so that the overhead of starting a run is small.
 */
export function readableMs(resolutionMs: number, shortestMs = 1): number {
  return Math.max(shortestMs, 20 * resolutionMs);
}

type Readable = { readonly wantedMs: number; readonly max: number };

/** How often to repeat work so that it lasts `wantedMs`. The first tries also warm it up. */
export async function repeatsToRead(
  taken: (times: number) => Promise<Result<number, RunError>>,
  { wantedMs, max }: Readable,
): Promise<Result<number, RunError>> {
  const warmUp = await taken(1);
  if (!warmUp.ok) return warmUp;
  for (let times = 1; ;) {
    const tried = await taken(times);
    if (!tried.ok || tried.value >= wantedMs || times >= max) return tried.ok ? success(times) : tried;
    // A reading of 0 only says that the run was short.
    const growth = Math.min(16, Math.max(2, wantedMs / Math.max(tried.value, wantedMs / 16)));
    times = Math.min(max, Math.ceil(times * growth));
  }
}

import type { Result } from '../../nets/result';
import { success } from '../../nets/result';
import { repeatsToRead } from '../device/repeatsToRead';
import type { RunError } from '../errors/runError';

/** The most that two small programs got out of a device: the two lines of its roofline. */
export type DevicePeaks = {
  readonly macsPerSecond: number;
  readonly bytesPerSecond: number;
  /**
   * What the arithmetic was measured with: a shader that does nothing but multiply and add in registers, or the largest
   * matrix product of the library that runs the networks. Memory is measured by copying.
   */
  readonly arithmetic: 'shader' | 'matrixProduct';
};

/** Something that does `amount` of work in one go, and can be told to do it several times. */
export type PeakProgram = {
  readonly amount: number;
  /** Milliseconds for so many times. */
  readonly taken: (times: number) => Promise<Result<number, RunError>>;
};

const attempts = 5;
/** Long enough that starting and ending it are lost beside it, short enough for a browser's patience with a shader. */
const wantedMs = 80;
const maxTimes = 2000;

/** The most work per second of several attempts: whatever disturbs an attempt makes it slower, never faster. */
export async function peakPerSecond({ amount, taken }: PeakProgram): Promise<Result<number, RunError>> {
  const times = await repeatsToRead(taken, { wantedMs, max: maxTimes });
  if (!times.ok) return times;
  let leastMs = Infinity;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const takenMs = await taken(times.value);
    if (!takenMs.ok) return takenMs;
    leastMs = Math.min(leastMs, takenMs.value);
  }
  return success((amount * times.value * 1000) / leastMs);
}

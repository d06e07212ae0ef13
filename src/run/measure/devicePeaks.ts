import type { Result } from '../../nets/result';
import { success } from '../../nets/result';
import { repeatsToRead } from '../device/repeatsToRead';
import type { RunError } from '../errors/runError';

/** The peak rates of a device, measured with two small programs: the two lines of its roofline. */
export type DevicePeaks = {
  readonly macsPerSecond: number;
  readonly bytesPerSecond: number;
  /**
   * How arithmetic was measured: with a shader that only multiplies and adds in registers, or with a large matrix
   * product of the library that runs the networks. Memory is measured by copying.
   */
  readonly arithmetic: 'shader' | 'matrixProduct';
};

/** A program that does `amount` of work per run. */
export type PeakProgram = {
  readonly amount: number;
  /** Milliseconds for `times` runs. */
  readonly runMs: (times: number) => Promise<Result<number, RunError>>;
};

const attempts = 5;
/** Long enough that the overhead of a run is negligible, short enough that browsers do not stop the shader. */
const wantedMs = 80;
const maxTimes = 2000;

/** The fastest of several attempts, in work per second: disturbances only ever slow an attempt down. */
export async function peakPerSecond({ amount, runMs }: PeakProgram): Promise<Result<number, RunError>> {
  const times = await repeatsToRead(runMs, { wantedMs, max: maxTimes });
  if (!times.ok) return times;
  let fastestMs = Infinity;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const takenMs = await runMs(times.value);
    if (!takenMs.ok) return takenMs;
    fastestMs = Math.min(fastestMs, takenMs.value);
  }
  return success((amount * times.value * 1000) / fastestMs);
}

import { expect, test } from 'vitest';
import { success } from '../../nets/result';
import { readableMs, repeatsToRead } from './repeatsToRead';

/** Browsers coarsen the clock of the graphics processor to this, in milliseconds. */
const stepMs = 0.1;

test('work shorter than a step of the clock is repeated until the rounding is a twentieth of the reading', async () => {
  const repeats = await repeatsOf(0.013);
  expect(repeats * 0.013).toBeGreaterThanOrEqual(20 * stepMs);
  expect(repeats * 0.013).toBeLessThan(16 * 20 * stepMs);
});

test('long work runs once, and work that the clock never sees stops at the max', async () => {
  expect(await repeatsOf(7)).toBe(1);
  expect(await repeatsOf(0)).toBe(1000);
});

/** Repeats needed with a clock that shows whole steps only. */
async function repeatsOf(ms: number): Promise<number> {
  const taken = (times: number) => Promise.resolve(success(Math.floor((ms * times) / stepMs) * stepMs));
  const repeats = await repeatsToRead(taken, { wantedMs: readableMs(stepMs), max: 1000 });
  return repeats.ok ? repeats.value : NaN;
}

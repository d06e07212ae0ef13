import { expect, test } from 'vitest';
import { success } from '../../nets/result';
import { readableMs, repeatsToRead } from './repeatsToRead';

/** What browsers coarsen the graphics processor's clock to, ms. */
const stepMs = 0.1;

test('what is shorter than a step of the clock is repeated until rounding is a twentieth of a reading', async () => {
  const repeats = await repeatsOf(0.013);
  expect(repeats * 0.013).toBeGreaterThanOrEqual(20 * stepMs);
  expect(repeats * 0.013).toBeLessThan(16 * 20 * stepMs);
});

test('what is long runs once, and what the clock never sees is given up', async () => {
  expect(await repeatsOf(7)).toBe(1);
  expect(await repeatsOf(0)).toBe(1000);
});

/** By a clock that shows whole steps only. */
async function repeatsOf(ms: number): Promise<number> {
  const taken = (times: number) => Promise.resolve(success(Math.floor((ms * times) / stepMs) * stepMs));
  const repeats = await repeatsToRead(taken, { wantedMs: readableMs(stepMs), most: 1000 });
  return repeats.ok ? repeats.value : NaN;
}

import { expect, test } from 'vitest';
import { failure, success } from '../../nets/result';
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

test('a device that fails at the first try is not asked again', async () => {
  let tries = 0;
  const taken = () => {
    tries += 1;
    return Promise.resolve(tries === 1 ? failure({ code: 'deviceError', detail: 'no' } as const) : success(7));
  };
  expect(await repeatsToRead(taken, { wantedMs: 1, max: 10 })).toMatchObject({ ok: false, error: { detail: 'no' } });
  expect(tries).toBe(1);
});

/** Repeats needed with a clock that shows whole steps only. */
async function repeatsOf(ms: number): Promise<number> {
  const taken = (times: number) => Promise.resolve(success(Math.floor((ms * times) / stepMs) * stepMs));
  const repeats = await repeatsToRead(taken, { wantedMs: readableMs(stepMs), max: 1000 });
  return repeats.ok ? repeats.value : NaN;
}

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { isAnythingKept } from '../kept/isAnythingKept';
import { unlessKeeping } from '../weights/ownNetworks';
import { withCache } from '../weights/withCache';
import { inTime } from './inTime';
import { hasRoomFor } from './roomLeft';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const never = (): Promise<never> => new Promise(() => undefined);

test('an answer counts while it is in time and no refusal', async () => {
  expect(await inTime(() => Promise.resolve(7), null)).toBe(7);
  expect(await inTime(() => Promise.reject(new Error('no')), null)).toBe(null);
  const late = inTime(never, 'late', 100);
  await vi.advanceTimersByTimeAsync(100);
  expect(await late).toBe('late');
});

test('a browser that never says how much room is left is taken to have enough', async () => {
  vi.stubGlobal('navigator', { storage: { estimate: never } });
  const fits = hasRoomFor(1000);
  await vi.advanceTimersByTimeAsync(4000);
  expect(await fits).toBe(true);
});

test('a cache that never opens is waited for once', async () => {
  vi.stubGlobal('caches', { open: never, keys: never });
  vi.stubGlobal('indexedDB', { databases: never });
  const first = withCache('silent', () => Promise.resolve('found'), 'nothing');
  const kept = isAnythingKept();
  await vi.advanceTimersByTimeAsync(8000);
  expect(await first).toBe('nothing');
  expect(await kept).toBe(false);
  expect(await withCache('silent', () => Promise.resolve('found'), 'nothing')).toBe('nothing');
});

test.each([
  ['undefined', undefined],
  ['refused', { request: () => Promise.reject(new DOMException('no', 'SecurityError')) }],
  [
    'thrown',
    {
      request: () => {
        throw new Error('no');
      },
    },
  ],
])('where locks are %s, what needs one runs without it, once', async (_, locks) => {
  vi.stubGlobal('navigator', { locks });
  const act = vi.fn(() => Promise.resolve());
  await unlessKeeping(act);
  expect(act).toHaveBeenCalledTimes(1);
  const failing = vi.fn(() => Promise.reject(new Error('full')));
  await expect(unlessKeeping(failing)).rejects.toThrow('full');
  expect(failing).toHaveBeenCalledTimes(1);
});

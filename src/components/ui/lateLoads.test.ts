import { expect, test } from 'vitest';
import { countedLoad, useLateLoads } from './lateLoads';

const count = () => useLateLoads.getState().count;

test('a part counts while it loads, and no longer once it is there or has failed', async () => {
  const there = countedLoad(() => Promise.resolve('figure'));
  const failed = countedLoad(() => Promise.reject(new Error('offline')));
  expect(count()).toBe(2);
  expect(await there).toBe('figure');
  await expect(failed).rejects.toThrow('offline');
  expect(count()).toBe(0);
});

import { expect, test } from 'vitest';
import { success } from '../../nets/result';
import { batched } from './exhibit';

test('what is asked for in one task is read in one run, and what comes later in another', async () => {
  const runs: (readonly string[])[] = [];
  const read = batched((ids) => {
    runs.push(ids);
    return Promise.resolve(success(new Map()));
  });
  await Promise.all([read(['a', 'b']), read(['b', 'c'])]);
  await read(['a']);
  expect(runs).toEqual([['a', 'b', 'c'], ['a']]);
});

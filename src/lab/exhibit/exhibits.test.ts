import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { success } from '../../nets/result';
import { parseManifest } from '../../run/weights/manifest';
import { batched } from './exhibit';
import { exhibits } from './exhibits';

test.each(Object.entries(exhibits))('the exhibit %s is in the folder of weights, as large as it says', (_, exhibit) => {
  const manifest = parseManifest(JSON.parse(readFileSync(`public/weights/${exhibit.weights}/manifest.json`, 'utf8')));
  expect(manifest).toMatchObject({ ok: true, value: { bytes: exhibit.bytes } });
});

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

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { exhibits } from './exhibits';
import { parseManifest } from './manifest';

test.each(Object.entries(exhibits))('the exhibit %s is in the folder of weights, as large as it says', (_, exhibit) => {
  const manifest = parseManifest(JSON.parse(readFileSync(`public/weights/${exhibit.weights}/manifest.json`, 'utf8')));
  expect(manifest).toMatchObject({ ok: true, value: { bytes: exhibit.bytes } });
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseManifest } from './manifest';

const folder = new URL('../../../public/weights/', import.meta.url);

test('the index lists every folder of weights and nothing else', () => {
  const index: unknown = JSON.parse(readFileSync(new URL('index.json', folder), 'utf8'));
  const folders = readdirSync(folder).filter((name) => existsSync(new URL(`${name}/manifest.json`, folder)));
  expect(index).toEqual(expect.arrayContaining(folders));
  expect(index).toHaveLength(folders.length);
});

test('the app starts with the network of a thousand classes', () => {
  const index: unknown = JSON.parse(readFileSync(new URL('index.json', folder), 'utf8'));
  expect(index).toHaveProperty('0', 'efficientnet-lite0-imagenet');
});

test('the name in a manifest is the name of its folder', () => {
  for (const name of readdirSync(folder).filter((entry) => entry !== 'index.json')) {
    const manifest = parseManifest(JSON.parse(readFileSync(new URL(`${name}/manifest.json`, folder), 'utf8')));
    expect(manifest).toMatchObject({ ok: true, value: { name } });
  }
});

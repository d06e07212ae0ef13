import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { afterEach, expect, test, vi } from 'vitest';
import { servedWeights, weightsUrl } from '../fixtures/servedWeights';
import { parseManifest } from './manifest';
import { fetchTrainedNetworks } from './trainedNetworks';

const folder = new URL('../../../public/weights/', import.meta.url);

afterEach(() => {
  vi.unstubAllGlobals();
});

function serve(read: (path: string) => Uint8Array | null): void {
  const fetchServed = servedWeights({ read });
  // The app asks for addresses relative to its page.
  vi.stubGlobal('fetch', (url: string) => fetchServed(url.replace(/^.*weights\//, weightsUrl)));
}

function published(path: string): Uint8Array | null {
  const url = new URL(path, folder);
  return existsSync(url) ? new Uint8Array(readFileSync(url)) : null;
}

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

test('the trained networks come in the order of the index', async () => {
  serve(published);
  const names: unknown = JSON.parse(readFileSync(new URL('index.json', folder), 'utf8'));
  const trained = await fetchTrainedNetworks(new AbortController().signal);
  expect(trained.ok && trained.value.map(({ name }) => name)).toEqual(names);
});

test('an index that is no list of names, or names a folder without a manifest, is refused', async () => {
  const indexOf = (index: unknown) => (path: string) =>
    path === 'index.json' ? new TextEncoder().encode(JSON.stringify(index)) : published(path);
  for (const index of [{}, [], ['squeezenet-everyday64', 7]]) {
    serve(indexOf(index));
    expect(await fetchTrainedNetworks(new AbortController().signal)).toEqual({
      ok: false,
      error: { code: 'badManifest', detail: 'weights/index.json: not an array of names' },
    });
  }
  serve(indexOf(['squeezenet-everyday64', 'nothing']));
  const missing = await fetchTrainedNetworks(new AbortController().signal);
  expect(missing).toMatchObject({ ok: false, error: { code: 'downloadFailed', status: 404 } });
});

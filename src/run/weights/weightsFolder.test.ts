import { existsSync, readFileSync } from 'node:fs';
import { afterEach, expect, test, vi } from 'vitest';
import { memoryCaches } from '../fixtures/memoryCaches';
import { servedWeights, weightsUrl } from '../fixtures/servedWeights';
import { downloadWeights, type Download } from './weightsFolder';

const folder = `${weightsUrl}shufflenet-v2-everyday64/`;

afterEach(() => {
  vi.unstubAllGlobals();
});

function serve(faults = {}, connection = {}): void {
  vi.stubGlobal('fetch', servedWeights({ read: published, faults, ...connection }));
}

function published(path: string): Uint8Array | null {
  const url = new URL(`../../../public/weights/${path}`, import.meta.url);
  return existsSync(url) ? new Uint8Array(readFileSync(url)) : null;
}

function download(change: Partial<Download> = {}) {
  return downloadWeights({ url: folder, onBytes: () => undefined, signal: new AbortController().signal, ...change });
}

test('a whole folder is downloaded, reporting its progress in bytes', async () => {
  serve();
  const progress: (readonly [number, number])[] = [];
  const result = await download({ onBytes: (loaded, total) => progress.push([loaded, total]) });
  if (!result.ok) throw new Error(result.error.code);
  const { manifest, labels, bytes } = result.value;
  expect([manifest.name, labels.length, bytes.length]).toEqual(['shufflenet-v2-everyday64', 64, manifest.bytes]);
  expect(progress[0]).toEqual([0, manifest.bytes]);
  expect(progress.at(-1)).toEqual([manifest.bytes, manifest.bytes]);
});

test('a file that is cut short is refused', async () => {
  serve({ 'weights.safetensors': (bytes: Uint8Array) => bytes.subarray(0, 1000) });
  expect(await download()).toMatchObject({ ok: false, error: { code: 'weightsCutShort', gotBytes: 1000 } });
});

test('a broken connection is reported like a file that is cut short', async () => {
  serve({}, { breaksAfterBytes: 5000 });
  expect(await download()).toMatchObject({ ok: false, error: { code: 'weightsCutShort', gotBytes: 5000 } });
});

test('a file with one altered byte is refused because of its digest', async () => {
  serve({ 'weights.safetensors': (bytes: Uint8Array) => bytes.with(100_000, 1 + (bytes[100_000] ?? 0)) });
  expect(await download()).toMatchObject({ ok: false, error: { code: 'weightsDamaged' } });
});

test('a missing folder is refused with its URL and the status', async () => {
  serve();
  const url = `${weightsUrl}nothing/`;
  expect(await download({ url })).toEqual({
    ok: false,
    error: { code: 'downloadFailed', url: `${url}manifest.json`, status: 404 },
  });
});

test('a server that cannot be reached is reported as status 0', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('network')));
  expect(await download()).toMatchObject({ ok: false, error: { code: 'downloadFailed', status: 0 } });
});

test('an HTML page instead of a manifest is refused', async () => {
  serve({ 'manifest.json': () => new TextEncoder().encode('<!doctype html>') });
  expect(await download()).toMatchObject({ ok: false, error: { code: 'badManifest' } });
});

test('a signal that fires ends the download with no other error', async () => {
  serve();
  const controller = new AbortController();
  const result = await download({ signal: controller.signal, onBytes: () => controller.abort() });
  expect(result).toEqual({ ok: false, error: { code: 'aborted' } });
});

test('what was downloaded once is kept, and loads without a connection', async () => {
  const caches = memoryCaches();
  vi.stubGlobal('caches', caches);
  serve();
  expect((await download()).ok).toBe(true);
  const files = ['manifest.json', 'labels.json', 'weights.safetensors'].map((file) => `${folder}${file}`);
  expect(caches.urlsOf('weights').toSorted()).toEqual(files.toSorted());
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('network')));
  // Only bytes with the digest in the manifest load.
  expect((await download()).ok).toBe(true);
});

test('a file that arrives damaged is not kept', async () => {
  const caches = memoryCaches();
  vi.stubGlobal('caches', caches);
  serve({ 'weights.safetensors': (bytes: Uint8Array) => bytes.with(100_000, 1 + (bytes[100_000] ?? 0)) });
  expect(await download()).toMatchObject({ ok: false, error: { code: 'weightsDamaged' } });
  expect(caches.urlsOf('weights')).not.toContain(`${folder}weights.safetensors`);
});

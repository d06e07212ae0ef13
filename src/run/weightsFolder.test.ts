import { afterEach, expect, test, vi } from 'vitest';
import { servedWeights, weightsUrl } from './fixtures/servedWeights';
import { downloadWeights, type Download } from './weightsFolder';

const folder = `${weightsUrl}shufflenet-v2-everyday64/`;

afterEach(() => {
  vi.unstubAllGlobals();
});

function download(change: Partial<Download> = {}) {
  return downloadWeights({ url: folder, onBytes: () => undefined, signal: new AbortController().signal, ...change });
}

test('a folder is fetched whole, with its progress in bytes', async () => {
  servedWeights();
  const progress: (readonly [number, number])[] = [];
  const result = await download({ onBytes: (loaded, total) => progress.push([loaded, total]) });
  if (!result.ok) throw new Error(result.error.code);
  const { manifest, labels, bytes } = result.value;
  expect([manifest.name, labels.length, bytes.length]).toEqual(['shufflenet-v2-everyday64', 64, manifest.bytes]);
  expect(progress[0]).toEqual([0, manifest.bytes]);
  expect(progress.at(-1)).toEqual([manifest.bytes, manifest.bytes]);
});

test('a file that is cut short is refused', async () => {
  servedWeights({ 'weights.safetensors': (bytes) => bytes.subarray(0, 1000) });
  expect(await download()).toMatchObject({ ok: false, error: { code: 'weightsCutShort', gotBytes: 1000 } });
});

test('a connection that breaks in mid-file is told like a file that is cut short', async () => {
  servedWeights({}, { breaksAfterBytes: 5000 });
  expect(await download()).toMatchObject({ ok: false, error: { code: 'weightsCutShort', gotBytes: 5000 } });
});

test('a file with one altered byte is refused by its digest', async () => {
  servedWeights({ 'weights.safetensors': (bytes) => bytes.with(100_000, 1 + (bytes[100_000] ?? 0)) });
  expect(await download()).toMatchObject({ ok: false, error: { code: 'weightsDamaged' } });
});

test('a folder that is not there is refused with its address and the status', async () => {
  servedWeights();
  const url = `${weightsUrl}nothing/`;
  expect(await download({ url })).toEqual({
    ok: false,
    error: { code: 'downloadFailed', url: `${url}manifest.json`, status: 404 },
  });
});

test('a server that cannot be reached is status 0', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('network')));
  expect(await download()).toMatchObject({ ok: false, error: { code: 'downloadFailed', status: 0 } });
});

test('a manifest that is a page of HTML is refused', async () => {
  servedWeights({ 'manifest.json': () => new TextEncoder().encode('<!doctype html>') });
  expect(await download()).toMatchObject({ ok: false, error: { code: 'badManifest' } });
});

test('a signal that fires ends the download without a complaint', async () => {
  servedWeights();
  const controller = new AbortController();
  const result = await download({ signal: controller.signal, onBytes: () => controller.abort() });
  expect(result).toEqual({ ok: false, error: { code: 'aborted' } });
});

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { memoryCaches } from '../fixtures/memoryCaches';
import { fetchFile, fetchJson } from './fetchFile';
import { forgetFile, isKept, keepFile, keptFile, keptUrls } from './keptFiles';
import { success } from '../../nets/result';

const url = 'https://featherweight.test/weights/one/manifest.json';
const patient = new AbortController().signal;

beforeEach(() => {
  vi.stubGlobal('caches', memoryCaches());
});

afterEach(() => {
  vi.unstubAllGlobals();
});

function textOf(response: Response | undefined): Promise<string> | undefined {
  return response?.text();
}

test('the two shelves keep their files apart', async () => {
  await keepFile('own', url, 'mine');
  await keepFile('served', url, 'theirs');
  expect(await textOf(await keptFile('own', url))).toBe('mine');
  expect(await textOf(await keptFile('served', url))).toBe('theirs');
  await forgetFile('own', url);
  expect([await keptUrls('own'), await keptUrls('served')]).toEqual([[], [url]]);
});

test('a file with a tag is written again only when the tag differs', async () => {
  await keepFile('served', url, 'first', 'v1');
  expect(await keepFile('served', url, 'again', 'v1')).toBe(true);
  expect(await textOf(await keptFile('served', url))).toBe('first');
  await keepFile('served', url, 'second', 'v2');
  expect(await textOf(await keptFile('served', url))).toBe('second');
});

test('a file without a tag is always written', async () => {
  await keepFile('served', url, 'first');
  await keepFile('served', url, 'second');
  expect(await textOf(await keptFile('served', url))).toBe('second');
});

test('bytes are kept as they are, and a kept file tells itself from one of the server', async () => {
  await keepFile('own', url, new Uint8Array([0, 255, 7]));
  const response = await keptFile('own', url);
  expect(response === undefined ? undefined : [...new Uint8Array(await response.arrayBuffer())]).toEqual([0, 255, 7]);
  expect(response === undefined ? undefined : isKept(response)).toBe(true);
  expect(isKept(new Response('from the server'))).toBe(false);
});

test('what a person opened is never asked of the server', async () => {
  const asked = vi.fn(() => Promise.resolve(new Response('the server')));
  vi.stubGlobal('fetch', asked);
  await keepFile('own', url, 'mine');
  const found = await fetchFile(url, patient, 'own');
  expect(found.ok ? await found.value.text() : found.error).toBe('mine');
  await forgetFile('own', url);
  expect(await fetchFile(url, patient, 'own')).toMatchObject({ ok: false });
  expect(asked).not.toHaveBeenCalled();
});

test('what is kept as a network of the person never takes the place of a file of the server', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('"the server"')));
  await keepFile('own', url, 'garbage');
  expect(await fetchJson(url, success, patient)).toEqual({ ok: true, value: 'the server' });
});

test('a kept copy that cannot be read is told and forgotten, so that the next one can be made', async () => {
  await keepFile('served', url, 'garbage');
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')));
  expect(await fetchJson(url, success, patient)).toMatchObject({ ok: false, error: { code: 'badManifest' } });
  expect(await keptUrls('served')).toEqual([]);
});

test('the server comes before its kept copy, which serves when there is no network', async () => {
  await keepFile('served', url, '"old"');
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('"new"')));
  const parse = (json: unknown) => success(String(json));
  expect(await fetchJson(url, parse, patient)).toEqual({ ok: true, value: 'new' });
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')));
  // The newest that was fetched has taken the place of the old copy.
  expect(await fetchJson(url, parse, patient)).toEqual({ ok: true, value: 'new' });
});

test('a file that the server refuses is a failure with its status, even where a copy is kept', async () => {
  await keepFile('served', url, 'old');
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(null, { status: 503 })));
  expect(await fetchFile(url, patient)).toEqual({ ok: false, error: { code: 'downloadFailed', url, status: 503 } });
});

test('a JSON file that cannot be parsed is refused and not kept', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('{"half": ')));
  expect(await fetchJson(url, (json) => success(json), patient)).toEqual({
    ok: false,
    error: { code: 'badManifest', detail: `${url}: not JSON` },
  });
  expect(await keptUrls('served')).toEqual([]);
});

test('a download that is aborted says so, and one whose body breaks off is a failed download', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new DOMException('aborted', 'AbortError')));
  expect(await fetchFile(url, AbortSignal.abort())).toEqual({ ok: false, error: { code: 'aborted' } });
  const broken = () =>
    new Response(new ReadableStream({ pull: (controller) => controller.error(new TypeError('reset')) }));
  vi.stubGlobal('fetch', () => Promise.resolve(broken()));
  expect(await fetchJson(url, (json) => success(json), patient)).toEqual({
    ok: false,
    error: { code: 'downloadFailed', url, status: 0 },
  });
});

import { afterEach, expect, test, vi } from 'vitest';
import { sha256Of } from '../weights/weightsFolder';
import { download, type Download } from './download';
import { memoryParts } from './fixtures/memoryParts';
import { troubledServer, type ServedFile, type TroubledServer } from './fixtures/troubledServer';

const bytes = Uint8Array.from({ length: 30_000 }, (_, index) => (index * 31) % 251);
const patience = { silenceMs: 5000, pausesMs: [5, 5, 5] };
const impatience = { ...patience, silenceMs: 200 };

let server: TroubledServer | null = null;

afterEach(async () => {
  await server?.stop();
  server = null;
});

async function serve(file: Partial<ServedFile> = {}, others: Readonly<Record<string, ServedFile>> = {}) {
  server = await troubledServer({ 'net.pth': { bytes, version: 'Mon, 01 Jan 2024 00:00:00 GMT', ...file }, ...others });
  return server;
}

function fetchedFrom({ url }: TroubledServer, change: Partial<Download> = {}) {
  const { signal } = new AbortController();
  return download({
    url: `${url}net.pth`,
    parts: memoryParts(),
    onBytes: () => undefined,
    signal,
    patience,
    ...change,
  });
}

test('a whole file arrives, reporting its progress in bytes', async () => {
  const host = await serve();
  const progress: (readonly [number, number])[] = [];
  const result = await fetchedFrom(host, { onBytes: (loaded, total) => progress.push([loaded, total]) });
  expect(result).toEqual({ ok: true, value: bytes });
  expect(progress[0]).toEqual([0, bytes.length]);
  expect(progress.at(-1)).toEqual([bytes.length, bytes.length]);
});

test('a broken connection resumes where it broke', async () => {
  const host = await serve({ troubles: [{ breaksAfterBytes: 10_000 }, { breaksAfterBytes: 5_000 }] });
  expect(await fetchedFrom(host)).toEqual({ ok: true, value: bytes });
  expect(host.asked).toEqual(['GET /net.pth', 'GET /net.pth bytes=10000-', 'GET /net.pth bytes=15000-']);
});

test('a server without ranges sends the whole file again', async () => {
  const host = await serve({ knowsRanges: false, troubles: [{ breaksAfterBytes: 10_000 }] });
  expect(await fetchedFrom(host)).toEqual({ ok: true, value: bytes });
});

test('a server that falls silent is retried', async () => {
  const host = await serve({ troubles: [{ fallsSilentAfterBytes: 7_000 }] });
  expect(await fetchedFrom(host, { patience: impatience })).toEqual({ ok: true, value: bytes });
  expect(host.asked).toContain('GET /net.pth bytes=7000-');
});

test('a slow server gets the time it needs', async () => {
  const host = await serve({ troubles: [{ pauseMs: 100 }] });
  expect(await fetchedFrom(host)).toEqual({ ok: true, value: bytes });
  expect(host.asked).toHaveLength(1);
});

test('a redirect is followed', async () => {
  const host = await serve({ troubles: [{ redirectsTo: '/elsewhere.pth' }] }, { 'elsewhere.pth': { bytes } });
  expect(await fetchedFrom(host)).toEqual({ ok: true, value: bytes });
});

test('a later visit resumes what an earlier one kept', async () => {
  const parts = memoryParts();
  const host = await serve({ troubles: [{ breaksAfterBytes: 12_000 }] });
  const controller = new AbortController();
  const first = await fetchedFrom(host, {
    parts,
    signal: controller.signal,
    onBytes: (loaded) => loaded > 10_000 && controller.abort(),
  });
  expect(first).toEqual({ ok: false, error: { reason: 'aborted' } });
  const kept = parts.now()?.bytes.length ?? 0;
  expect(kept).toBeGreaterThan(10_000);
  expect(await fetchedFrom(host, { parts })).toEqual({ ok: true, value: bytes });
  expect(host.asked.at(-1)).toBe(`GET /net.pth bytes=${String(kept)}-`);
});

test('a server that answers no request for the rest of a file is asked for the whole file', async () => {
  const host = await serve({ cutsRanges: true });
  const parts = memoryParts({ bytes: bytes.slice(0, 1000), identity: { totalBytes: bytes.length, version: null } });
  expect(await fetchedFrom(host, { parts })).toEqual({ ok: true, value: bytes });
  expect(host.asked).toEqual(['GET /net.pth bytes=1000-', 'HEAD /net.pth', 'GET /net.pth']);
});

test.each([
  ['another date', { totalBytes: bytes.length, version: 'Sun, 31 Dec 2023 00:00:00 GMT' }],
  ['another length', { totalBytes: bytes.length + 1, version: null }],
])('what was left of a file of %s is thrown away', async (_, identity) => {
  const host = await serve();
  const parts = memoryParts({ bytes: new Uint8Array(1000), identity });
  expect(await fetchedFrom(host, { parts })).toEqual({ ok: true, value: bytes });
  expect(host.asked).toEqual(['GET /net.pth bytes=1000-', 'GET /net.pth']);
});

test('a kept part longer than the file is discarded', async () => {
  const host = await serve();
  const parts = memoryParts({ bytes: new Uint8Array(bytes.length), identity: { totalBytes: null, version: null } });
  expect(await fetchedFrom(host, { parts })).toEqual({ ok: true, value: bytes });
});

test('the file is checked against the digest in its name', async () => {
  const host = await serve();
  const sha256 = await sha256Of(bytes);
  expect(await fetchedFrom(host, { sha256Prefix: sha256.slice(0, 8) })).toMatchObject({ ok: true });
  const parts = memoryParts();
  const error = { reason: 'damaged', sha256, wantedPrefix: '00000000' };
  expect(await fetchedFrom(host, { sha256Prefix: '00000000', parts })).toEqual({ ok: false, error });
  expect(parts.now()).toBeNull();
});

test('halves of different files are discarded and downloaded again', async () => {
  const host = await serve();
  const parts = memoryParts({
    bytes: new Uint8Array(1000).fill(7),
    identity: { totalBytes: bytes.length, version: null },
  });
  const sha256Prefix = (await sha256Of(bytes)).slice(0, 8);
  expect(await fetchedFrom(host, { sha256Prefix, parts })).toEqual({ ok: true, value: bytes });
});

test('a connection that keeps breaking without progress is given up, and the part that arrived is kept', async () => {
  const parts = memoryParts();
  const silences = Array.from({ length: 9 }, () => ({ fallsSilentAfterBytes: 0 }));
  const host = await serve({ troubles: [{ breaksAfterBytes: 1000 }, ...silences] });
  const error = { reason: 'brokeOff', loadedBytes: 1000 };
  expect(await fetchedFrom(host, { parts, patience: impatience })).toMatchObject({
    ok: false,
    error,
  });
  expect(parts.now()?.bytes).toEqual(bytes.slice(0, 1000));
});

test('a busy server is retried, a missing file is not', async () => {
  const busy = await serve({ troubles: [{ status: 503 }] });
  expect(await fetchedFrom(busy)).toMatchObject({ ok: true });
  const error = { reason: 'status', status: 404 };
  expect(await fetchedFrom(busy, { url: `${busy.url}gone.pth` })).toEqual({ ok: false, error });
  expect(busy.asked.filter((line) => line.includes('gone'))).toHaveLength(1);
});

test('a web page instead of the file is reported as one', async () => {
  const host = await serve({ troubles: [{ isWebPage: true }] });
  expect(await fetchedFrom(host)).toEqual({ ok: false, error: { reason: 'webPage' } });
});

test('a missing server is reported as no answer', async () => {
  const host = await serve();
  await host.stop();
  expect(await fetchedFrom(host)).toEqual({ ok: false, error: { reason: 'noAnswer' } });
});

test('a machine that is offline is reported as such', async () => {
  const host = await serve();
  await host.stop();
  vi.stubGlobal('navigator', { onLine: false });
  expect(await fetchedFrom(host)).toEqual({ ok: false, error: { reason: 'noNetwork' } });
  vi.unstubAllGlobals();
});

import { afterEach, expect, test } from 'vitest';
import { sha256Of } from '../weights/weightsFolder';
import { downloadOfficial } from './downloadOfficial';
import { memoryParts } from './fixtures/memoryParts';
import { troubledServer, type ServedFile, type TroubledServer } from './fixtures/troubledServer';
import { mirroredFiles, parseMirrors } from './mirrors';
import type { OfficialFile } from './officialWeights';

const bytes = Uint8Array.from({ length: 20_000 }, (_, index) => (index * 17) % 241);
const moved = Array.from({ length: 4 }, () => ({ redirectsTo: '/moved' }));

let server: TroubledServer | null = null;

afterEach(async () => {
  await server?.stop();
  server = null;
});

async function fetchedFrom(served: Readonly<Record<string, ServedFile>>, changes: Partial<OfficialFile> = {}) {
  const host = await troubledServer(served);
  server = host;
  const names = ['first', 'second'];
  const files = names.map((fileName): OfficialFile => ({ url: `${host.url}${fileName}`, fileName, ...changes }));
  const parts = new Map(names.map((name) => [name, memoryParts()]));
  const found = await downloadOfficial({
    files,
    partsOf: ({ fileName }) => parts.get(fileName) ?? memoryParts(),
    onBytes: () => undefined,
    signal: new AbortController().signal,
    patience: { last: { silenceMs: 5000, pausesMs: [5] }, others: { silenceMs: 300, pausesMs: [5] } },
  });
  return { host, found, parts };
}

test('the first address that gives the file is the last that is asked', async () => {
  const { host, found } = await fetchedFrom({ first: { bytes }, second: { bytes } });
  expect(found).toMatchObject({ ok: true, value: { file: { fileName: 'first' }, bytes } });
  expect(host.asked).toEqual(['GET /first']);
});

test('redirects to other servers are followed', async () => {
  const { found } = await fetchedFrom({ first: { bytes, troubles: moved }, moved: { bytes } });
  expect(found).toMatchObject({ ok: true, value: { file: { fileName: 'first' }, bytes } });
});

const silences = [100, 0, 0, 0].map((fallsSilentAfterBytes) => ({ fallsSilentAfterBytes }));

test.each<readonly [string, Readonly<Record<string, ServedFile>>]>([
  ['is missing', {}],
  ['sends a web page', { first: { bytes, troubles: [{ isWebPage: true }] } }],
  ['sends another file', { first: { bytes: bytes.subarray(1) } }],
  ['falls silent', { first: { bytes, troubles: silences } }],
])('where the first address %s, the second is asked', async (_, first) => {
  const sha256Prefix = (await sha256Of(bytes)).slice(0, 16);
  const { found } = await fetchedFrom({ ...first, second: { bytes } }, { sha256Prefix });
  expect(found).toMatchObject({ ok: true, value: { file: { fileName: 'second' }, bytes } });
});

test('what arrived from a slow address is kept for the next visit', async () => {
  const { found, parts } = await fetchedFrom({ first: { bytes, troubles: silences } });
  expect(found).toMatchObject({ ok: false });
  expect(parts.get('first')?.now()?.bytes.length).toBe(100);
});

test('where no address gives the file, each says why, in order', async () => {
  const { host, found } = await fetchedFrom({ second: { bytes, troubles: [{ isWebPage: true }] } });
  expect(found).toEqual({
    ok: false,
    error: [
      { url: `${host.url}first`, fault: { reason: 'status', status: 404 } },
      { url: `${host.url}second`, fault: { reason: 'webPage' } },
    ],
  });
});

const files: readonly OfficialFile[] = [
  'https://hub.example/net.safetensors',
  'https://publisher.example/a/net.pth',
].map((url) => ({ url, fileName: url.slice(-7) }));

test('a mirror takes the place of its address, before all others', () => {
  const mirrors = { 'https://publisher.example/a/': ['../copies/', 'https://school.example/'] };
  expect(mirroredFiles(files, mirrors, 'https://app.example/course/mirrors.json').map(({ url }) => url)).toEqual([
    'https://app.example/copies/net.pth',
    'https://school.example/net.pth',
    'https://hub.example/net.safetensors',
  ]);
  expect(mirroredFiles(files, {}, 'https://app.example/mirrors.json')).toEqual(files);
});

test('mirrors are one address or several, and nothing else', () => {
  expect(parseMirrors({ a: 'b', c: ['d', 'e'] })).toEqual({ ok: true, value: { a: ['b'], c: ['d', 'e'] } });
  for (const json of [{ a: 1 }, { a: ['b', null] }]) expect(parseMirrors(json)).toMatchObject({ ok: false });
});

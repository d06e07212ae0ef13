import fc from 'fast-check';
import { openDB } from 'idb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { hostileJson } from '../fixtures/hostileJson';
import { memoryCaches } from '../fixtures/memoryCaches';
import { stubDatabases } from '../fixtures/stubDatabases';
import { cachedParts } from '../official/cachedParts';
import { tuningMemory } from '../webgpu/tuningMemory';
import { parseStoredKernel } from '../webgpu/storedKernels';
import { keepFile, keptFile, keptUrls } from '../weights/keptFiles';
import { parseLabels, parseManifest } from '../weights/manifest';
import { keepNetwork, ownNetworks } from '../weights/ownNetworks';
import { sha256Of } from '../weights/weightsFolder';
import { findBroken } from './brokenKept';
import { isAnythingKept } from './isAnythingKept';

const weightsUrl = 'https://example.org/weights/';
const fileUrl = 'https://publisher.example/net.pth';
const kernel = { shape: 'conv 3x3', kernel: 'tiled', timesMs: { tiled: 0.1, plain: Infinity }, wrong: ['fast'] };

beforeEach(() => {
  vi.stubGlobal('caches', memoryCaches());
  stubDatabases();
});

afterEach(() => {
  vi.unstubAllGlobals();
});

async function keepGood(name: string) {
  const bytes = new Uint8Array(1000).fill(7);
  const manifest = {
    name,
    net: 'squeezenet',
    options: { version: '1.1', classes: 64 },
    resolution: 96,
    mean: [0.5, 0.5, 0.5],
    std: [0.5, 0.5, 0.5],
    bytes: bytes.length,
    sha256: await sha256Of(bytes),
    license: 'MIT',
    source: 'a file',
    accuracy: null,
  } as const;
  await keepNetwork(weightsUrl, { manifest, labels: ['cat'], bytes });
  return manifest;
}

test('what is whole is not named', async () => {
  expect(await isAnythingKept()).toBe(false);
  await keepGood('good');
  await cachedParts(fileUrl).append(new Uint8Array(10), { totalBytes: 20, version: 'a' });
  await tuningMemory('gpu').keep([kernel]);
  await keepFile('served', `${weightsUrl}index.json`, '["good"]');
  expect(await findBroken(weightsUrl)).toEqual([]);
  expect(await tuningMemory('gpu').recall()).toEqual(new Map([[kernel.shape, kernel]]));
  expect(await isAnythingKept()).toBe(true);
});

test.each([
  ['manifest.json', 'garbage', 'manifest.json: not JSON'],
  ['manifest.json', '{}', 'manifest.json: name is not text (got nothing)'],
  ['labels.json', '[1]', 'labels.json: name 0 is not text (got 1)'],
  ['labels.json', '', 'not JSON'],
  ['weights.safetensors', 'short', 'weights.safetensors: cut short (got 5 bytes, wanted 1000)'],
  ['weights.safetensors', 'x'.repeat(1000), 'weights.safetensors: sha256 differs'],
])('a network whose %s is %j is named, and forgotten without touching others', async (file, text, detail) => {
  await keepGood('good');
  await keepGood('bad');
  await keepFile('own', `${weightsUrl}bad/${file}`, text);
  const broken = await findBroken(weightsUrl);
  expect(broken).toMatchObject([{ kind: 'network', name: 'bad', detail }]);
  await broken[0]?.forget?.();
  expect(await findBroken(weightsUrl)).toEqual([]);
  expect((await ownNetworks(weightsUrl)).map(({ name }) => name)).toEqual(['good']);
  expect(await keptUrls('own')).toHaveLength(3);
});

test('a network of which only a part was written is removed, and that is told', async () => {
  await keepGood('good');
  await keepFile('own', `${weightsUrl}half/weights.safetensors`, new Uint8Array(100));
  expect(await findBroken(weightsUrl)).toMatchObject([{ kind: 'halfNetwork', name: 'half', forget: null }]);
  expect(await keptUrls('own')).toHaveLength(3);
  expect(await findBroken(weightsUrl)).toEqual([]);
});

test('a network that another tab is writing is left alone', async () => {
  await keepFile('own', `${weightsUrl}half/weights.safetensors`, new Uint8Array(100));
  vi.stubGlobal('navigator', {
    locks: { request: (_: string, __: unknown, act: (lock: null) => unknown) => Promise.resolve(act(null)) },
  });
  expect(await findBroken(weightsUrl)).toEqual([]);
  expect(await keptUrls('own')).toHaveLength(1);
});

test('strange entries of every cache are named and forgotten', async () => {
  await keepFile('own', 'https://example.org/elsewhere', 'garbage');
  await keepFile('own', `${weightsUrl}stray`, 'garbage');
  await keepFile('served', `${weightsUrl}a/labels.json`, '{"0": "cat"}');
  const downloads = await caches.open('downloads');
  await downloads.put('https://publisher.example/odd', new Response('garbage'));
  await downloads.put(`${fileUrl}?part=0`, new Response('garbage'));
  expect(await cachedParts(fileUrl).read()).toBeNull();
  const broken = await findBroken(weightsUrl);
  expect(broken.map(({ kind }) => kind).toSorted()).toEqual(['copy', 'download', 'download', 'network', 'network']);
  for (const { forget } of broken) await forget?.();
  expect(await findBroken(weightsUrl)).toEqual([]);
  expect([...(await keptUrls('own')), ...(await keptUrls('served'))]).toEqual([]);
});

test('stored kernels that cannot be read are left out, named, and forgotten without the others', async () => {
  await tuningMemory('gpu').keep([kernel]);
  const database = await openDB('featherweight', 3);
  const bad: readonly (readonly [IDBValidKey, unknown])[] = [
    [['gpu', 'a'], { ...kernel, shape: 'a', timesMs: null }],
    [['gpu', 'b'], { ...kernel, shape: 'b', timesMs: { tiled: 'fast' } }],
    [['gpu', 'c'], kernel],
    [['gpu', 'd'], 'garbage'],
    ['e', { ...kernel, shape: 'e' }],
  ];
  for (const [key, value] of bad) await database.put('tunedKernels', value, key);
  database.close();
  expect([...(await tuningMemory('gpu').recall()).keys()]).toEqual([kernel.shape]);
  const broken = await findBroken(weightsUrl);
  expect(broken).toMatchObject([{ kind: 'kernels', detail: '5 of the stored times cannot be read' }]);
  await broken[0]?.forget?.();
  expect(await findBroken(weightsUrl)).toEqual([]);
  expect((await tuningMemory('gpu').recall()).size).toBe(1);
});

test('a database of kernels that is newer, or has no store, is named; networks run without it', async () => {
  for (const [version, detail] of [
    [99, 'stored by a newer version'],
    [3, 'featherweight: its store is missing (wanted tunedKernels)'],
  ] as const) {
    stubDatabases();
    (await openDB('featherweight', version)).close();
    expect((await tuningMemory('gpu').recall()).size).toBe(0);
    await tuningMemory('gpu').keep([kernel]);
    const broken = await findBroken(weightsUrl);
    expect(broken).toMatchObject([{ kind: 'kernels', detail }]);
    await broken[0]?.forget?.();
    expect(await findBroken(weightsUrl)).toEqual([]);
  }
});

test('a browser whose storage throws keeps nothing and names nothing', async () => {
  const refuse = () => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  };
  vi.stubGlobal('caches', { open: refuse, keys: refuse });
  vi.stubGlobal('indexedDB', { open: refuse, databases: refuse, deleteDatabase: refuse });
  expect(await isAnythingKept()).toBe(false);
  expect(await findBroken(weightsUrl)).toEqual([]);
  expect(await ownNetworks(weightsUrl)).toEqual([]);
  expect(await keptFile('own', weightsUrl)).toBeUndefined();
  expect((await tuningMemory('gpu').recall()).size).toBe(0);
  await tuningMemory('gpu').keep([kernel]);
});

test('however a manifest, labels or a kernel is damaged, it is refused with a short sentence, or whole', async () => {
  const manifest = await keepGood('good');
  fc.assert(
    fc.property(hostileJson(manifest), (json) => {
      const parsed = parseManifest(json);
      if (parsed.ok) {
        expect([...parsed.value.mean, ...parsed.value.std, parsed.value.bytes].every(Number.isFinite)).toBe(true);
        expect(parseManifest(JSON.parse(JSON.stringify(parsed.value))).ok).toBe(true);
      } else expect(parsed.error.length).toBeLessThan(400);
    }),
  );
  fc.assert(
    fc.property(hostileJson(['cat', 'dog', 'a bus']), (json) => {
      const parsed = parseLabels(json);
      if (parsed.ok) {
        expect(parsed.value.every((label) => label.length <= 2000)).toBe(true);
      } else expect(parsed.error.length).toBeLessThan(400);
    }),
  );
  fc.assert(
    fc.property(hostileJson(kernel), (json) => {
      const parsed = parseStoredKernel(['gpu', kernel.shape], json);
      if (parsed.ok) {
        expect(Object.values(parsed.value.timesMs).every((ms) => ms >= 0)).toBe(true);
      } else expect(parsed.error).toMatch(/^tuned kernel: /);
    }),
  );
});

import { afterEach, expect, test, vi } from 'vitest';
import { memoryCaches } from '../fixtures/memoryCaches';
import { keepFile } from './keptFiles';
import type { Manifest } from './manifest';
import { forgetNetwork, keepNetwork, ownNetworks, renameNetwork, unlessKeeping } from './ownNetworks';
import type { WeightsFolder } from './weightsFolder';

const weightsUrl = 'https://featherweight.test/weights/';

afterEach(() => {
  vi.unstubAllGlobals();
});

function folderOf(name: string): WeightsFolder {
  const manifest: Manifest = {
    ...{ name, net: 'squeezenet', options: { version: '1.1' }, resolution: 96 },
    ...{ bytes: 3, sha256: '', license: 'MIT', source: 'a file', accuracy: null },
    mean: [0.1, 0.2, 0.3],
    std: [0.4, 0.5, 0.6],
  };
  return { manifest, labels: ['cat', 'cup'], bytes: new Uint8Array([1, 2, 3]) };
}

function kept(refuses?: (url: string) => boolean) {
  const caches = memoryCaches(refuses);
  vi.stubGlobal('caches', caches);
  return () => caches.urlsOf('own-networks').map((url) => url.slice(weightsUrl.length));
}

test('a kept network has its three files, the manifest last, and is found again', async () => {
  const urls = kept();
  expect(await keepNetwork(weightsUrl, folderOf('mine'))).toMatchObject({ ok: true });
  expect(urls()).toEqual(['mine/weights.safetensors', 'mine/labels.json', 'mine/manifest.json']);
  expect(await ownNetworks(weightsUrl)).toEqual([folderOf('mine').manifest]);
});

test('a kept network can be given a name, another one, and none again', async () => {
  kept();
  const { manifest } = folderOf('mine');
  await keepNetwork(weightsUrl, folderOf('mine'));
  for (const [given, told] of [
    ['Cups', 'Cups'],
    ['x'.repeat(200), 'x'.repeat(80)],
  ] as const) {
    expect(await renameNetwork(manifest, given, weightsUrl)).toBe(true);
    expect(await ownNetworks(weightsUrl)).toEqual([{ ...manifest, title: told }]);
  }
  await renameNetwork({ ...manifest, title: 'Cups' }, '', weightsUrl);
  expect(await ownNetworks(weightsUrl)).toEqual([manifest]);
});

test.each(['weights.safetensors', 'labels.json', 'manifest.json'])(
  'a disk that is full at %s leaves nothing of the network behind, and other networks whole',
  async (file) => {
    const urls = kept((url) => url.endsWith(`/large/${file}`));
    await keepNetwork(weightsUrl, folderOf('small'));
    const before = urls();
    expect(await keepNetwork(weightsUrl, folderOf('large'))).toMatchObject({ ok: false });
    expect(urls()).toEqual(before);
    expect(await ownNetworks(weightsUrl)).toEqual([folderOf('small').manifest]);
  },
);

test('forgetting a network removes all its files and no others', async () => {
  const urls = kept();
  await keepNetwork(weightsUrl, folderOf('first'));
  await keepNetwork(weightsUrl, folderOf('second'));
  await forgetNetwork('first', weightsUrl);
  expect(urls().map((url) => url.split('/')[0])).toEqual(['second', 'second', 'second']);
});

test('a browser that keeps nothing says so', async () => {
  vi.stubGlobal('caches', { open: () => Promise.reject(new DOMException('blocked', 'SecurityError')) });
  expect(await keepNetwork(weightsUrl, folderOf('mine'))).toMatchObject({ ok: false });
  expect(await ownNetworks(weightsUrl)).toEqual([]);
});

test('a network that does not fit into what the browser has left is not written at all, and the room is told', async () => {
  const urls = kept(() => {
    throw new Error('written');
  });
  vi.stubGlobal('navigator', { storage: { estimate: () => Promise.resolve({ quota: 5000, usage: 4998 }) } });
  expect(await keepNetwork(weightsUrl, folderOf('mine'))).toEqual({ ok: false, error: 2 });
  expect(urls()).toEqual([]);
});

test('networks whose manifest is broken are left out, and the others stay', async () => {
  kept();
  await keepNetwork(weightsUrl, folderOf('good'));
  const { manifest } = folderOf('good');
  const broken: Readonly<Record<string, string>> = {
    garbage: '<html>',
    empty: '',
    null: 'null',
    elsewhere: JSON.stringify(manifest),
    unknown: JSON.stringify({ ...manifest, name: 'unknown', net: 'mobilenet-v9' }),
    options: JSON.stringify({ ...manifest, name: 'options', options: { version: '7' } }),
    prototype: '{"__proto__": {"name": "prototype"}}',
  };
  for (const [name, text] of Object.entries(broken)) await keepFile('own', `${weightsUrl}${name}/manifest.json`, text);
  expect((await ownNetworks(weightsUrl)).map(({ name }) => name)).toEqual(['good']);
});

test('what would disturb a network that is being written waits for another time', async () => {
  let isHeld = false;
  type Granted = (lock: object | null) => Promise<void> | undefined;
  const request = (_: string, options: object, granted: Granted) => {
    expect(options).toEqual({ ifAvailable: true });
    return Promise.resolve(granted(isHeld ? null : {}));
  };
  vi.stubGlobal('navigator', { locks: { request } });
  const act = vi.fn(() => Promise.resolve());
  await unlessKeeping(act);
  expect(act).toHaveBeenCalledTimes(1);
  isHeld = true;
  await unlessKeeping(act);
  expect(act).toHaveBeenCalledTimes(1);
});

test('a browser without locks acts at once', async () => {
  vi.stubGlobal('navigator', {});
  const act = vi.fn(() => Promise.resolve());
  await unlessKeeping(act);
  expect(act).toHaveBeenCalledTimes(1);
});

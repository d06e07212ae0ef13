import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { throughputOf } from '../../run/weights/connection';
import { parseManifest } from '../../run/weights/manifest';
import { firstNetworks } from './firstNetworks';

const folder = new URL('../../../public/weights/', import.meta.url);
const json = (path: string): unknown => JSON.parse(readFileSync(new URL(path, folder), 'utf8'));
const index = json('index.json');
const served = (Array.isArray(index) ? index : []).flatMap((name) => {
  const manifest = parseManifest(json(`${String(name)}/manifest.json`));
  return manifest.ok ? [manifest.value] : [];
});
const fast = { savesData: false, effectiveType: '4g', bytesPerSecond: 2_000_000 };
const first = (connection: Partial<typeof fast>, kept: readonly string[] = [], count = 1) =>
  firstNetworks({ served, count, connection: { ...fast, ...connection }, kept: new Set(kept) }).map(({ name }) => name);

test('a good connection starts with the first network of the index', () => {
  expect(first({})).toEqual(['efficientnet-lite0-imagenet']);
  expect(first({}, [], 3)).toHaveLength(3);
});

test.each([{ savesData: true }, { effectiveType: '3g' }, { effectiveType: '2g' }, { bytesPerSecond: 100_000 }])(
  'with %j the smallest network is first, 1.5 MB instead of 4.9 MB',
  (connection) => {
    expect(first(connection)).toEqual(['squeezenet-everyday64']);
    const sizes = served.filter(({ name }) => first(connection, [], 3).includes(name)).map(({ bytes }) => bytes);
    expect(Math.max(...sizes)).toBeLessThan(2_100_000);
  },
);

test('what the browser has already costs nothing', () => {
  expect(first({ savesData: true }, ['efficientnet-lite0-imagenet'])).toEqual(['efficientnet-lite0-imagenet']);
  expect(first({ savesData: true }, ['mobilenet-v2-imagenet'])).toEqual(['mobilenet-v2-imagenet']);
});

test('the rate is that of the largest files, and unknown where all came from a cache', () => {
  const file = (transferSize: number, ms: number) =>
    Object.assign(
      { name: '', entryType: 'resource', startTime: 0, duration: ms, toJSON: () => '' },
      { transferSize, responseStart: 100, responseEnd: 100 + ms },
    );
  expect(throughputOf([file(300, 1), file(200_000, 1000), file(100_000, 2000)])).toBe(200_000);
  expect(throughputOf([file(0, 3), file(300, 1)])).toBeNull();
});

import { readFileSync } from 'node:fs';
import { afterEach, expect, test, vi } from 'vitest';
import { servedWeights, weightsUrl } from '../../run/fixtures/servedWeights';
import { openNetwork } from './openedNetwork';

const published = (path: string): Uint8Array => new Uint8Array(readFileSync(`public/weights/${path}`));

/** A page whose server has the folder of weights, but no photo; and the workers that it starts. */
function pageWithoutPhoto(read: (path: string) => Uint8Array | null): { readonly started: readonly unknown[] } {
  const started: unknown[] = [];
  vi.stubGlobal('window', { location: { href: new URL('..', weightsUrl).href } });
  vi.stubGlobal('fetch', servedWeights({ read }));
  vi.stubGlobal('Worker', function start(url: unknown) {
    started.push(url);
  });
  return { started };
}

afterEach(() => {
  vi.unstubAllGlobals();
});

const open = (weights: string) => openNetwork(weights, () => undefined, new AbortController().signal);

test('an exhibit without its photo fails before it starts an engine, so that none is left behind', async () => {
  const { started } = pageWithoutPhoto(published);
  expect(await open('squeezenet-everyday64')).toMatchObject({
    ok: false,
    error: { code: 'downloadFailed', status: 404 },
  });
  expect(started).toEqual([]);
});

test('so does one whose manifest names a network that cannot be built', async () => {
  const impossible = (path: string): Uint8Array => {
    const manifest: unknown = JSON.parse(new TextDecoder().decode(published(path)));
    return new TextEncoder().encode(JSON.stringify(Object.assign({}, manifest, { options: { version: '7' } })));
  };
  const { started } = pageWithoutPhoto(impossible);
  expect(await open('squeezenet-everyday64')).toMatchObject({ ok: false });
  expect(started).toEqual([]);
});

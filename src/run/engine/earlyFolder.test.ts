import { expect, test } from 'vitest';
import { failure, success } from '../../nets/result';
import type { Download, WeightsFolder } from '../weights/weightsFolder';
import { downloadEarly, takenFolder } from './earlyFolder';
import type { LoadProgress } from './engineCalls';
import { areNetworksLoading } from './networkLoads';

const url = 'https://example.org/weights/lite0/';
const folder: WeightsFolder = {
  manifest: {
    ...{ name: 'lite0', net: 'efficientnet-lite0', options: {}, resolution: 224, mean: [0, 0, 0], std: [1, 1, 1] },
    ...{ bytes: 8, sha256: '', license: 'none', source: 'a test', accuracy: null },
  },
  labels: ['cup'],
  bytes: new Uint8Array(8),
};
const to = (steps: LoadProgress[], signal?: AbortSignal) => ({
  onProgress: (step: LoadProgress) => void steps.push(step),
  signal,
});

/** A download of the test's own: it comes when it is told to. */
function begun() {
  const asked: Pick<Download, 'onBytes' | 'signal'>[] = [];
  let end: (answer: ReturnType<typeof success<WeightsFolder>> | ReturnType<typeof failed>) => void = () => undefined;
  downloadEarly(url, (download) => {
    asked.push(download);
    return new Promise((resolve) => {
      end = resolve;
    });
  });
  return { asked: () => asked[0], arrive: () => end(success(folder)), fail: () => end(failed()) };
}

const failed = () => failure({ code: 'downloadFailed' as const, url, status: 404 });

test('the first load takes the folder over, with how far it has come', async () => {
  const { asked, arrive } = begun();
  asked()?.onBytes(3, 8);
  expect(areNetworksLoading()).toBe(true);
  const steps: LoadProgress[] = [];
  const taken = takenFolder(url, to(steps));
  asked()?.onBytes(8, 8);
  arrive();
  expect(await taken).toMatchObject({ ok: true, value: { labels: ['cup'] } });
  expect(steps.map(({ loaded, total }) => [loaded, total])).toEqual([
    [3, 8],
    [8, 8],
  ]);
  expect(areNetworksLoading()).toBe(false);
  expect(await takenFolder(url, to([])), 'given once').toBeUndefined();
});

test('a load of another network, or of random weights, ends the download', async () => {
  for (const other of ['https://example.org/weights/squeezenet/', null]) {
    const { asked } = begun();
    expect(await takenFolder(other, to([]))).toBeUndefined();
    expect(asked()?.signal.aborted).toBe(true);
    expect(await takenFolder(url, to([]))).toBeUndefined();
  }
});

test('a load that is aborted leaves the download to the next one', async () => {
  const { asked, arrive } = begun();
  const controller = new AbortController();
  const first = takenFolder(url, to([], controller.signal));
  controller.abort();
  expect(await first).toEqual({ ok: false, error: { code: 'aborted' } });
  expect(asked()?.signal.aborted).toBe(false);
  const second = takenFolder(url, to([]));
  arrive();
  expect(await second).toMatchObject({ ok: true });
});

test('a download that fails is the failure of the load', async () => {
  const { fail } = begun();
  const taken = takenFolder(url, to([]));
  fail();
  expect(await taken).toEqual(failed());
});

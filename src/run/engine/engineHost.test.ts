import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { valueAt } from '../../nets/graph';
import { engineHost, type EngineHost } from './engineHost';
import type { Executor } from '../device/executor';
import expected from '../fixtures/expectedLogits.json';
import { largestDifference } from '../fixtures/opWitness';
import { seededFolder } from '../fixtures/seededFolder';
import { servedWeights, weightsUrl } from '../fixtures/servedWeights';
import { valueOf, wasmExecutor } from '../fixtures/wasmExecutor';
import type { LoadProgress, NetworkChoice } from './engineCalls';
import type { Frame } from '../frames/framePixels';
import type { Pixels } from '../frames/preprocess';
import { servedStub } from '../worker/fixtures/servedStub';

const trained: NetworkChoice = {
  id: 'shufflenet-v2',
  options: {},
  resolution: expected.resolution,
  weights: 'shufflenet-v2-everyday64',
};

const pictures = new Map<Frame, Pixels>();

let executor: Executor;
let host: EngineHost;

beforeAll(async () => {
  executor = await wasmExecutor();
});

beforeEach(() => {
  vi.stubGlobal('fetch', servedWeights({ read: published }));
  host = engineHost(executor, weightsUrl, (frame) => valueAt(pictures, frame), servedStub);
});

afterAll(() => {
  vi.unstubAllGlobals();
  executor.dispose();
});

function load(
  handle: number,
  choice: NetworkChoice,
  progress: LoadProgress[] = [],
  signal = new AbortController().signal,
) {
  return host.load(handle, choice, (step) => progress.push(step), undefined, signal);
}

// Published weights change whenever they are trained again; these never do.
test.each(Object.entries(expected.float16))(
  'a folder of weights gives the logits that PyTorch gives for %s',
  async (file, logits) => {
    const folder = await seededFolder('seeded', { ...expected, options: { classes: expected.classes } });
    vi.stubGlobal('fetch', servedWeights({ read: (path) => folder.get(path) ?? null }));
    const report = valueOf(await load(1, { ...trained, options: { classes: expected.classes }, weights: 'seeded' }));
    const { logits: found, top } = valueOf(await host.classify(1, await frameOf(file), 'logits'));
    expect(largestDifference(found ?? [], logits)).toBeLessThan(1e-3);
    const best = logits.indexOf(Math.max(...logits));
    expect(top[0]).toMatchObject({ index: best, label: report.labels?.[best] });
    await host.unload(1);
  },
);

describe('trained weights', () => {
  test('are reported with labels, accuracy and the time of each part', async () => {
    const progress: LoadProgress[] = [];
    const report = valueOf(await load(1, trained, progress));
    expect(report).toMatchObject({
      network: 1,
      choice: trained,
      device: { backend: 'wasm' },
      manifest: { net: 'shufflenet-v2' },
    });
    expect(report.labels).toHaveLength(64);
    expect(Math.min(report.downloadMs, report.compileMs, report.firstFrameMs)).toBeGreaterThan(0);
    expect(progress[0]).toMatchObject({ stage: 'download', loaded: 0 });
    expect(progress.at(-1)).toMatchObject({ stage: 'compile' });
    expect(progress.at(-1)?.loaded).toBe(progress.at(-1)?.total);
    await host.unload(1);
  });

  test('leak no tensor, frame by frame or at the end', async () => {
    const { memory } = valueOf(await load(1, trained));
    for (let frame = 0; frame < 3; frame += 1)
      valueOf(await host.classify(1, await frameOf('coffee-96.png'), 'likeliest'));
    expect(executor.memory()).toEqual(memory);
    await host.unload(1);
    expect(executor.memory()).toEqual({ tensors: 0, bytes: 0 });
  });

  test('are refused for a network of another width, naming the first tensor that does not fit', async () => {
    const result = await load(1, { ...trained, options: { width: 0.5 } });
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'weightsOfAnotherNetwork', wanted: [24, 24, 1, 1], got: [58, 24, 1, 1] },
    });
  });
});

test('a look and a huge photo are given the time that they take, and a frame of a video is not worth telling', async () => {
  const allowed: number[] = [];
  const served = { ...servedStub, silently: <T>(ms: number, run: () => Promise<T>) => (allowed.push(ms), run()) };
  const own = engineHost(executor, weightsUrl, () => ({ width: 1, height: 1, data: new Uint8Array(4) }), served);
  await own.classify(1, { width: 1920, height: 1080, close: () => undefined }, 'likeliest');
  expect(allowed).toEqual([]);
  await own.classify(1, { width: 12_000, height: 9000, close: () => undefined }, 'likeliest');
  await own.look(1, [], { width: 12_000, height: 9000, close: () => undefined });
  await own.look(1, [], { width: 1920, height: 1080, close: () => undefined });
  expect(allowed).toEqual([118_000, 118_000, 60_000]);
});

test('random weights run, without labels', async () => {
  const report = valueOf(
    await load(1, { ...trained, resolution: 64, weights: null, options: { classes: 7, width: 0.5 } }),
  );
  expect(report).toMatchObject({ labels: null, manifest: null, downloadMs: 0 });
  const { top } = valueOf(await host.classify(1, await frameOf('coffee-96.png'), 'likeliest'));
  expect(top).toHaveLength(5);
  expect(top.map(({ label }) => label)).toEqual(top.map(({ index }) => String(index)));
  await host.unload(1);
});

test('several networks on one device give their own answers', async () => {
  valueOf(await load(1, trained));
  valueOf(await load(2, { ...trained, resolution: 64 }));
  const answers = await Promise.all(
    [1, 2, 1].map(async (network) => host.classify(network, await frameOf('coffee-96.png'), 'logits')),
  );
  const [first, second, third] = answers.map((answer) => valueOf(answer));
  expect(first?.logits).toEqual(third?.logits);
  expect(first?.logits).not.toEqual(second?.logits);
  await Promise.all([host.unload(1), host.unload(2)]);
});

test('an impossible option names the allowed values', async () => {
  const result = await load(1, { ...trained, weights: null, options: { width: 3 } });
  expect(result).toEqual({
    ok: false,
    error: { code: 'badNetwork', detail: 'shufflenet-v2: width: no such value (got 3, wanted 0.5, 1, 1.5 or 2)' },
  });
});

test('classifying with a network that is not loaded is an error, not an exception', async () => {
  expect(await host.classify(9, await frameOf('coffee-96.png'), 'likeliest')).toMatchObject({
    ok: false,
    error: { code: 'workerFailed' },
  });
});

test('a load aborted while others run leaks nothing', async () => {
  const controller = new AbortController();
  const first = load(1, trained);
  const second = load(2, trained, [], controller.signal);
  controller.abort();
  expect(await second).toEqual({ ok: false, error: { code: 'aborted' } });
  valueOf(await first);
  await host.unload(1);
  expect(executor.memory().tensors).toBe(0);
});

test('a load aborted while its network compiles leaks nothing', async () => {
  const controller = new AbortController();
  const onProgress = ({ stage }: LoadProgress): void => {
    if (stage === 'compile') controller.abort();
  };
  const loaded = await host.load(1, trained, onProgress, undefined, controller.signal);
  expect(loaded).toEqual({ ok: false, error: { code: 'aborted' } });
  expect(executor.memory().tensors).toBe(0);
});

function published(path: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`../../../public/weights/${path}`, import.meta.url)));
}

/** Node has no frames: this is a handle to look the picture up with. */
async function frameOf(file: string): Promise<Frame> {
  const image = sharp(readFileSync(new URL(`../fixtures/${file}`, import.meta.url)));
  const { data, info } = await image.ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const frame = { width: info.width, height: info.height, close: () => undefined };
  pictures.set(frame, { ...frame, data });
  return frame;
}

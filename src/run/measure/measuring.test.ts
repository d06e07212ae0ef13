import { afterEach, describe, expect, test, vi } from 'vitest';
import { costOf } from '../../nets/readings/cost';
import { failure, success } from '../../nets/result';
import type { DeviceReport } from '../device/executor';
import type { NetworkTimer } from '../device/networkTimer';
import { valueOf, wasmExecutor } from '../fixtures/wasmExecutor';
import { PortWorker } from '../worker/fixtures/portWorker';
import { servedStub } from '../worker/fixtures/servedStub';
import { serveCalls } from '../worker/serveCalls';
import { benchGraph, benchNetworks } from './benchNetworks';
import { peakPerSecond } from './devicePeaks';
import { runLayersTask } from './layersTask';
import type { PathWorker, RunPath } from './pathWorker';
import { timeLayers } from './timeLayers';
import { timePaths, type PathsProgress } from './timePaths';

afterEach(() => {
  vi.unstubAllGlobals();
});

const lost = { code: 'deviceError', detail: 'gone' } as const;

describe('the peak of a device', () => {
  test('is the work of the fastest of five attempts over its time', async () => {
    // 4 ms a run, some of them disturbed, until an attempt lasts 80 ms.
    const disturbed = [1, 1, 1, 1.5, 1.2, 1, 1.3, 2];
    let call = 0;
    const asked: number[] = [];
    const runMs = (times: number) => {
      asked.push(times);
      return Promise.resolve(success(4 * times * (disturbed[(call += 1) % disturbed.length] ?? 1)));
    };
    expect(valueOf(await peakPerSecond({ amount: 1e6, runMs }))).toBe(1e6 / 0.004);
    const repeats = asked.at(-1) ?? 0;
    expect(repeats * 4 * 2).toBeGreaterThanOrEqual(80);
    expect(asked.slice(-5)).toEqual(Array.from({ length: 5 }, () => repeats));
  });

  test('is not measured on a device that fails', async () => {
    expect(await peakPerSecond({ amount: 1, runMs: () => Promise.resolve(failure(lost)) })).toEqual(failure(lost));
  });
});

/** A device with a clock of 0.1 ms whose steps take these times, and that starts a run in no time. */
function exactTimer(stepsMs: readonly number[], stepClock: boolean): NetworkTimer {
  return {
    steps: stepsMs.map((_, step) => [`step${String(step)}`]),
    stepClock: stepClock ? { kind: 'timestamps', resolutionMs: 0.1 } : null,
    prefixClock: { kind: 'wall', resolutionMs: 0.1 },
    stepMs: (step, times) => Promise.resolve(success(times * (stepsMs[step] ?? NaN))),
    prefixMs: (count, times) =>
      Promise.resolve(success(times * stepsMs.slice(0, count).reduce((sum, ms) => sum + ms, 0))),
  };
}

describe('the progress of timing layers', () => {
  test.each([
    // Three steps: calibrated once, then timed in two rounds; or four prefixes, the empty one too, in two rounds.
    ['auto', true, 9],
    ['prefixes', true, 8],
  ] as const)('by %s counts every measured step up to the total', async (method, stepClock, total) => {
    const told: (readonly [number, number])[] = [];
    const onProgress = (done: number, of: number) => told.push([done, of]);
    const times = valueOf(await timeLayers(exactTimer([1, 2, 3], stepClock), { method, rounds: 2, onProgress }));
    expect(told).toEqual(Array.from({ length: total }, (_, index) => [index + 1, total]));
    expect(times.wholeMs.map((ms) => ms.toFixed(6))).toEqual(['6.000000', '6.000000']);
  });

  test('each step has the ids and samples of its own, and is repeated for 2 ms', async () => {
    const quiet = { rounds: 2, onProgress: () => undefined };
    const { steps } = valueOf(await timeLayers(exactTimer([0.5, 4], true), { ...quiet, method: 'auto' }));
    expect(steps).toEqual([
      { ids: ['step0'], repeats: 4, samplesMs: [0.5, 0.5] },
      { ids: ['step1'], repeats: 1, samplesMs: [4, 4] },
    ]);
  });
});

test('whole runs last 10 ms where they can, and are never more than 50 in a row', async () => {
  const runs: number[] = [];
  const timer = exactTimer([0.05], true);
  const watched: NetworkTimer = {
    ...timer,
    prefixMs: (count, times) => (runs.push(times), timer.prefixMs(count, times)),
  };
  valueOf(await timeLayers(watched, { method: 'auto', rounds: 1, onProgress: () => undefined }));
  expect(Math.max(...runs)).toBe(50);
  runs.length = 0;
  valueOf(
    await timeLayers(
      { ...watched, prefixMs: (_, times) => (runs.push(times), Promise.resolve(success(times))) },
      {
        ...{ method: 'auto', rounds: 1, onProgress: () => undefined },
      },
    ),
  );
  expect(runs.at(-1)).toBeGreaterThanOrEqual(10);
  expect(runs.at(-1)).toBeLessThan(50);
});

test('layers of a network on WebAssembly come with the peaks of the processor', async () => {
  const executor = await wasmExecutor();
  const stages: string[] = [];
  const task = { network: 'mobilenet-v1:width=0.25:resolution=32:classes=10', method: 'auto', rounds: 1 } as const;
  const report = valueOf(
    await runLayersTask(executor, task, { tell: ({ stage }) => stages.push(stage), served: servedStub }),
  );
  expect([...new Set(stages)]).toEqual(['peaks', 'compile', 'layers']);
  expect(report.device).toBe(executor.device);
  expect(report.times.steps.length).toBeGreaterThan(20);
  expect(report.peaks.arithmetic).toBe('matrixProduct');
  // A processor of this century multiplies more than it copies, and less than a million times a nanosecond.
  expect(report.peaks.macsPerSecond).toBeGreaterThan(1e7);
  expect(report.peaks.bytesPerSecond).toBeGreaterThan(1e7);
  expect(report.peaks.macsPerSecond).toBeLessThan(1e15);
  expect(executor.memory().tensors).toBe(0);
});

/** Millions of multiply-adds: arXiv:1801.04381, 1707.01083 and 1807.11164; torchvision for the last two. */
test('the benchmark times the five networks at their published size', () => {
  const macs = benchNetworks.map((network) => Math.round(costOf(benchGraph(network).graph).macs / 1e6));
  expect(benchNetworks.map(({ name }, index) => [name, macs[index]])).toEqual([
    ['MobileNet V2 1.0', 301],
    ['ShuffleNet V1 g=3', 137],
    ['ShuffleNet V2 1.0', 145],
    ['SqueezeNet 1.1', 349],
    ['MobileNet V3 small', 57],
  ]);
});

type Told = Pick<PathsProgress, 'done' | 'total' | 'network'>;

/** Workers in the test's own thread; each path takes its own time, and says in which order it ran. */
function stubPaths(timesMs: Readonly<Record<string, number>>, ran: string[]): PortWorker[] {
  const workers: PortWorker[] = [];
  class PathPort extends PortWorker {
    constructor() {
      super((port) => serveCalls(pathWorker(timesMs, ran), port));
      workers.push(this);
    }
  }
  vi.stubGlobal('Worker', PathPort);
  return workers;
}

function pathWorker(timesMs: Readonly<Record<string, number>>, ran: string[]): PathWorker {
  let name = '';
  const device: DeviceReport = { backend: 'wasm', adapter: '', softwareAdapter: false, whyNotWebgpu: null };
  return {
    start: ({ backend, kernels }: RunPath) => {
      name = `${backend} ${kernels}`;
      return Promise.resolve(
        backend === 'webgpu' ? failure({ code: 'noWebgpu' }) : success({ ...device, adapter: name }),
      );
    },
    load: (id) => {
      ran.push(`${name} loads ${id}`);
      return Promise.resolve(success(null));
    },
    runMs: () => {
      ran.push(name);
      return Promise.resolve(success(timesMs[name] ?? NaN));
    },
  };
}

test('every path of this browser runs in turn, round by round, and its worker ends', async () => {
  const ran: string[] = [];
  const workers = stubPaths({ 'wasm own': 2, 'wasm stock': 5 }, ran);
  const told: Told[] = [];
  const networks = benchNetworks.slice(0, 2);
  const samples = valueOf(
    await timePaths(networks, {
      rounds: 2,
      onProgress: ({ done, total, network }) => told.push({ done, total, network }),
      signal: new AbortController().signal,
    }),
  );
  expect(samples.map(({ network, paths }) => [network.id, paths.map(({ samplesMs }) => samplesMs)])).toEqual([
    [
      'mobilenet-v2',
      [
        [2, 2],
        [5, 5],
      ],
    ],
    [
      'shufflenet-v1',
      [
        [2, 2],
        [5, 5],
      ],
    ],
  ]);
  expect(samples[0]?.paths.map(({ path, device }) => [path.kernels, device.adapter])).toEqual([
    ['own', 'wasm own'],
    ['stock', 'wasm stock'],
  ]);
  const loads = (id: string) => [`wasm own loads ${id}`, `wasm stock loads ${id}`];
  const rounds = ['wasm own', 'wasm stock', 'wasm own', 'wasm stock'];
  expect(ran).toEqual([...loads('mobilenet-v2'), ...rounds, ...loads('shufflenet-v1'), ...rounds]);
  expect(told.map(({ done, total }) => [done, total])).toEqual([0, 1, 2, 3, 4, 5].map((done) => [done, 6]));
  expect(told.map(({ network }) => network)).toEqual([
    ...Array.from({ length: 3 }, () => 'MobileNet V2 1.0'),
    ...Array.from({ length: 3 }, () => 'ShuffleNet V1 g=3'),
  ]);
  expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true, true, true, true]);
});

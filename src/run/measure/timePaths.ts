import { success, type Result } from '../../nets/result';
import type { DeviceReport } from '../device/executor';
import type { RunError } from '../errors/runError';
import { openWorker, type OpenWorker } from '../worker/openWorker';
import type { BenchNetwork } from './benchNetworks';
import type { PathWorker, RunPath } from './pathWorker';

export type { RunPath };

/** All paths of the app, its own kernels first. */
export const runPaths: readonly RunPath[] = [
  { backend: 'webgpu', kernels: 'own' },
  { backend: 'webgpu', kernels: 'stock' },
  { backend: 'wasm', kernels: 'own' },
  { backend: 'wasm', kernels: 'stock' },
];

/** The times of one path for one network in milliseconds, one for each finished round. */
export type PathSamples = {
  readonly path: RunPath;
  readonly device: DeviceReport;
  readonly samplesMs: readonly number[];
};

export type NetworkSamples = { readonly network: BenchNetwork; readonly paths: readonly PathSamples[] };

export type PathsProgress = {
  readonly done: number;
  readonly total: number;
  /** The network that is running. */
  readonly network: string;
  /** Every network started so far; the last may have fewer rounds. */
  readonly samples: readonly NetworkSamples[];
};

export type PathTiming = {
  readonly rounds: number;
  readonly onProgress: (progress: PathsProgress) => void;
  /** Stops the measurement at once; it then fails with `aborted`. */
  readonly signal: AbortSignal;
};

/**
 * Times networks on every path that this browser supports. Each round runs the paths one right after the other, so that
 * a device that slows down slows all of them. Skips WebGPU where there is none.
 */
export async function timePaths(
  networks: readonly BenchNetwork[],
  timing: PathTiming,
): Promise<Result<readonly NetworkSamples[], RunError>> {
  const opened: OpenPath[] = [];
  try {
    return await timeOn(opened, networks, timing);
  } finally {
    for (const { worker } of opened) worker.end({ code: 'aborted' });
  }
}

async function timeOn(
  opened: OpenPath[],
  networks: readonly BenchNetwork[],
  { rounds, onProgress, signal }: PathTiming,
): Promise<Result<readonly NetworkSamples[], RunError>> {
  const started: Started[] = [];
  for (const path of runPaths) {
    const worker = openWorker<PathWorker>(startWorker);
    opened.push({ path, worker });
    const device = await worker.call((remote) => remote.start(path), { signal });
    if (device.ok) started.push({ path, worker, device: device.value });
    else if (device.error.code !== 'noWebgpu') return device;
  }
  const finished: NetworkSamples[] = [];
  const total = networks.length * (rounds + 1);
  for (const network of networks) {
    const samples = started.map((): number[] => []);
    const tell = (step: number): void => {
      const paths = started.map(({ path, device }, at) => ({ path, device, samplesMs: [...(samples[at] ?? [])] }));
      const done = finished.length * (rounds + 1) + step;
      onProgress({ done, total, network: network.name, samples: [...finished, { network, paths }] });
    };
    tell(0);
    for (const { worker } of started) {
      const loaded = await worker.call((remote) => remote.load(network.id), { signal });
      if (!loaded.ok) return loaded;
    }
    for (let round = 0; round < rounds; round += 1) {
      tell(round + 1);
      for (const [at, { worker }] of started.entries()) {
        const taken = await worker.call((remote) => remote.runMs(), { signal });
        if (!taken.ok) return taken;
        samples[at]?.push(taken.value);
      }
    }
    const paths = started.map(({ path, device }, at) => ({ path, device, samplesMs: samples[at] ?? [] }));
    finished.push({ network, paths });
  }
  return success(finished);
}

type OpenPath = { readonly path: RunPath; readonly worker: OpenWorker<PathWorker> };

type Started = OpenPath & { readonly device: DeviceReport };

function startWorker(): Worker {
  return new Worker(new URL('./pathWorker.ts', import.meta.url), { type: 'module', name: 'path' });
}

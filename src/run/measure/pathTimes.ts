import { releaseProxy, wrap, type Remote } from 'comlink';
import { failure, success, type Result } from '../../nets/result';
import type { DeviceReport } from '../device/executor';
import type { RunError } from '../errors/runError';
import type { BenchNetwork } from './benchNetworks';
import type { PathWorker, RunPath } from './pathWorker';

export type { RunPath };

/** Everything that the app has to run a network on, its own ways first. */
export const runPaths: readonly RunPath[] = [
  { backend: 'webgpu', kernels: 'own' },
  { backend: 'webgpu', kernels: 'stock' },
  { backend: 'wasm', kernels: 'own' },
  { backend: 'wasm', kernels: 'stock' },
];

/** What a way to run took for one network: a time for each finished round, in milliseconds. */
export type PathSamples = {
  readonly path: RunPath;
  readonly device: DeviceReport;
  readonly samplesMs: readonly number[];
};

export type NetworkSamples = { readonly network: BenchNetwork; readonly paths: readonly PathSamples[] };

export type PathsProgress = {
  readonly done: number;
  readonly total: number;
  /** The network that is being run. */
  readonly network: string;
  /** Every network begun, the last perhaps with fewer rounds. */
  readonly samples: readonly NetworkSamples[];
};

export type PathTiming = {
  readonly rounds: number;
  readonly onProgress: (progress: PathsProgress) => void;
  /** Ends the measurement at once, in whatever it is; the answer is then `aborted`. */
  readonly signal: AbortSignal;
};

/**
 * Times networks on every way to run that this browser has, round by round one right after the other, so that a device
 * that slows down slows all of them. WebGPU is left out where there is none.
 */
export async function pathTimes(
  networks: readonly BenchNetwork[],
  timing: PathTiming,
): Promise<Result<readonly NetworkSamples[], RunError>> {
  const opened: OpenPath[] = [];
  const aborted = new Promise<Result<never, RunError>>((resolve) => {
    timing.signal.addEventListener('abort', () => resolve(failure({ code: 'aborted' })), { once: true });
  });
  try {
    return await Promise.race([aborted, timedOn(opened, networks, timing)]);
  } finally {
    for (const { close } of opened) close();
  }
}

async function timedOn(
  opened: OpenPath[],
  networks: readonly BenchNetwork[],
  { rounds, onProgress, signal }: PathTiming,
): Promise<Result<readonly NetworkSamples[], RunError>> {
  const started: Started[] = [];
  for (const path of runPaths) {
    const open = openPath(path);
    opened.push(open);
    const device = await open.answer((remote) => remote.start(path));
    if (device.ok) started.push({ ...open, device: device.value });
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
    for (const { answer } of started) {
      const loaded = await answer((remote) => remote.load(network.id));
      if (!loaded.ok) return loaded;
    }
    for (let round = 0; round < rounds && !signal.aborted; round += 1) {
      tell(round + 1);
      for (const [at, { answer }] of started.entries()) {
        const taken = await answer((remote) => remote.runMs());
        if (!taken.ok) return taken;
        samples[at]?.push(taken.value);
      }
    }
    const paths = started.map(({ path, device }, at) => ({ path, device, samplesMs: samples[at] ?? [] }));
    finished.push({ network, paths });
  }
  return success(finished);
}

type OpenPath = {
  readonly path: RunPath;
  readonly answer: <T>(
    ask: (remote: Remote<PathWorker>) => Promise<Result<T, RunError>>,
  ) => Promise<Result<T, RunError>>;
  readonly close: () => void;
};

type Started = OpenPath & { readonly device: DeviceReport };

function openPath(path: RunPath): OpenPath {
  const worker = new Worker(new URL('./pathWorker.ts', import.meta.url), { type: 'module', name: 'path' });
  const remote = wrap<PathWorker>(worker);
  const failed = new Promise<Result<never, RunError>>((resolve) => {
    worker.addEventListener('error', ({ message }) =>
      resolve(failure({ code: 'workerFailed', detail: message === '' ? 'the worker did not start' : message })),
    );
  });
  return {
    path,
    answer: (ask) => Promise.race([failed, ask(remote)]),
    close: () => {
      remote[releaseProxy]();
      worker.terminate();
    },
  };
}

import { elementCount } from '../../nets/op';
import { failure, success, type Result } from '../../nets/result';
import { createExecutor } from '../engine/createExecutor';
import type { Backend, CompiledNetwork, DeviceReport, Executor } from '../device/executor';
import type { RunError } from '../errors/runError';
import { wasmBinaries } from '../device/wasmBinaries';
import { serveCalls } from '../worker/serveCalls';
import { loadSilenceMs } from '../worker/silence';
import { benchGraph, benchNetworks, type BenchNetwork } from './benchNetworks';

/** A way to run a network: a backend, with the app's kernels or stock tfjs. */
export type RunPath = { readonly backend: Backend; readonly kernels: 'own' | 'stock' };

/** Runs one path in a thread of its own, because tfjs has one active backend per thread. `start` comes first. */
export type PathWorker = {
  readonly start: (path: RunPath) => Promise<Result<DeviceReport, RunError>>;
  /** Frees the last network, compiles this one and runs it once. */
  readonly load: (networkId: string) => Promise<Result<null, RunError>>;
  /** Milliseconds from the values of an image to the logits in JavaScript. */
  readonly runMs: () => Promise<Result<number, RunError>>;
};

const notReady = failure({ code: 'workerFailed' as const, detail: 'no network is loaded' });

let executor: Executor | null = null;
let network: CompiledNetwork | null = null;
let image = new Float32Array();

const worker: PathWorker = {
  start: async ({ backend, kernels }) => {
    const created = await createExecutor({ backend, wasmBinaries, kernels });
    if (!created.ok) return created;
    executor = created.value;
    return success(executor.device);
  },
  load: async (networkId) => {
    network?.dispose();
    network = null;
    const chosen = benchNetworks.find(({ id }) => id === networkId);
    if (executor === null || chosen === undefined) return notReady;
    const on = executor;
    return served.silently(loadSilenceMs, () => load(on, chosen));
  },
  runMs: () =>
    served.silently(Infinity, async () => {
      if (network === null) return notReady;
      const begin = performance.now();
      const output = await network.run(image);
      return output.ok ? success(performance.now() - begin) : output;
    }),
};

async function load(on: Executor, chosen: BenchNetwork): Promise<Result<null, RunError>> {
  const { graph, tensors } = benchGraph(chosen);
  const compiled = await on.compile(graph, tensors, () => undefined);
  if (!compiled.ok) return compiled;
  network = compiled.value;
  image = new Float32Array(elementCount(graph.input.shape)).map((_, at) => Math.sin(at * 0.37));
  const first = await network.run(image);
  return first.ok ? success(null) : first;
}

const served = serveCalls(worker);

import { expose } from 'comlink';
import { failure, success, type Result } from '../../nets/result';
import { createExecutor } from './createExecutor';
import { engineHost, type EngineHost } from './engineHost';
import type { Activation, BackendChoice, DeviceMemory, DeviceReport, Executor, TuningChoice } from '../device/executor';
import { framePixels, type Frame } from '../frames/framePixels';
import type { Classification, LoadProgress, LoadReport, NetworkChoice, NetworkHandle, Readback } from './network';
import type { RunError } from '../errors/runError';
import { wasmBinaries } from '../device/wasmBinaries';

/** What the main thread can ask of the worker. `start` comes first. */
export type EngineWorker = {
  readonly start: (options: StartOptions, onLost: (detail: string) => void) => Promise<Result<DeviceReport, RunError>>;
  readonly load: (
    handle: NetworkHandle,
    choice: NetworkChoice,
    onProgress: (progress: LoadProgress) => void,
  ) => Promise<Result<LoadReport, RunError>>;
  /** Aborts a load that is under way. */
  readonly cancel: (handle: NetworkHandle) => void;
  readonly classify: (
    network: NetworkHandle,
    frame: Frame,
    readback: Readback,
  ) => Promise<Result<Classification, RunError>>;
  readonly activations: (
    network: NetworkHandle,
    ids: readonly string[],
    frame: Frame,
  ) => Promise<Result<readonly Activation[], RunError>>;
  readonly unload: (network: NetworkHandle) => Promise<void>;
  readonly memory: () => Promise<Result<DeviceMemory, RunError>>;
  readonly loseDevice: () => Promise<void>;
};

export type StartOptions = {
  readonly backend: BackendChoice;
  readonly weightsUrl: string;
  readonly giveUpWebgpu: boolean;
  readonly tuning: TuningChoice;
};

type Started = { readonly executor: Executor; readonly host: EngineHost };

/** Calls wait for this: it settles when `start` has found a device or failed to. */
let settleStart: (started: Result<Started, RunError>) => void = () => undefined;
const start = new Promise<Result<Started, RunError>>((resolve) => {
  settleStart = resolve;
});
const loads = new Map<NetworkHandle, AbortController>();
const pixelsOf = framePixels();

const worker: EngineWorker = {
  start: async ({ weightsUrl, ...options }, onLost) => {
    const executor = await createExecutor({ ...options, wasmBinaries });
    if (!executor.ok) {
      settleStart(executor);
      return executor;
    }
    void executor.value.lost.then(onLost);
    settleStart(success({ executor: executor.value, host: engineHost(executor.value, weightsUrl) }));
    return success(executor.value.device);
  },
  load: async (handle, choice, onProgress) => {
    const controller = new AbortController();
    loads.set(handle, controller);
    try {
      return await started(({ host }) => host.load(handle, choice, { onProgress, signal: controller.signal }));
    } finally {
      loads.delete(handle);
    }
  },
  cancel: (handle) => loads.get(handle)?.abort(),
  classify: (network, frame, readback) =>
    closing(frame, () =>
      started(({ host }) =>
        readback === 'logits'
          ? host.classify(network, () => pixelsOf(frame))
          : host.classify(network, () => pixelsOf(frame), frame),
      ),
    ),
  activations: (network, ids, frame) =>
    closing(frame, () => started(({ host }) => host.activations(network, ids, () => pixelsOf(frame)))),
  unload: async (network) => {
    const current = await start;
    if (current.ok) await current.value.host.unload(network);
  },
  memory: () => started(({ executor }) => Promise.resolve(success(executor.memory()))),
  loseDevice: async () => {
    const current = await start;
    if (current.ok) current.value.executor.loseDevice();
  },
};

async function started<T>(action: (started: Started) => Promise<Result<T, RunError>>): Promise<Result<T, RunError>> {
  const current = await start;
  if (!current.ok) return current;
  const result = await action(current.value);
  const isRefusal = !result.ok && (result.error.code === 'deviceError' || result.error.code === 'workerFailed');
  return isRefusal ? lossInstead(current.value.executor, result) : result;
}

/** A lost device shows first as a failed command; the browser tells the loss itself a moment later. */
async function lossInstead<T>(executor: Executor, result: Result<T, RunError>): Promise<Result<T, RunError>> {
  const graceMs = 250;
  const lost = executor.lost.then((detail) => failure({ code: 'deviceLost' as const, detail, recovering: true }));
  const notLost = new Promise<Result<T, RunError>>((resolve) => {
    setTimeout(() => resolve(result), graceMs);
  });
  return Promise.race([lost, notLost]);
}

/** Frames hold graphics memory until they are closed, whatever becomes of them. */
async function closing<T>(frame: Frame, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } finally {
    frame.close();
  }
}

expose(worker);

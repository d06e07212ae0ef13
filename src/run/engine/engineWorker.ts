import { transfer } from 'comlink';
import { buffersOf } from '../../nets/maps/tensorView';
import { failure, success, type Result } from '../../nets/result';
import { createExecutor } from './createExecutor';
import { engineHost, type EngineHost } from './engineHost';
import { networkSource } from './networkSource';
import type { BackendChoice, DeviceReport, Executor, TuningChoice } from '../device/executor';
import { framePixels, type Frame } from '../frames/framePixels';
import type { NetworkHandle, RemoteCalls } from './engineCalls';
import type { RunError } from '../errors/runError';
import { wasmBinaries } from '../device/wasmBinaries';
import { serveCalls } from '../worker/serveCalls';

/** The calls that the main thread makes to the worker, `start` first. */
export type EngineWorker = RemoteCalls & {
  readonly start: (options: StartOptions, onLost: (detail: string) => void) => Promise<Result<DeviceReport, RunError>>;
  /** Aborts a running load. */
  readonly cancel: (network: NetworkHandle) => void;
};

export type StartOptions = {
  readonly backend: BackendChoice;
  readonly weightsUrl: string;
  /** How often in a row the device was lost before this start. */
  readonly losses: number;
  readonly tuning: TuningChoice;
};

type Started = { readonly executor: Executor; readonly host: EngineHost };

/** Calls wait for this: it settles when `start` has opened a device or failed. */
let settleStart: (started: Result<Started, RunError>) => void = () => undefined;
const start = new Promise<Result<Started, RunError>>((resolve) => {
  settleStart = resolve;
});
/** Where weights are; `start` tells it before it opens the device. */
let tellWeightsUrl: (url: string) => void = () => undefined;
const weightsPlace = new Promise<string>((resolve) => {
  tellWeightsUrl = resolve;
});
const loads = new Map<NetworkHandle, AbortController>();

const worker: EngineWorker = {
  start: async ({ weightsUrl, ...options }, onLost) => {
    tellWeightsUrl(weightsUrl);
    const executor = await createExecutor({ ...options, wasmBinaries });
    if (!executor.ok) {
      settleStart(executor);
      return executor;
    }
    void executor.value.lost.then(onLost);
    const host = engineHost(executor.value, weightsUrl, framePixels(), served);
    settleStart(success({ executor: executor.value, host }));
    return success(executor.value.device);
  },
  load: async (network, choice, onProgress, given) => {
    const controller = new AbortController();
    const { signal } = controller;
    loads.set(network, controller);
    try {
      // On a slow line the weights come before the code of the device, and show how far they are from the first byte.
      const source =
        choice.weights === null ? undefined : networkSource(choice, await weightsPlace, { onProgress, signal, given });
      return await whenStarted((host) => host.load(network, choice, onProgress, undefined, signal, source));
    } finally {
      controller.abort();
      loads.delete(network);
    }
  },
  cancel: (network) => loads.get(network)?.abort(),
  classify: (network, frame, readback) =>
    thenClose(frame, () => whenStarted((host) => host.classify(network, frame, readback))),
  look: async (network, views, frame) => {
    const seen = await thenClose(frame, () => whenStarted((host) => host.look(network, views, frame)));
    // Handed over, not copied: the page then spends no time on taking them in.
    return seen.ok ? transfer(seen, seen.value.flatMap(buffersOf)) : seen;
  },
  layerWeights: (network, id) => whenStarted((host) => host.layerWeights(network, id)),
  unload: (network) => whenStarted((host) => host.unload(network)),
  memory: () => whenStarted((host) => host.memory()),
  loseDevice: () => whenStarted((host) => host.loseDevice()),
};

async function whenStarted<T>(
  action: (host: EngineHost) => Promise<Result<T, RunError>>,
): Promise<Result<T, RunError>> {
  const current = await start;
  if (!current.ok) return current;
  const result = await action(current.value.host);
  const isRefusal = !result.ok && (result.error.code === 'deviceError' || result.error.code === 'workerFailed');
  return isRefusal ? lossOrResult(current.value.executor, result) : result;
}

/** A lost device first shows up as a failed command; the browser reports the loss a moment later. */
async function lossOrResult<T>(executor: Executor, result: Result<T, RunError>): Promise<Result<T, RunError>> {
  const graceMs = 250;
  const lost = executor.lost.then((detail) => failure({ code: 'deviceLost' as const, detail, recovering: true }));
  const notLost = new Promise<Result<T, RunError>>((resolve) => {
    setTimeout(() => resolve(result), graceMs);
  });
  return Promise.race([lost, notLost]);
}

/** Closes the frame afterwards in any case: until then it holds graphics memory. */
async function thenClose<T>(frame: Frame, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } finally {
    frame.close();
  }
}

const served = serveCalls(worker);

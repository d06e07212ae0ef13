import { proxy, releaseProxy, transfer, wrap } from 'comlink';
import { failure, type Result } from '../../nets/result';
import type { EngineWorker, StartOptions } from './engineWorker';
import type { Activation, DeviceMemory, DeviceReport } from '../device/executor';
import type { Frame } from '../frames/framePixels';
import type { Classification, LoadProgress, LoadReport, NetworkChoice, NetworkHandle, Readback } from './network';
import type { RunError } from '../errors/runError';

/** One life of the worker: from its start until its device is lost or it is closed. */
export type WorkerSession = {
  readonly device: Promise<Result<DeviceReport, RunError>>;
  readonly load: (
    handle: NetworkHandle,
    choice: NetworkChoice,
    options: LoadOptions,
  ) => Promise<Result<LoadReport, RunError>>;
  readonly classify: (
    network: NetworkHandle,
    frame: Frame,
    options?: ClassifyOptions,
  ) => Promise<Result<Classification, RunError>>;
  readonly activations: (
    network: NetworkHandle,
    ids: readonly string[],
    frame: Frame,
  ) => Promise<Result<readonly Activation[], RunError>>;
  readonly unload: (network: NetworkHandle) => void;
  readonly memory: () => Promise<Result<DeviceMemory, RunError>>;
  readonly loseDevice: () => void;
  readonly close: () => void;
};

export type ClassifyOptions = { readonly signal?: AbortSignal; readonly readback?: Readback };

export type LoadOptions = { readonly onProgress?: (progress: LoadProgress) => void; readonly signal?: AbortSignal };

/**
 * Starts a worker. Calls that are under way when it ends get an error instead of no answer.
 * @param onLost called once, after the worker has been ended because its device was lost
 */
export function openWorkerSession(start: StartOptions, onLost: (detail: string) => void): WorkerSession {
  const worker = new Worker(new URL('./engineWorker.ts', import.meta.url), { type: 'module', name: 'engine' });
  const remote = wrap<EngineWorker>(worker);
  const calls = pendingCalls();
  const close = (error: RunError): void => {
    if (!calls.end(error)) return;
    remote[releaseProxy]();
    worker.terminate();
  };
  worker.addEventListener('error', (event) => {
    close({ code: 'workerFailed', detail: event.message === '' ? 'the worker did not start' : event.message });
  });
  const lost = (detail: string): void => {
    close({ code: 'deviceLost', detail, recovering: true });
    onLost(detail);
  };
  return {
    device: calls.answer(() => remote.start(start, proxy(lost))),
    load: async (handle, choice, { onProgress, signal }) => {
      const cancel = (): void => void remote.cancel(handle);
      signal?.addEventListener('abort', cancel);
      const report = await calls.answer(() => remote.load(handle, choice, proxy(onProgress ?? ignore)), signal);
      signal?.removeEventListener('abort', cancel);
      return report;
    },
    classify: (network, frame, { signal, readback = 'likeliest' } = {}) => {
      // A frame that cannot be sent holds graphics memory until it is closed.
      if (!calls.areOpen()) frame.close();
      return calls.answer(() => remote.classify(network, transfer(frame, [frame]), readback), signal);
    },
    activations: (network, ids, frame) => {
      if (!calls.areOpen()) frame.close();
      return calls.answer(() => remote.activations(network, ids, transfer(frame, [frame])));
    },
    unload: (network) => {
      if (calls.areOpen()) void remote.unload(network);
    },
    memory: () => calls.answer(() => remote.memory()),
    loseDevice: () => {
      if (calls.areOpen()) void remote.loseDevice();
    },
    close: () => close({ code: 'aborted' }),
  };
}

type Failed = { readonly ok: false; readonly error: RunError };

type PendingCalls = {
  /** The worker's answer; or why there is none: the signal fired, or the worker ended. */
  readonly answer: <T>(call: () => Promise<Result<T, RunError>>, signal?: AbortSignal) => Promise<Result<T, RunError>>;
  /** Gives every waiting and later call this error. False when that was done before. */
  readonly end: (error: RunError) => boolean;
  readonly areOpen: () => boolean;
};

/** A set rather than a promise to race with: a frame's call must leave nothing behind on anything long-lived. */
function pendingCalls(): PendingCalls {
  const waiting = new Set<(error: RunError) => void>();
  let ended: Failed | null = null;
  return {
    answer: (call, signal) => {
      if (ended !== null) return Promise.resolve(ended);
      return new Promise((resolve) => {
        const settle = (result: Awaited<ReturnType<typeof call>>): void => {
          waiting.delete(fail);
          signal?.removeEventListener('abort', abort);
          resolve(result);
        };
        const fail = (error: RunError): void => settle(failure(error));
        const abort = (): void => fail({ code: 'aborted' });
        waiting.add(fail);
        signal?.addEventListener('abort', abort);
        const answered = async (): Promise<void> => settle(await call());
        answered().catch((error: unknown) =>
          fail({ code: 'workerFailed', detail: error instanceof Error ? error.message : String(error) }),
        );
      });
    },
    end: (error) => {
      if (ended !== null) return false;
      ended = failure(error);
      for (const fail of waiting) fail(error);
      return true;
    },
    areOpen: () => ended === null,
  };
}

function ignore(): void {
  // For callers who do not follow the progress.
}

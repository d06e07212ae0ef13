import { proxy, transfer } from 'comlink';
import type { Result } from '../../nets/result';
import type { DeviceReport } from '../device/executor';
import type { RunError } from '../errors/runError';
import { openWorker } from '../worker/openWorker';
import type { AbortableCalls, GivenFolder } from './engineCalls';
import type { EngineWorker, StartOptions } from './engineWorker';

/** One worker of an engine, from its start until its device is lost or it is closed. */
export type WorkerSession = AbortableCalls & {
  readonly device: Promise<Result<DeviceReport, RunError>>;
  readonly close: () => void;
};

type SessionEnds = { readonly onLost: (detail: string) => void; readonly onGone: (error: RunError) => void };

/**
 * Starts a worker. When it ends, calls in progress fail instead of hanging.
 * @param onLost called once, after the worker is terminated because its device was lost
 * @param onGone called once when the worker is gone for another reason than `close`
 */
export function openWorkerSession(options: StartOptions, { onLost, onGone }: SessionEnds): WorkerSession {
  const { call, end } = openWorker<EngineWorker>(
    () => new Worker(new URL('./engineWorker.ts', import.meta.url), { type: 'module', name: 'engine' }),
    onGone,
  );
  const lost = (detail: string): void => {
    end({ code: 'deviceLost', detail, recovering: true });
    onLost(detail);
  };
  return {
    device: call((remote) => remote.start(options, proxy(lost))),
    load: (network, choice, onProgress, given, signal) =>
      call((remote) => remote.load(network, choice, proxy(onProgress), given && handedOver(given)), {
        signal,
        cancel: (remote) => void remote.cancel(network),
      }),
    classify: (network, frame, readback, signal) =>
      call((remote) => remote.classify(network, transfer(frame, [frame]), readback), {
        signal,
        unsent: () => frame.close(),
      }),
    look: (network, views, frame, signal) =>
      call((remote) => remote.look(network, views, transfer(frame, [frame])), {
        signal,
        unsent: () => frame.close(),
      }),
    layerWeights: (network, id, signal) => call((remote) => remote.layerWeights(network, id), { signal }),
    unload: (network, signal) => call((remote) => remote.unload(network), { signal }),
    memory: (signal) => call((remote) => remote.memory(), { signal }),
    loseDevice: (signal) => call((remote) => remote.loseDevice(), { signal }),
    close: () => end({ code: 'aborted' }),
  };
}

function handedOver(folder: GivenFolder): GivenFolder {
  const { buffer } = folder.bytes;
  return buffer instanceof ArrayBuffer ? transfer(folder, [buffer]) : folder;
}

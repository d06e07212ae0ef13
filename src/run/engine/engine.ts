import type { Result } from '../../nets/result';
import { defaultTuning } from '../device/executor';
import type { BackendChoice, DeviceReport, TuningChoice } from '../device/executor';
import type { Frame } from '../frames/framePixels';
import type {
  AbortableCalls,
  Classification,
  LoadProgress,
  LoadReport,
  NetworkChoice,
  NetworkHandle,
  Readback,
} from './engineCalls';
import type { RunError } from '../errors/runError';
import { appWeightsUrl } from '../weights/appWeightsUrl';
import { takenFolder } from './earlyFolder';
import { countedNetworkLoad } from './networkLoads';
import { recoveringSession, type EngineEvent } from './recoveringSession';
import { openWorkerSession } from './workerSession';

export type { EngineEvent };

/**
 * The main thread's handle on a worker that runs networks on one backend. Expected failures are values; no method
 * throws. While a lost device is recovering, calls wait for it. To change the backend, dispose of the engine and create
 * another.
 */
export type Engine = Omit<AbortableCalls, 'load' | 'classify'> & {
  /** The device, as soon as the worker has one. */
  readonly device: () => Promise<Result<DeviceReport, RunError>>;
  /** Loads a network under a handle that the engine assigns. */
  readonly load: (choice: NetworkChoice, options?: LoadOptions) => Promise<Result<LoadReport, RunError>>;
  readonly classify: (
    network: NetworkHandle,
    frame: Frame,
    options?: ClassifyOptions,
  ) => Promise<Result<Classification, RunError>>;
  /** Calls `listener` for every event until the returned function is called. */
  readonly subscribe: (listener: (event: EngineEvent) => void) => () => void;
  /** Terminates the worker and everything in it. */
  readonly dispose: () => void;
};

export type LoadOptions = { readonly onProgress?: (progress: LoadProgress) => void; readonly signal?: AbortSignal };

/** The default, `likeliest`, is quicker but returns no logits. */
export type ClassifyOptions = { readonly readback?: Readback; readonly signal?: AbortSignal };

/**
 * Starts a worker and opens its device.
 * @param tuning how to choose WebGPU kernels
 * @param weightsUrl URL of the folder of weight folders, ending in a slash; by default the app's own
 */
export function createEngine(
  backend: BackendChoice,
  tuning: TuningChoice = defaultTuning,
  weightsUrl = appWeightsUrl(),
): Engine {
  const listeners = new Set<(event: EngineEvent) => void>();
  const choices = new Map<NetworkHandle, NetworkChoice>();
  let nextHandle: NetworkHandle = 1;
  const session = recoveringSession(openWorkerSession, { backend, tuning, weightsUrl }, choices, (event) => {
    for (const listener of listeners) listener(event);
  });

  return {
    device: async () => (await session.current()).device,
    load: async (choice, { onProgress = ignore, signal } = {}) => {
      const network = nextHandle;
      nextHandle += 1;
      const report = await countedNetworkLoad(async () => {
        const early = await takenFolder(folderUrl(weightsUrl, choice), { onProgress, signal });
        if (early?.ok === false) return early;
        return (await session.current()).load(network, choice, onProgress, early?.value, signal);
      });
      if (report.ok) choices.set(network, choice);
      return report;
    },
    classify: async (network, frame, { readback = 'likeliest', signal } = {}) => {
      const answer = await (await session.current()).classify(network, frame, readback, signal);
      if (answer.ok) session.noteFrame();
      return answer;
    },
    look: async (...args) => (await session.current()).look(...args),
    layerWeights: async (...args) => (await session.current()).layerWeights(...args),
    unload: async (network, signal) => {
      choices.delete(network);
      return (await session.current()).unload(network, signal);
    },
    memory: async (signal) => (await session.current()).memory(signal),
    loseDevice: async (signal) => (await session.current()).loseDevice(signal),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispose: session.dispose,
  };
}

function folderUrl(weightsUrl: string, { weights }: NetworkChoice): string | null {
  return weights === null ? null : `${weightsUrl}${weights}/`;
}

function ignore(): void {
  // For callers that ignore progress.
}

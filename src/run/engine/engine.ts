import { failure, type Result } from '../../nets/result';
import { usualTuning } from '../device/executor';
import type { Activation, BackendChoice, DeviceMemory, DeviceReport, TuningChoice } from '../device/executor';
import type { Frame } from '../frames/framePixels';
import type { Classification, LoadReport, NetworkChoice, NetworkHandle } from './network';
import type { RunError } from '../errors/runError';
import { recoveringSession, type EngineEvent } from './recoveringSession';
import type { ClassifyOptions, LoadOptions } from './workerSession';

export type { Frame, EngineEvent, LoadOptions };

/**
 * The main thread's side of a dedicated worker that runs networks on one backend. Expected failures are values; no
 * method throws. To change the backend, dispose of the engine and create another.
 */
export type Engine = {
  /** The device, as soon as the worker has one. */
  readonly device: () => Promise<Result<DeviceReport, RunError>>;
  /** Downloads weights, compiles, runs one frame. Several networks can be loaded at once. */
  readonly load: (choice: NetworkChoice, options?: LoadOptions) => Promise<Result<LoadReport, RunError>>;
  /** Runs a loaded network on one frame. While the device is being brought back, it waits for that. */
  readonly classify: (
    network: NetworkHandle,
    frame: Frame,
    options?: ClassifyOptions,
  ) => Promise<Result<Classification, RunError>>;
  /** Tensors inside a loaded network for one frame, by node id of the graph with batch norm folded. */
  readonly activations: (
    network: NetworkHandle,
    ids: readonly string[],
    frame: Frame,
  ) => Promise<Result<readonly Activation[], RunError>>;
  /** Frees a network's weights. */
  readonly unload: (network: NetworkHandle) => Promise<void>;
  readonly memory: () => Promise<Result<DeviceMemory, RunError>>;
  /** Calls `listener` for every event until the returned function is called. */
  readonly subscribe: (listener: (event: EngineEvent) => void) => () => void;
  /** Destroys the WebGPU device as a crashed driver would, to see the recovery; without WebGPU it does nothing. */
  readonly loseDevice: () => Promise<void>;
  /** Ends the worker and everything in it. */
  readonly dispose: () => void;
};

/**
 * Starts a worker and its device.
 * @param tuning how WebGPU kernels are chosen
 * @param weightsUrl address of the folder of weight folders, ending in a slash; by default the app's own
 */
export function createEngine(
  backend: BackendChoice,
  tuning: TuningChoice = usualTuning,
  weightsUrl = appWeightsUrl(),
): Engine {
  const listeners = new Set<(event: EngineEvent) => void>();
  const choices = new Map<NetworkHandle, NetworkChoice>();
  let nextHandle: NetworkHandle = 1;
  const session = recoveringSession({ backend, tuning, weightsUrl }, choices, (event) => {
    for (const listener of listeners) listener(event);
  });

  return {
    device: async () => (await session.current()).device,
    load: async (choice, options = {}) => {
      const handle = nextHandle;
      nextHandle += 1;
      const report = await (await session.current()).load(handle, choice, options);
      if (report.ok) choices.set(handle, choice);
      return report;
    },
    classify: async (network, frame, options) => {
      const current = await session.current();
      if (options?.signal?.aborted === true) {
        frame.close();
        return failure({ code: 'aborted' });
      }
      return current.classify(network, frame, options);
    },
    activations: async (network, ids, frame) => (await session.current()).activations(network, ids, frame),
    unload: async (network) => {
      choices.delete(network);
      (await session.current()).unload(network);
    },
    memory: async () => (await session.current()).memory(),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    loseDevice: async () => (await session.current()).loseDevice(),
    dispose: session.dispose,
  };
}

function appWeightsUrl(): string {
  return new URL(`${import.meta.env.BASE_URL}weights/`, window.location.href).href;
}

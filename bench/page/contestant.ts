import type { Graph } from '../../src/nets/graph';
import type { TensorValues } from '../../src/nets/weights/tensorValue';
import type { Backend } from '../../src/run/device/executor';

/** What runs a network: our executor, the same graph as single stock tfjs ops, or another library. */
export type Runtime = 'ours' | 'stock' | 'graphModel' | 'onnxruntime';

export type ContestantId = { readonly runtime: Runtime; readonly backend: Backend };

export type ContestantOptions = {
  readonly backend: Backend;
  readonly graph: Graph;
  readonly tensors: TensorValues;
  /** WebAssembly threads. */
  readonly threads: number;
};

/** A network ready to run. `run` accepts an image of h x w x c values and returns the logits. */
export type Contestant = {
  /** The device, in the contestant's own words. */
  readonly device: string;
  /** WebAssembly threads in use, where the library reports them. */
  readonly threads?: number;
  readonly run: (image: Float32Array) => Promise<Float32Array>;
  /** Time of WebGPU runs on this thread. Absent on WebAssembly, and where it cannot be measured. */
  readonly script?: () => Promise<ScriptTimes>;
};

/** Milliseconds that one run keeps the thread busy, without waiting for the device. */
export type ScriptTimes = {
  /** Per run, from an image's values until every command is issued. */
  readonly issueMs: readonly number[];
  /** Per frame, from a camera's picture until every command is issued; empty where frames have no path of their own. */
  readonly frameMs: readonly number[];
};

/**
 * The times that `call` reports over 5 to 50 calls, as many as fit into three seconds: the JavaScript compiler
 * optimises a frame's path only after dozens of calls.
 */
export async function busyTimes(call: () => Promise<number>): Promise<readonly number[]> {
  const times: number[] = [];
  const end = performance.now() + 3000;
  while (times.length < 5 || (times.length < 50 && performance.now() < end)) times.push(await call());
  return times;
}

/** Compiles a network's kernels and uploads its weights. */
export type OpenContestant = (options: ContestantOptions) => Promise<Contestant>;

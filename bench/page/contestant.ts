import type { Graph } from '../../src/nets/graph';
import type { TensorValues } from '../../src/nets/weights/tensorValue';
import type { Backend } from '../../src/run/device/executor';

/** What runs the networks: our executor, the same graph by stock tfjs ops one by one, and what a person would pick instead. */
export type Runtime = 'ours' | 'stock' | 'graphModel' | 'onnxruntime';

/** One of those who run side by side. */
export type ContestantId = { readonly runtime: Runtime; readonly backend: Backend };

export type ContestantOptions = {
  readonly backend: Backend;
  readonly graph: Graph;
  readonly tensors: TensorValues;
  /** Threads of WebAssembly. */
  readonly threads: number;
};

/** A network made ready. `run` takes an image's values row by row, channels innermost, and gives the logits. */
export type Contestant = {
  /** What the contestant says of its device. */
  readonly device: string;
  /** Threads of WebAssembly that it has, where it tells. */
  readonly threads?: number;
  readonly run: (image: Float32Array) => Promise<Float32Array>;
  /** What WebGPU frames cost this thread. Left out where it cannot be told apart, or is all the time there is. */
  readonly script?: () => Promise<ScriptTimes>;
};

/** Milliseconds for which the thread was busy with one run, without waiting for the device. */
export type ScriptTimes = {
  /** From an image's values until every command was issued, by run. */
  readonly issueMs: readonly number[];
  /** From a camera's picture until every command was issued, by frame; empty where there is no such way. */
  readonly frameMs: readonly number[];
};

/**
 * Milliseconds of a call's busy part, over at least 5 calls and as many more, up to 50, as fit into three seconds: the
 * compiler learns a quick frame's path only after dozens of them.
 */
export async function busyTimes(call: () => Promise<number>): Promise<readonly number[]> {
  const times: number[] = [];
  const end = performance.now() + 3000;
  while (times.length < 5 || (times.length < 50 && performance.now() < end)) times.push(await call());
  return times;
}

/** Makes a network ready, kernels compiled and weights uploaded. */
export type OpenContestant = (options: ContestantOptions) => Promise<Contestant>;

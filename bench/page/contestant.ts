import type { Graph } from '../../src/nets/graph';
import type { TensorValues } from '../../src/nets/tensorValue';
import type { Backend } from '../../src/run/executor';

/** What runs the networks: our executor, the same graph by stock tfjs ops one by one, and what a person would pick instead. */
export type Engine = 'ours' | 'stock' | 'graphModel' | 'onnxruntime';

/** One of those who run side by side. */
export type ContestantId = { readonly engine: Engine; readonly backend: Backend };

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
  readonly run: (image: Float32Array) => Promise<Float32Array>;
};

/** Makes a network ready, kernels compiled and weights uploaded. */
export type OpenContestant = (options: ContestantOptions) => Promise<Contestant>;

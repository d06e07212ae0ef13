import { expose } from 'comlink';
import { elementCount } from '../../src/nets/op';
import { benchGraph, benchNetworks } from '../../src/run/measure/benchNetworks';
import type { Contestant, ContestantId, ContestantOptions, Runtime, ScriptTimes } from './contestant';

/** One contestant in its own thread: the libraries keep global state that must not be shared. */
export type ContestantWorker = {
  /** Prepares a network; returns the device and how long that took. */
  readonly open: (
    id: ContestantId,
    networkId: string,
    threads: number,
  ) => Promise<{ readonly device: string; readonly openMs: number }>;
  /** Milliseconds from the image's values to the logits in JavaScript. */
  readonly runMs: () => Promise<number>;
  /** The logits of the benchmark's image. */
  readonly logits: () => Promise<Float32Array>;
  /** Null where the contestant cannot measure it. */
  readonly script: () => Promise<ScriptTimes | null>;
};

// Only the contestant's own library is loaded.
const openers: Readonly<Record<Runtime, (options: ContestantOptions) => Promise<Contestant>>> = {
  ours: async (options) => (await import('./executorContestant')).executorContestant('own', options),
  stock: async (options) => (await import('./executorContestant')).executorContestant('stock', options),
  graphModel: async (options) => (await import('./graphModelContestant')).openGraphModel(options),
  onnxruntime: async (options) => (await import('./onnxruntimeContestant')).openOnnxruntime(options),
};

type Opened = { readonly contestant: Contestant; readonly image: Float32Array };

let current: Opened | null = null;

const worker: ContestantWorker = {
  open: async ({ runtime, backend }, networkId, threads) => {
    const network = benchNetworks.find(({ id }) => id === networkId);
    if (network === undefined) throw new Error(`bench: no network ${networkId}`);
    const { graph, tensors } = benchGraph(network);
    if (backend === 'wasm') offerCores(2 * threads);
    const begin = performance.now();
    const contestant = await openers[runtime]({ backend, graph, tensors, threads });
    if ((contestant.threads ?? threads) !== threads)
      throw new Error(`bench: ${runtime} has ${contestant.threads} threads of WebAssembly, not ${threads}`);
    current = { contestant, image: imageOf(elementCount(graph.input.shape)) };
    return { device: contestant.device, openMs: performance.now() - begin };
  },
  runMs: async () => {
    const { contestant, image } = opened();
    const begin = performance.now();
    await contestant.run(image);
    return performance.now() - begin;
  },
  logits: async () => {
    const { contestant, image } = opened();
    return Float32Array.from(await contestant.run(image));
  },
  script: async () => (await opened().contestant.script?.()) ?? null,
};

/**
 * tfjs uses at most half of the logical cores for its threads, whatever it is asked for; onnxruntime-web uses as many
 * as it is asked for. To give all the same number, reports more cores to this worker before the library asks.
 */
function offerCores(cores: number): void {
  Object.defineProperty(navigator, 'hardwareConcurrency', { configurable: true, get: () => cores });
}

function opened(): Opened {
  if (current === null) throw new Error('bench: open comes first');
  return current;
}

/** Values in the range of normalised pixels, different for every pixel. */
function imageOf(length: number): Float32Array {
  return Float32Array.from({ length }, (_, index) => 2 * Math.sin(index * 0.37) * Math.cos(index * 0.0113));
}

expose(worker);

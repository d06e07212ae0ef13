import { expose } from 'comlink';
import { elementCount } from '../../src/nets/op';
import { benchGraph, benchNetworks } from '../../src/run/measure/benchNetworks';
import type { Contestant, ContestantId, ContestantOptions, Runtime, ScriptTimes } from './contestant';

/** One contestant in a thread of its own, so that libraries that share a global state do not meet. */
export type ContestantWorker = {
  /** Makes a network ready; returns the device and the time that took. */
  readonly open: (
    id: ContestantId,
    networkId: string,
    threads: number,
  ) => Promise<{ readonly device: string; readonly openMs: number }>;
  /** From the image's values to the logits in JavaScript, in milliseconds. */
  readonly runMs: () => Promise<number>;
  /** The logits of the benchmark's image. */
  readonly logits: () => Promise<Float32Array>;
  /** Null where the contestant cannot tell. */
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

let opened: Opened | null = null;

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
    opened = { contestant, image: imageOf(elementCount(graph.input.shape)) };
    return { device: contestant.device, openMs: performance.now() - begin };
  },
  runMs: async () => {
    const { contestant, image } = isOpen();
    const begin = performance.now();
    await contestant.run(image);
    return performance.now() - begin;
  },
  logits: async () => {
    const { contestant, image } = isOpen();
    return Float32Array.from(await contestant.run(image));
  },
  script: async () => (await isOpen().contestant.script?.()) ?? null,
};

/**
 * tfjs takes at most half of the logical cores for its threads, whatever it is asked for; onnxruntime-web takes what it is
 * asked for. So that all have the same number, this worker is told of more cores before the library asks.
 */
function offerCores(cores: number): void {
  Object.defineProperty(navigator, 'hardwareConcurrency', { configurable: true, get: () => cores });
}

function isOpen(): Opened {
  if (opened === null) throw new Error('bench: open comes first');
  return opened;
}

/** Numbers as normalised pixels have them, different for every pixel. */
function imageOf(length: number): Float32Array {
  return Float32Array.from({ length }, (_, index) => 2 * Math.sin(index * 0.37) * Math.cos(index * 0.0113));
}

expose(worker);

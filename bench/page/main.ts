import { wrap, type Remote } from 'comlink';
import type { ContestantId } from './contestant';
import type { ContestantWorker } from './contestantWorker';

const opened = new Map<string, Remote<ContestantWorker>>();

/** What the command line calls in the page. It names each contestant by a key of its choice. */
const bench = {
  open: async (key: string, id: ContestantId, networkId: string, threads: number) => {
    const worker = new Worker(new URL('./contestantWorker.ts', import.meta.url), { type: 'module', name: key });
    const failed = new Promise<never>((_resolve, reject) => {
      worker.addEventListener('error', ({ message }) => reject(new Error(`${key}: ${message}`)));
    });
    const remote = wrap<ContestantWorker>(worker);
    opened.set(key, remote);
    return Promise.race([remote.open(id, networkId, threads), failed]);
  },
  runMs: (key: string) => contestant(key).runMs(),
  logits: async (key: string) => [...(await contestant(key).logits())],
  script: (key: string) => contestant(key).script(),
  /** What the browser reports about the graphics adapter and the processor. */
  machine: async () => {
    const adapter = 'gpu' in navigator ? await navigator.gpu.requestAdapter() : null;
    const { vendor = '', architecture = '', description = '', isFallbackAdapter = false } = adapter?.info ?? {};
    const words = [vendor, architecture, description].filter((word) => word !== '');
    return {
      adapter: adapter === null ? null : `${words.join(' ')}${isFallbackAdapter ? ' (software)' : ''}`,
      cores: navigator.hardwareConcurrency,
      isIsolated: window.crossOriginIsolated,
    };
  },
};

function contestant(key: string): Remote<ContestantWorker> {
  const found = opened.get(key);
  if (found === undefined) throw new Error(`bench: ${key} is not open`);
  return found;
}

export type BenchPage = typeof bench;

Object.assign(window, { bench });

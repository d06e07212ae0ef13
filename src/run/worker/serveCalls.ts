import { expose, type Endpoint } from 'comlink';
import { browserLocks } from '../storage/browserLocks';
import { trustOwnScripts } from './trustOwnScripts';
import { signalOf, usualSilenceMs, type WorkerSignal } from './workerSignal';

/** A worker's own side of the door. */
export type ServedCalls = {
  /**
   * Tells the page that this worker may be silent for so long (milliseconds), because it computes without a pause.
   * Returns the function that takes it back. Of several allowances the longest counts.
   */
  readonly allowSilence: (ms: number) => () => void;
  /**
   * Allows it while `run` runs. With Infinity `run` is a measurement: until it ends, the page sends nothing here and
   * waits for no sign of life.
   */
  readonly silently: <T>(ms: number, run: () => Promise<T>) => Promise<T>;
};

/**
 * Answers the page's calls, in a worker that `openWorker` or `jobInWorker` has opened. Call it when everything that the
 * calls need is there: it tells the page that the worker is ready.
 */
export function serveCalls(calls: object, page: Endpoint = thisWorker()): ServedCalls {
  trustOwnScripts();
  const allowances = new Set<{ readonly ms: number }>();
  const tell = (signal: WorkerSignal): void => page.postMessage(signal);
  const tellSilence = (): void => {
    const ms = Math.max(usualSilenceMs, ...[...allowances].map((allowance) => allowance.ms));
    tell({ signal: 'silence', ms });
  };
  const allowSilence = (ms: number): (() => void) => {
    const allowance = { ms };
    allowances.add(allowance);
    tellSilence();
    return () => {
      if (allowances.delete(allowance)) tellSilence();
    };
  };

  page.addEventListener('message', (event) => {
    if ('data' in event && signalOf(event.data)?.signal === 'ask') tell({ signal: 'alive' });
  });
  expose(calls, page);
  // The first call may compute without a pause: the page must know the lock before it makes one.
  holdLock((lock) => {
    if (lock !== null) tell({ signal: 'holds', lock });
    tell({ signal: 'ready' });
  });
  return {
    allowSilence,
    silently: async (ms, run) => {
      const end = allowSilence(ms);
      try {
        return await run();
      } finally {
        end();
      }
    },
  };
}

/**
 * Holds a lock until the worker ends, however it ends: the browser then releases it. Null where there are no locks; the
 * page then asks for signs of life alone.
 */
function holdLock(onHeld: (lock: string | null) => void): void {
  const locks = browserLocks();
  if (locks === null) {
    onHeld(null);
    return;
  }
  const lock = `worker ${String(performance.timeOrigin)} ${String(Math.random())}`;
  const hold = async (): Promise<void> => {
    try {
      await locks.request(lock, () => {
        onHeld(lock);
        return new Promise(() => undefined);
      });
    } catch {
      // A browser that keeps nothing for this page refuses locks, too.
      onHeld(null);
    }
  };
  void hold();
}

/** The channel to the page; TypeScript takes the global scope for a window's. */
function thisWorker(): Endpoint {
  return {
    postMessage: (message, transfer = []) => globalThis.postMessage(message, { transfer }),
    addEventListener: globalThis.addEventListener.bind(globalThis),
    removeEventListener: globalThis.removeEventListener.bind(globalThis),
  };
}

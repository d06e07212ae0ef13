import type { RunError } from '../errors/runError';
import { browserLocks } from '../storage/browserLocks';
import { workerFaults } from './workerFaults';
import { signalOf, usualSilenceMs, type WorkerSignal } from './workerSignal';

export type Watch = {
  readonly onReady: (worker: Worker) => void;
  /** The worker is gone, and has been terminated. */
  readonly onGone: (error: RunError) => void;
  /** Whether a call waits for the worker. An idle one is not asked for signs of life. */
  readonly isWaitedFor: () => boolean;
};

/**
 * A turn of the clock. Silence is counted in turns rather than read off a clock: the timers of a hidden tab are slow and
 * those of a suspended computer stand still, and neither is the worker's fault.
 */
const turnMs = 1000;
/** How long the first start may take, and the second, whose code may come over a slow network. */
const startsMs = [5000, 30_000] as const;

/**
 * Starts a worker, a second time if the first does not get ready, and notices when it closes, is killed or hangs.
 * Returns the function that terminates it and ends the watch.
 */
export function watchWorker(start: () => Worker, watch: Watch): () => void {
  let stop = begin(0);

  function begin(attempt: 0 | 1): () => void {
    const worker = startOrNull(start);
    if (worker === null) return later(giveUp);
    const retry = (): void => {
      stop = begin(1);
    };
    return watchOne(worker, { ...watch, startMs: startsMs[attempt], onNotReady: attempt === 0 ? retry : giveUp });
  }

  function giveUp(): void {
    watch.onGone({ code: 'workerGone', how: isWalledOff() ? 'walledOff' : 'notReady' });
    workerFaults.dispatchEvent(new Event('notReady'));
  }

  return () => stop();
}

type WatchOne = Watch & {
  readonly startMs: number;
  /** The worker did not get ready, and has been terminated. */
  readonly onNotReady: () => void;
};

function watchOne(worker: Worker, { startMs, onReady, onNotReady, onGone, isWaitedFor }: WatchOne): () => void {
  const over = new AbortController();
  const { signal } = over;
  const state = { isReady: false, allowedMs: usualSilenceMs, silentMs: 0, isAsked: false };
  const timer = setInterval(turn, turnMs);
  const stop = (): void => {
    clearInterval(timer);
    over.abort();
    worker.terminate();
  };
  const end = (error: RunError): void => {
    stop();
    onGone(error);
  };
  const failStart = (): void => {
    stop();
    onNotReady();
  };

  function turn(): void {
    const isExempt = isHidden() || (state.isReady && (!isWaitedFor() || state.allowedMs === Infinity));
    state.silentMs = isExempt ? 0 : state.silentMs + turnMs;
    if (isExempt) return;
    if (!state.isReady) {
      if (state.silentMs >= startMs) failStart();
    } else if (state.silentMs > state.allowedMs) {
      end({ code: 'workerGone', how: 'silent' });
    } else if (!state.isAsked) {
      state.isAsked = true;
      worker.postMessage({ signal: 'ask' } satisfies WorkerSignal);
    }
  }

  const hear = ({ data }: MessageEvent<unknown>): void => {
    state.silentMs = 0;
    state.isAsked = false;
    const heard = signalOf(data);
    if (heard?.signal === 'silence') state.allowedMs = heard.ms;
    if (heard?.signal === 'holds')
      void whenReleased(heard.lock, signal, () => end({ code: 'workerGone', how: 'closed' }));
    if (heard?.signal !== 'ready' || state.isReady) return;
    state.isReady = true;
    onReady(worker);
  };
  // Without a message the script did not load.
  const fail = ({ message = '' }: Partial<ErrorEvent>): void => {
    if (message === '' && !state.isReady) failStart();
    else end({ code: 'workerFailed', detail: message === '' ? 'the worker did not say why' : message });
  };
  worker.addEventListener('message', hear, { signal });
  worker.addEventListener('error', fail, { signal });
  return stop;
}

/** The worker; null where the browser refuses to make one, as under a Content Security Policy that forbids it. */
function startOrNull(start: () => Worker): Worker | null {
  try {
    return start();
  } catch {
    return null;
  }
}

/** Calls back unless the returned function is called first: whoever opens a worker has no hold of it yet. */
function later(callback: () => void): () => void {
  const over = new AbortController();
  queueMicrotask(() => {
    if (!over.signal.aborted) callback();
  });
  return () => over.abort();
}

function isHidden(): boolean {
  return 'document' in globalThis && document.hidden;
}

/** Waits for a lock that the worker holds while it lives. Where the browser refuses, signs of life alone tell. */
async function whenReleased(lock: string, signal: AbortSignal, onReleased: () => void): Promise<void> {
  try {
    await browserLocks()?.request(lock, { signal }, () => {
      if (!signal.aborted) onReleased();
    });
  } catch {
    // The signal rejects it, too, when the worker ended as it should.
  }
}

/** Whether this is a frame with `sandbox` and without `allow-same-origin`, where browsers start no worker from an address. */
function isWalledOff(): boolean {
  return 'location' in globalThis && globalThis.location.protocol !== 'file:' && globalThis.origin === 'null';
}

import { wrap, type Remote } from 'comlink';
import { failure, type Result } from '../../nets/result';
import type { RunError } from '../errors/runError';
import { watchWorker } from './watchWorker';

/** A running worker. Its calls neither throw nor hang: the worker, the signal or the end of the worker settles each. */
export type OpenWorker<W> = {
  /**
   * Makes one call, as soon as the worker is ready. Fails with `aborted` as soon as the signal fires, with
   * `workerFailed` when the worker throws, and with the error that the worker ended with.
   */
  readonly call: <T>(
    make: (remote: Remote<W>) => Promise<Result<T, RunError>>,
    options?: CallOptions<W>,
  ) => Promise<Result<T, RunError>>;
  /** Terminates the worker. Calls in progress and later calls fail with this error. Calling it again does nothing. */
  readonly end: (error: RunError) => void;
};

export type CallOptions<W> = {
  readonly signal?: AbortSignal | undefined;
  /** Tells the worker that the signal has fired, so that it can stop early. */
  readonly cancel?: (remote: Remote<W>) => void;
  /** Runs when the call is never sent: frees what it would have transferred. */
  readonly unsent?: () => void;
};

/**
 * @param start creates the worker, whose script ends with `serveCalls`. Vite bundles its file only where `new Worker(new
 * URL(...))` is written out
 * @param onGone called once when the worker is gone without `end`: also while no call waits for it
 */
export function openWorker<W>(start: () => Worker, onGone: (error: RunError) => void = ignore): OpenWorker<W> {
  // Sets, not a promise to race with: a call per frame must not leave a reaction on a long-lived promise.
  const waiting = new Set<(error: RunError) => void>();
  const unsentCalls = new Set<(remote: Remote<W>) => void>();
  let remote: Remote<W> | null = null;
  let ending: RunError | null = null;

  const settleAll = (error: RunError): void => {
    ending = error;
    for (const fail of waiting) fail(error);
  };
  const terminate = watchWorker(start, {
    isWaitedFor: () => waiting.size > 0,
    onReady: (worker) => {
      const ready = wrap<W>(worker);
      remote = ready;
      const calls = [...unsentCalls];
      unsentCalls.clear();
      for (const send of calls) send(ready);
    },
    onGone: (error) => {
      settleAll(error);
      onGone(error);
    },
  });

  return {
    call: (make, { signal, cancel, unsent } = {}) => {
      const refusal: RunError | null = signal?.aborted === true ? { code: 'aborted' } : ending;
      if (refusal !== null) {
        unsent?.();
        return Promise.resolve(failure(refusal));
      }
      return new Promise((resolve) => {
        const settle = (result: Awaited<ReturnType<typeof make>>): void => {
          waiting.delete(fail);
          signal?.removeEventListener('abort', abort);
          resolve(result);
        };
        const fail = (error: RunError): void => {
          if (unsentCalls.delete(send)) unsent?.();
          settle(failure(error));
        };
        const abort = (): void => {
          if (remote !== null) cancel?.(remote);
          fail({ code: 'aborted' });
        };
        const send = (to: Remote<W>): void => void answerOf(() => make(to)).then(settle);
        waiting.add(fail);
        signal?.addEventListener('abort', abort);
        if (remote === null) unsentCalls.add(send);
        else send(remote);
      });
    },
    end: (error) => {
      if (ending !== null) return;
      terminate();
      settleAll(error);
    },
  };
}

/** Turns what a call throws into a value. */
async function answerOf<T>(make: () => Promise<Result<T, RunError>>): Promise<Result<T, RunError>> {
  try {
    return await make();
  } catch (error) {
    return failure({ code: 'workerFailed', detail: error instanceof Error ? error.message : String(error) });
  }
}

function ignore(): void {
  // For callers whose calls tell them.
}

import { releaseProxy, wrap, type Remote } from 'comlink';
import { failure, type Result } from '../../nets/result';
import type { RunError } from '../errors/runError';

/** A running worker. Its calls neither throw nor hang: the worker, the signal or the end of the worker settles each. */
export type OpenWorker<W> = {
  /**
   * Makes one call. Fails with `aborted` as soon as the signal fires, with `workerFailed` when the worker throws, and
   * with the error that the worker ended with.
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

/** @param start creates the worker. Vite bundles its file only where `new Worker(new URL(...))` is written out */
export function openWorker<W>(start: () => Worker): OpenWorker<W> {
  const worker = start();
  const remote = wrap<W>(worker);
  // A set, not a promise to race with: a call per frame must not leave a reaction on a long-lived promise.
  const waiting = new Set<(error: RunError) => void>();
  let ending: RunError | null = null;

  const end = (error: RunError): void => {
    if (ending !== null) return;
    ending = error;
    for (const fail of waiting) fail(error);
    remote[releaseProxy]();
    worker.terminate();
  };
  // When the script fails to load, the event has no message.
  worker.addEventListener('error', ({ message }: Partial<ErrorEvent>) => {
    const detail = message === undefined || message === '' ? 'the worker did not start' : message;
    end({ code: 'workerFailed', detail });
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
        const fail = (error: RunError): void => settle(failure(error));
        const abort = (): void => {
          cancel?.(remote);
          fail({ code: 'aborted' });
        };
        waiting.add(fail);
        signal?.addEventListener('abort', abort);
        const answered = async (): Promise<void> => settle(await make(remote));
        answered().catch((error: unknown) =>
          fail({ code: 'workerFailed', detail: error instanceof Error ? error.message : String(error) }),
        );
      });
    },
    end,
  };
}

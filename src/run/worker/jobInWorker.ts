import type { Remote } from 'comlink';
import { failure, type Result } from '../../nets/result';
import type { RunError } from '../errors/runError';
import { openWorker } from './openWorker';

export type JobOptions<W> = {
  /** Fails the job with `aborted` at once. */
  readonly signal: AbortSignal;
  /**
   * Asks an aborted job to save its work; the worker is then terminated when the job has ended, or after two seconds.
   * Without it the worker is terminated at once.
   */
  readonly cancel?: (remote: Remote<W>) => void;
};

/** A worker in an endless loop never reads that it is to save its work. */
const graceMs = 2000;

/** Runs one job in a new worker, which is terminated when the job ends. */
export async function jobInWorker<W, T>(
  start: () => Worker,
  job: (remote: Remote<W>) => Promise<Result<T, RunError>>,
  { signal, cancel }: JobOptions<W>,
): Promise<Result<T, RunError>> {
  if (signal.aborted) return failure({ code: 'aborted' });
  const worker = openWorker<W>(start);
  const end = (): void => worker.end({ code: 'aborted' });
  let finished: Promise<unknown> = Promise.resolve();
  const make = (remote: Remote<W>) => {
    const result = job(remote);
    finished = result;
    return result;
  };
  const outcome = await worker.call(make, { signal, ...(cancel && { cancel }) });
  if (cancel === undefined) end();
  else {
    const timer = setTimeout(end, graceMs);
    const endNow = (): void => {
      clearTimeout(timer);
      end();
    };
    void finished.then(endNow, endNow);
  }
  return outcome;
}

import type { Remote } from 'comlink';
import { failure, type Result } from '../../nets/result';
import type { RunError } from '../errors/runError';
import { openWorker } from './openWorker';

export type JobOptions<W> = {
  /** Fails the job with `aborted` at once. */
  readonly signal: AbortSignal;
  /**
   * Asks an aborted job to save its work; the worker then lives until the job has ended. Without it the worker is
   * terminated at once.
   */
  readonly cancel?: (remote: Remote<W>) => void;
};

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
  else void finished.then(end, end);
  return outcome;
}

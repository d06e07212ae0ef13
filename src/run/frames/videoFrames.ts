import { failure, success, type Result } from '../../nets/result';
import type { RunError } from '../errors/runError';
import { untilCalled } from './untilCalled';

/** Tells when a playing video shows a new picture. */
export type VideoFrames = {
  /** Resolves when a picture newer than the last one is presented, with the number presented so far. */
  readonly next: (signal: AbortSignal) => Promise<Result<number | null, RunError>>;
  /** Pauses the element, or resumes it. */
  readonly hold: (isHeld: boolean) => void;
  /** Fails every pending and later `next`. */
  readonly fail: (error: RunError) => void;
  /** Resolves every pending and later `next` with null, and stops watching. */
  readonly end: () => void;
};

/** Watches `element` with requestVideoFrameCallback, which counts presented pictures whether or not they are read. */
export function videoFrames(element: HTMLVideoElement): VideoFrames {
  let presented = 0;
  let told = 0;
  let outcome: Result<null, RunError> | null = null;
  let wake = (): void => undefined;
  let handle = 0;

  const watch = (_now: number, frame: VideoFrameCallbackMetadata): void => {
    presented = Math.max(frame.presentedFrames, presented + 1);
    wake();
    handle = element.requestVideoFrameCallback(watch);
  };
  handle = element.requestVideoFrameCallback(watch);

  const settle = (result: Result<null, RunError>): void => {
    outcome ??= result;
    element.cancelVideoFrameCallback(handle);
    wake();
  };

  const next = async (signal: AbortSignal): Promise<Result<number | null, RunError>> => {
    while (outcome === null && presented === told && !signal.aborted) {
      await untilCalled(signal, (done) => {
        wake = done;
        return () => undefined;
      });
    }
    if (outcome !== null) return outcome;
    if (signal.aborted) return failure({ code: 'aborted' });
    told = presented;
    return success(presented);
  };

  const hold = (isHeld: boolean): void => {
    if (isHeld) element.pause();
    // Pausing the element or removing its source interrupts a pending play(), which then rejects: that is no error.
    else if (element.paused) element.play().catch(() => undefined);
  };

  return { next, hold, fail: (error) => settle(failure(error)), end: () => settle(success(null)) };
}

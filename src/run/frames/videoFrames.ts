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

/** Watches `element`, and counts presented pictures whether or not they are read. */
export function videoFrames(element: HTMLVideoElement): VideoFrames {
  let presented = 0;
  let told = 0;
  let outcome: Result<null, RunError> | null = null;
  let wake = (): void => undefined;

  const unwatch = watchPictures(element, (count) => {
    presented = Math.max(count, presented + 1);
    wake();
  });

  const settle = (result: Result<null, RunError>): void => {
    outcome ??= result;
    unwatch();
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

/** What a video element has of pictures; older browsers lack the callbacks. */
type Watched = Pick<HTMLVideoElement, 'currentTime'> &
  Partial<Pick<HTMLVideoElement, 'requestVideoFrameCallback' | 'cancelVideoFrameCallback'>>;

/** How long a playing video may go without a callback before its time is watched instead. Pictures take 40 ms or so. */
const patienceMs = 1000;

/**
 * Calls `onPicture` with the number of pictures presented so far, until the returned function is called. Where
 * requestVideoFrameCallback is missing (Firefox before 132), or is there and never called (WebKitGTK, for a camera), a
 * picture is new when the element's time is.
 */
export function watchPictures(element: Watched, onPicture: (presented: number) => void): () => void {
  let presented = 0;
  let shownTime = 0;
  let calledAtMs = element.requestVideoFrameCallback === undefined ? -Infinity : performance.now();
  const watch = (nowMs: number, frame: VideoFrameCallbackMetadata): void => {
    calledAtMs = nowMs;
    presented = Math.max(presented + 1, frame.presentedFrames);
    onPicture(presented);
    callback = element.requestVideoFrameCallback?.(watch) ?? 0;
  };
  const look = (nowMs: number): void => {
    if (element.currentTime !== shownTime && nowMs - calledAtMs > patienceMs) {
      presented += 1;
      onPicture(presented);
    }
    shownTime = element.currentTime;
    animation = requestAnimationFrame(look);
  };
  let callback = element.requestVideoFrameCallback?.(watch) ?? 0;
  let animation = requestAnimationFrame(look);
  return () => {
    element.cancelVideoFrameCallback?.(callback);
    cancelAnimationFrame(animation);
  };
}

import { success, type Result } from '../nets/result';
import type { Engine } from './engine';
import type { FrameSource } from './frameSource';
import type { Classification, FrameTimings, NetworkHandle } from './network';
import { paceOf } from './pace';
import type { RunError } from './runError';
import { untilCalled } from './untilCalled';

/** One classified frame with its latency in parts, in milliseconds, and the pace of the run. */
export type LiveFrame = {
  readonly classification: Classification;
  readonly timings: FrameTimings & {
    /** Taking the frame from its source: until a bitmap is ready to be sent. */
    readonly captureMs: number;
    /** From the start of capture until the labels are back: everything, with the way to the worker and back. */
    readonly endToEndMs: number;
  };
  /** Labelled frames per second over the last second or so; 0 until two frames have been shown. */
  readonly shownPerSecond: number;
  /** Frames of the source that were never classified, because a newer one had come. */
  readonly droppedFrames: number;
};

export type LiveRun = {
  readonly source: Pick<FrameSource, 'nextFrame' | 'grab'>;
  readonly engine: Pick<Engine, 'classify'>;
  readonly network: NetworkHandle;
  readonly onFrame: (frame: LiveFrame) => void;
  readonly signal: AbortSignal;
};

/**
 * Classifies what `source` shows until `signal` fires or the source ends (a photo ends after one frame). Only the
 * newest frame is ever taken, the next one when the last has its labels; nothing runs while the tab is hidden.
 * A frame that is lost with the device is taken again. Any other error ends the run and is returned; `aborted` is a
 * success.
 */
export async function runLive({ source, engine, network, onFrame, signal }: LiveRun): Promise<Result<void, RunError>> {
  const pace = paceOf();
  for (;;) {
    const resumed = await untilVisible(signal);
    const presented = await source.nextFrame(signal);
    if (!presented.ok) return presented.error.code === 'aborted' ? success(undefined) : presented;
    if (presented.value === null) return success(undefined);
    // What a hidden tab missed was not dropped for want of speed.
    if (resumed) pace.restart();
    const shown = await classifyNewest({ source, engine, network, signal });
    if (signal.aborted) return success(undefined);
    if (!shown.ok) return shown;
    onFrame({ ...shown.value, ...pace.show(presented.value, performance.now()) });
  }
}

type Shown = Pick<LiveFrame, 'classification' | 'timings'>;

/** Takes a frame and classifies it; once more when the device was lost on the way and is coming back. */
async function classifyNewest({
  source,
  engine,
  network,
  signal,
}: Omit<LiveRun, 'onFrame'>): Promise<Result<Shown, RunError>> {
  for (;;) {
    const begin = performance.now();
    const frame = await source.grab();
    if (!frame.ok) return frame;
    const captured = performance.now();
    const result = await engine.classify(network, frame.value, signal);
    if (result.ok) {
      const timings = { ...result.value.timings, captureMs: captured - begin, endToEndMs: performance.now() - begin };
      return success({ classification: result.value, timings });
    }
    if (result.error.code !== 'deviceLost' || !result.error.recovering || signal.aborted) return result;
  }
}

/**
 * Classifies a copy of `frame`, which stays the caller's; once more when the device was lost on the way and is coming
 * back. `endToEndMs` is from the copy on.
 */
export async function classifyAgain(
  { engine, network, signal }: Pick<LiveRun, 'engine' | 'network' | 'signal'>,
  frame: ImageBitmap,
): Promise<Result<Shown, RunError>> {
  for (;;) {
    const begin = performance.now();
    const copy = await createImageBitmap(frame);
    const result = await engine.classify(network, copy, signal);
    if (result.ok) {
      const timings = { ...result.value.timings, captureMs: 0, endToEndMs: performance.now() - begin };
      return success({ classification: result.value, timings });
    }
    if (result.error.code !== 'deviceLost' || !result.error.recovering || signal.aborted) return result;
  }
}

/** True when the tab was hidden and there was something to wait for. */
export async function untilVisible(signal: AbortSignal): Promise<boolean> {
  let waited = false;
  while (document.hidden && !signal.aborted) {
    waited = true;
    await untilCalled(signal, (done) => {
      document.addEventListener('visibilitychange', done);
      return () => document.removeEventListener('visibilitychange', done);
    });
  }
  return waited;
}

import { failure, success, type Result } from '../../nets/result';
import type { Engine } from '../engine/engine';
import type { FrameSource } from '../frames/frameSource';
import type { Classification, FrameTimings, NetworkHandle } from '../engine/engineCalls';
import { paceOf } from './pace';
import type { RunError } from '../errors/runError';
import { untilCalled } from '../frames/untilCalled';

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
  /** Whether the engine can take a frame while its device still computes the last one. */
  readonly overlaps?: boolean;
  readonly onFrame: (frame: LiveFrame) => void;
  readonly signal: AbortSignal;
};

/**
 * A second frame under way while the device computes the first makes the rate higher, and waits as long as the first still
 * takes. Where the device takes longer than this, a picture would be noticeably older for a rate hardly higher.
 */
const overlappedBelowMs = 50;

/**
 * Classifies what `source` shows until `signal` fires or the source ends (a photo ends after one frame). Only the
 * newest frame is ever taken, the next one when the last has its labels, or on a fast device of its own while that
 * computes; nothing runs while the tab is hidden. A frame that is lost with the device is taken again. Any other error
 * ends the run and is returned; `aborted` is a success.
 */
export async function runLive(run: LiveRun): Promise<Result<void, RunError>> {
  const { source } = run;
  const failed = new AbortController();
  const signal = AbortSignal.any([run.signal, failed.signal]);
  const outcome: { fault: RunError | null; mostUnderWay: number } = { fault: null, mostUnderWay: 1 };
  const pace = paceOf();
  const underWay: Promise<void>[] = [];
  let last = Promise.resolve();

  const show = async (presented: number, before: Promise<void>): Promise<void> => {
    const shown = await classifyNewest({ ...run, signal });
    await before;
    if (signal.aborted) return;
    if (!shown.ok) {
      outcome.fault = shown.error;
      failed.abort();
      return;
    }
    const { preprocessMs, inferenceMs } = shown.value.timings;
    outcome.mostUnderWay = run.overlaps === true && preprocessMs + inferenceMs < overlappedBelowMs ? 2 : 1;
    run.onFrame({ ...shown.value, ...pace.show(presented, performance.now()) });
  };
  const ended = (): Result<void, RunError> => (outcome.fault === null ? success(undefined) : failure(outcome.fault));

  for (;;) {
    const resumed = await untilVisible(signal);
    const presented = await source.nextFrame(signal);
    if (!presented.ok || presented.value === null) {
      await last;
      return presented.ok || presented.error.code === 'aborted' ? ended() : presented;
    }
    // What a hidden tab missed was not dropped for want of speed.
    if (resumed) pace.restart();
    last = show(presented.value, last);
    underWay.push(last);
    while (underWay.length >= outcome.mostUnderWay) await underWay.shift();
    if (signal.aborted) return ended();
  }
}

type Shown = Pick<LiveFrame, 'classification' | 'timings'>;

/** Takes a frame and classifies it; once more when the device was lost on the way and is coming back. */
async function classifyNewest({
  source,
  engine,
  network,
  signal,
}: Omit<LiveRun, 'onFrame' | 'overlaps'>): Promise<Result<Shown, RunError>> {
  for (;;) {
    const begin = performance.now();
    const frame = await source.grab();
    if (!frame.ok) return frame;
    const captured = performance.now();
    const result = await engine.classify(network, frame.value, { signal });
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
    const result = await engine.classify(network, copy, { signal });
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

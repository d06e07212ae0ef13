import type { Result } from '../nets/result';
import type { Engine } from './engine';
import type { FrameSource } from './frameSource';
import type { Classification, FrameTimings, NetworkHandle } from './network';
import type { RunError } from './runError';

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

/**
 * Classifies what `source` shows until `signal` fires or the source ends (a photo ends after one frame). Only the
 * newest frame is ever taken, the next one when the last has its labels; nothing runs while the tab is hidden.
 * A frame that is lost with the device is skipped. Any other error ends the run and is returned; `aborted` never is.
 */
export type RunLive = (run: {
  readonly source: FrameSource;
  readonly engine: Engine;
  readonly network: NetworkHandle;
  readonly onFrame: (frame: LiveFrame) => void;
  readonly signal: AbortSignal;
}) => Promise<Result<void, RunError>>;

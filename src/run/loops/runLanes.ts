import { failure, success, type Result } from '../../nets/result';
import type { Engine } from '../engine/engine';
import type { Classification, FrameTimings, NetworkHandle } from '../engine/engineCalls';
import type { RunError } from '../errors/runError';
import type { FrameSource } from '../frames/frameSource';
import { paceOf, type Pace } from './pace';
import { frameTaker, type FrameTaker } from './frameTaker';
import { untilVisible } from './untilVisible';

/** One classified frame: its latency in parts, in milliseconds, and the pace of the run. */
export type ClassifiedFrame = {
  readonly classification: Classification;
  readonly timings: FrameTimings & {
    /** Taking the frame from its source, until a bitmap is ready to be sent. */
    readonly captureMs: number;
    /** From the start of capture until the labels are back, including both trips between page and worker. */
    readonly endToEndMs: number;
  };
  /** Frames that were labelled per second, by every network of the run alike, over the last second or so; 0 until there are two. */
  readonly shownPerSecond: number;
  /** Frames of the source that were never classified because a newer one had arrived. */
  readonly droppedFrames: number;
};

export type LaneRun = {
  readonly source: Pick<FrameSource, 'nextFrame' | 'grab'>;
  readonly engine: Pick<Engine, 'classify'>;
  /** The networks that see every frame: one in a live run, several in a race. */
  readonly networks: readonly NetworkHandle[];
  /** Whether the engine may be given the next frame while its device computes the last. For a run of one network. */
  readonly overlaps?: boolean;
  readonly onFrame: (network: NetworkHandle, frame: ClassifiedFrame) => void;
  readonly signal: AbortSignal;
};

/** Why a run ended. `network` is the one that failed; null where the source did. */
export type RunEnd = { readonly error: RunError; readonly network: NetworkHandle | null };

/**
 * A second frame in flight raises the rate, but waits until the device has finished the first. On a device slower than
 * this, a picture would be noticeably older and the rate hardly higher.
 */
const maxOverlappedMs = 50;

/**
 * Shows every network the newest frame of `source`, again and again, until `signal` fires or the source ends (a photo
 * ends after one frame). The device does one thing at a time, so several networks take turns with each frame, a
 * different one first each time, and none waits for another within its own latency. Nothing runs while the tab is
 * hidden. A frame that is lost with the device is taken again; any other error ends the run and is returned. `aborted`
 * is a success.
 */
export async function runLanes(run: LaneRun): Promise<Result<void, RunEnd>> {
  const { source, networks } = run;
  const failed = new AbortController();
  const signal = AbortSignal.any([run.signal, failed.signal]);
  const state: { fault: RunEnd | null; maxInFlight: number } = { fault: null, maxInFlight: 1 };
  // One pace for all: they are shown the same frames.
  const pace = paceOf();
  const inFlight: Promise<void>[] = [];
  let last = Promise.resolve();

  const fail = (fault: RunEnd): void => {
    state.fault = fault;
    failed.abort();
  };
  const show = async (presented: number, turn: number, before: Promise<void>): Promise<void> => {
    const taker = await frameTaker(source, networks.length);
    if (!taker.ok) {
      if (!signal.aborted) fail({ error: taker.error, network: null });
      return;
    }
    let shown: ReturnType<Pace['show']> | null = null;
    try {
      for (const network of rotated(networks, turn)) {
        const classified = await classify(network, taker.value, { ...run, signal });
        await before;
        if (signal.aborted) return;
        if (!classified.ok) {
          fail(classified.error);
          return;
        }
        const { preprocessMs, inferenceMs } = classified.value.timings;
        state.maxInFlight = run.overlaps === true && preprocessMs + inferenceMs < maxOverlappedMs ? 2 : 1;
        shown ??= pace.show(presented, performance.now());
        run.onFrame(network, { ...classified.value, ...shown });
      }
    } finally {
      taker.value.close();
    }
  };
  const end = (): Result<void, RunEnd> => (state.fault === null ? success(undefined) : failure(state.fault));

  for (let turn = 0; ; turn += 1) {
    const resumed = await untilVisible(signal);
    const presented = await source.nextFrame(signal);
    if (!presented.ok || presented.value === null) {
      await last;
      if (presented.ok || presented.error.code === 'aborted') return end();
      return failure({ error: presented.error, network: null });
    }
    // Frames missed while the tab was hidden do not count as dropped.
    if (resumed) pace.restart();
    last = show(presented.value, turn, last);
    inFlight.push(last);
    while (inFlight.length >= state.maxInFlight) await inFlight.shift();
    if (signal.aborted) return end();
  }
}

function rotated<T>(items: readonly T[], by: number): readonly T[] {
  const first = by % items.length;
  return [...items.slice(first), ...items.slice(0, first)];
}

/** Takes a frame and classifies it; does both again when the device was lost and is being recovered. */
async function classify(
  network: NetworkHandle,
  { take }: FrameTaker,
  { engine, signal }: Pick<LaneRun, 'engine' | 'signal'>,
): Promise<Result<Pick<ClassifiedFrame, 'classification' | 'timings'>, RunEnd>> {
  for (;;) {
    const taken = await take();
    if (!taken.ok) return failure({ error: taken.error, network: null });
    const { frame, beganAtMs, captureMs } = taken.value;
    const result = await engine.classify(network, frame, { signal });
    if (result.ok) {
      const timings = { ...result.value.timings, captureMs, endToEndMs: performance.now() - beganAtMs };
      return success({ classification: result.value, timings });
    }
    const { error } = result;
    if (error.code !== 'deviceLost' || !error.recovering || signal.aborted) return failure({ error, network });
  }
}

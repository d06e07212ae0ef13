import type { ClassifiedFrame } from '../../run/loops/runLanes';
import type { Guess } from '../../run/engine/engineCalls';
import { guessAverage } from './guessAverage';
import { latencyWindow, type Latency } from './latencyWindow';

/** The newest frames of one network in figures. */
export type FrameSummary = {
  readonly top: readonly Guess[];
  readonly latency: Latency;
  /** 0 until there are two frames. */
  readonly shownPerSecond: number;
  readonly droppedFrames: number;
};

/** Carries the frames of one network past React's state to the few places that show them. */
export type FrameFeed = {
  readonly push: (frame: ClassifiedFrame) => void;
  readonly clear: () => void;
  /** From now on, averages the guesses over frames, or shows each frame's own. */
  readonly smooth: (isSmooth: boolean) => void;
  /** Null before the first frame. */
  readonly summary: () => FrameSummary | null;
  readonly subscribe: (listener: () => void) => () => void;
};

/** Digits that change more than four times a second are unreadable. */
const readableEveryMs = 250;

/**
 * Updates the labels with every frame, the numbers four times a second.
 * @param labelOf name of an output of the network
 */
export function frameFeed(labelOf: (index: number) => string = String): FrameFeed {
  const window = latencyWindow();
  const average = guessAverage(labelOf);
  const listeners = new Set<() => void>();
  let summary: FrameSummary | null = null;
  let numbersAtMs = -Infinity;
  let isSmooth = false;
  const tell = (next: FrameSummary | null): void => {
    summary = next;
    for (const listener of listeners) listener();
  };
  return {
    push: ({ classification, timings, shownPerSecond, droppedFrames }) => {
      window.add(timings);
      const top = isSmooth ? average.add(classification) : classification.top;
      const nowMs = performance.now();
      if (summary !== null && nowMs - numbersAtMs < readableEveryMs) {
        tell({ ...summary, top });
        return;
      }
      const latency = window.latency();
      if (latency === null) return;
      numbersAtMs = nowMs;
      tell({ top, latency, shownPerSecond, droppedFrames });
    },
    clear: () => {
      window.clear();
      average.clear();
      numbersAtMs = -Infinity;
      tell(null);
    },
    smooth: (wanted) => {
      if (wanted !== isSmooth) average.clear();
      isSmooth = wanted;
    },
    summary: () => summary,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The feed of a lane that does not exist yet. */
export const silentFeed: Pick<FrameFeed, 'summary' | 'subscribe'> = {
  summary: () => null,
  subscribe: () => () => undefined,
};

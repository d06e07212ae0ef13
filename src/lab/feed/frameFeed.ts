import type { LiveFrame } from '../../run/loops/runLanes';
import type { Guess } from '../../run/engine/engineCalls';
import { guessAverage } from './guessAverage';
import { latencyWindow, type Latency } from './latencyWindow';

/** What the newest frames say. */
export type LiveReading = {
  readonly top: readonly Guess[];
  readonly latency: Latency;
  /** 0 as long as there was one frame only. */
  readonly shownPerSecond: number;
  readonly droppedFrames: number;
};

/** Carries frames past React's state to the few places that show them. */
export type FrameFeed = {
  readonly push: (frame: LiveFrame) => void;
  readonly clear: () => void;
  /** Averages the guesses over frames from now on, or shows each frame's own. */
  readonly smooth: (isSmooth: boolean) => void;
  /** Null before the first frame. */
  readonly reading: () => LiveReading | null;
  readonly subscribe: (listener: () => void) => () => void;
};

/** Digits that change more often than four times a second cannot be read. */
const readableEveryMs = 250;

/**
 * Labels change with every frame, numbers four times a second.
 * @param labelOf name of an output of the network that runs
 */
export function frameFeed(labelOf: (index: number) => string = String): FrameFeed {
  const window = latencyWindow();
  const average = guessAverage(labelOf);
  const listeners = new Set<() => void>();
  let reading: LiveReading | null = null;
  let numbersAtMs = -Infinity;
  let isSmooth = false;
  const tell = (next: LiveReading | null): void => {
    reading = next;
    for (const listener of listeners) listener();
  };
  return {
    push: ({ classification, timings, shownPerSecond, droppedFrames }) => {
      window.add(timings);
      const top = isSmooth ? average.add(classification) : classification.top;
      const nowMs = performance.now();
      if (reading !== null && nowMs - numbersAtMs < readableEveryMs) {
        tell({ ...reading, top });
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
    reading: () => reading,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

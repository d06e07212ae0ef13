import type { LiveFrame } from '../../run/liveRun';
import type { Guess } from '../../run/network';
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
  /** Null before the first frame. */
  readonly reading: () => LiveReading | null;
  readonly subscribe: (listener: () => void) => () => void;
};

/** Digits that change more often than four times a second cannot be read. */
const readableEveryMs = 250;

/** Labels change with every frame, numbers four times a second. */
export function frameFeed(): FrameFeed {
  const window = latencyWindow();
  const listeners = new Set<() => void>();
  let reading: LiveReading | null = null;
  let numbersAtMs = -Infinity;
  const tell = (next: LiveReading | null): void => {
    reading = next;
    for (const listener of listeners) listener();
  };
  return {
    push: ({ classification: { top }, timings, shownPerSecond, droppedFrames }) => {
      window.add(timings);
      const nowMs = performance.now();
      const latency = window.latency();
      if (latency === null) return;
      if (reading !== null && nowMs - numbersAtMs < readableEveryMs) {
        tell({ ...reading, top });
        return;
      }
      numbersAtMs = nowMs;
      tell({ top, latency, shownPerSecond, droppedFrames });
    },
    clear: () => {
      window.clear();
      numbersAtMs = -Infinity;
      tell(null);
    },
    reading: () => reading,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

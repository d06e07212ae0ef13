import { median } from 'd3-array';
import type { LiveFrame } from '../../run/liveRun';

/** Where one frame's time goes, in the order in which it passes. */
export const latencyParts = ['capture', 'preprocess', 'inference', 'readback', 'handover'] as const;

export type LatencyPart = (typeof latencyParts)[number];

/** Medians over the newest frames, in milliseconds. */
export type Latency = {
  readonly partsMs: Readonly<Record<LatencyPart, number>>;
  readonly endToEndMs: number;
  /** How many frames the medians are of. */
  readonly frames: number;
};

export type LatencyWindow = {
  readonly add: (timings: LiveFrame['timings']) => void;
  /** Null before the first frame. */
  readonly latency: () => Latency | null;
  readonly clear: () => void;
};

/** Enough to quiet single outliers, few enough to follow a change within two seconds at 15 frames a second. */
const framesKept = 30;

/** The last 30 frames' latency. What the four measured parts leave of end to end is the way to the worker and back. */
export function latencyWindow(): LatencyWindow {
  let kept: readonly LiveFrame['timings'][] = [];
  return {
    add: (timings) => {
      kept = [...kept, timings].slice(-framesKept);
    },
    latency: () => {
      if (kept.length === 0) return null;
      const middle = (part: (timings: LiveFrame['timings']) => number) => median(kept, part) ?? 0;
      return {
        partsMs: {
          capture: middle(({ captureMs }) => captureMs),
          preprocess: middle(({ preprocessMs }) => preprocessMs),
          inference: middle(({ inferenceMs }) => inferenceMs),
          readback: middle(({ readbackMs }) => readbackMs),
          handover: middle(handoverMs),
        },
        endToEndMs: middle(({ endToEndMs }) => endToEndMs),
        frames: kept.length,
      };
    },
    clear: () => {
      kept = [];
    },
  };
}

function handoverMs({ endToEndMs, captureMs, preprocessMs, inferenceMs, readbackMs }: LiveFrame['timings']): number {
  return Math.max(0, endToEndMs - captureMs - preprocessMs - inferenceMs - readbackMs);
}

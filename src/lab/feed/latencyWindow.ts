import { medianOf, quantileOf } from '../../nets/measurements/spread';
import type { ClassifiedFrame } from '../../run/loops/runLanes';

/** Where the time of a frame goes, in order. */
export const latencyParts = ['capture', 'preprocess', 'inference', 'readback', 'handover'] as const;

export type LatencyPart = (typeof latencyParts)[number];

export type LatencyPartsMs = Readonly<Record<LatencyPart, number>>;

/** Medians over the newest frames, in milliseconds. */
export type Latency = {
  readonly partsMs: LatencyPartsMs;
  readonly endToEndMs: number;
  /** 95th percentile. */
  readonly endToEndP95Ms: number;
  readonly inferenceP95Ms: number;
  /** End to end, frame by frame, oldest first. */
  readonly historyMs: readonly number[];
  /** The same in parts. */
  readonly partsHistoryMs: readonly LatencyPartsMs[];
  /** Number of frames in the medians. */
  readonly frames: number;
};

export type LatencyWindow = {
  readonly add: (timings: ClassifiedFrame['timings']) => void;
  /** Null before the first frame. */
  readonly latency: () => Latency | null;
  readonly clear: () => void;
};

/** Enough for a 95th percentile: five frames are slower. */
export const framesKept = 100;

/** The latency of the last 100 frames. The handover to the worker and back is end to end minus the measured parts. */
export function latencyWindow(): LatencyWindow {
  let kept: readonly ClassifiedFrame['timings'][] = [];
  return {
    add: (timings) => {
      kept = [...kept, timings].slice(-framesKept);
    },
    latency: () => {
      if (kept.length === 0) return null;
      const partsHistoryMs = kept.map(partsOf);
      const middle = (part: LatencyPart) => medianOf(partsHistoryMs.map((partsMs) => partsMs[part]));
      const slow = (part: (timings: ClassifiedFrame['timings']) => number) => quantileOf(kept.map(part), 0.95);
      return {
        partsMs: {
          capture: middle('capture'),
          preprocess: middle('preprocess'),
          inference: middle('inference'),
          readback: middle('readback'),
          handover: middle('handover'),
        },
        endToEndMs: medianOf(kept.map(({ endToEndMs }) => endToEndMs)),
        endToEndP95Ms: slow(({ endToEndMs }) => endToEndMs),
        inferenceP95Ms: slow(({ inferenceMs }) => inferenceMs),
        historyMs: kept.map(({ endToEndMs }) => endToEndMs),
        partsHistoryMs,
        frames: kept.length,
      };
    },
    clear: () => {
      kept = [];
    },
  };
}

function partsOf({
  endToEndMs,
  captureMs,
  preprocessMs,
  inferenceMs,
  readbackMs,
}: ClassifiedFrame['timings']): LatencyPartsMs {
  return {
    capture: captureMs,
    preprocess: preprocessMs,
    inference: inferenceMs,
    readback: readbackMs,
    handover: Math.max(0, endToEndMs - captureMs - preprocessMs - inferenceMs - readbackMs),
  };
}

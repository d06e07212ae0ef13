/** Counts how often a device is lost in a row. */
export type LossCount = {
  /** Counts a loss at this time, on the clock of `performance.now()`. Returns the losses in a row, this one included. */
  readonly add: (nowMs: number) => number;
  /** A frame came through. */
  readonly noteFrame: () => void;
};

/** After so many good frames, or so long without a loss, the next loss is the first of a row. */
const goodFrames = 100;
const goodMs = 60_000;

export function lossCount(): LossCount {
  let losses = 0;
  let frames = 0;
  let lastMs = -Infinity;
  return {
    add: (nowMs) => {
      losses = frames >= goodFrames || nowMs - lastMs >= goodMs ? 1 : losses + 1;
      frames = 0;
      lastMs = nowMs;
      return losses;
    },
    noteFrame: () => {
      frames += 1;
    },
  };
}

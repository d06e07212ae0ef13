import { success } from '../../nets/result';
import type { FrameSource } from '../../run/frames/frameSource';

/**
 * A still picture as often as it is wanted: once, or over and over for a steady measurement, no faster than the screen.
 * A photo itself is a source of one frame in its whole life, and a paused video of none; every network has to see it.
 */
export function stillFrames(still: FrameSource, repeats: boolean): FrameSource {
  let shown = 0;
  return {
    ...still,
    nextFrame: async (signal) => {
      if (shown > 0 && !repeats) return success(null);
      if (shown > 0) await nextPaint();
      if (signal.aborted) return success(null);
      shown += 1;
      return success(shown);
    },
  };
}

function nextPaint(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      resolve();
    });
  });
}

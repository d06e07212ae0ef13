import { success } from '../../nets/result';
import type { FrameSource } from '../../run/frames/frameSource';

/**
 * A still picture as a source of its own: one frame, or the same frame over and over for a steady measurement, no faster
 * than the screen. Without it, a photo gives one frame in its lifetime and a paused video none, but every network that is
 * loaded must see the picture.
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

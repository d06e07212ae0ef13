import { success, type Result } from '../../nets/result';
import type { RunError } from '../errors/runError';
import type { FrameSource } from '../frames/frameSource';

/** A frame to send to the engine, and what taking it from the source cost. */
export type TakenFrame = {
  readonly frame: ImageBitmap;
  readonly captureMs: number;
  /** When capture began, on the clock of `performance.now()`; a copy counts as captured just before it was made. */
  readonly beganAtMs: number;
};

/** Hands out the picture of one moment, which the engine consumes each time. */
export type FrameTaker = {
  readonly take: () => Promise<Result<TakenFrame, RunError>>;
  readonly close: () => void;
};

/**
 * A single network takes frames straight from the source, so a second attempt sees a newer one. Several networks take
 * copies of the same frame.
 */
export async function frameTaker(
  source: Pick<FrameSource, 'grab'>,
  networks: number,
): Promise<Result<FrameTaker, RunError>> {
  if (networks === 1) return success({ take: () => takenFrom(source), close: () => undefined });
  const taken = await takenFrom(source);
  if (!taken.ok) return taken;
  const { frame, captureMs } = taken.value;
  return success({
    take: async () => {
      const beganAtMs = performance.now() - captureMs;
      return success({ frame: await createImageBitmap(frame), captureMs, beganAtMs });
    },
    close: () => frame.close(),
  });
}

async function takenFrom(source: Pick<FrameSource, 'grab'>): Promise<Result<TakenFrame, RunError>> {
  const beganAtMs = performance.now();
  const grabbed = await source.grab();
  if (!grabbed.ok) return grabbed;
  return success({ frame: grabbed.value, captureMs: performance.now() - beganAtMs, beganAtMs });
}

import { success, type Result } from '../../nets/result';
import type { Engine } from '../engine/engine';
import type { Activation } from '../device/executor';
import type { FrameSource } from '../frames/frameSource';
import { untilVisible } from './untilVisible';
import type { NetworkHandle } from '../engine/engineCalls';
import { isAborted } from '../errors/isAborted';
import type { RunError } from '../errors/runError';
import { untilCalled } from '../frames/untilCalled';

export type Look = {
  readonly source: Pick<FrameSource, 'grab'>;
  readonly engine: Pick<Engine, 'activations'>;
  readonly network: NetworkHandle;
  /** Ids of the nodes to read, in the graph with batch norm folded. */
  readonly ids: readonly string[];
  /** Whether the picture changes, so that one look is not enough. */
  readonly isMoving: boolean;
  readonly pace: LookPace;
  readonly onLook: (activations: readonly Activation[]) => void;
  readonly signal: AbortSignal;
};

/**
 * A look occupies the device longer than a frame, so there are pauses. Where looking is what the person does, looks get at
 * most a fifth of the time, and one per second; beside something else a twentieth, and one every three seconds.
 */
const paces = { main: { minPauseMs: 1000, pauseShare: 4 }, beside: { minPauseMs: 3000, pauseShare: 19 } } as const;

export type LookPace = keyof typeof paces;

/** Reads tensors of the running network repeatedly, between the frames of the run. */
export async function lookInside(look: Look): Promise<Result<void, RunError>> {
  const { source, engine, network, ids, isMoving, pace, onLook, signal } = look;
  const { minPauseMs, pauseShare } = paces[pace];
  for (;;) {
    await untilVisible(signal);
    if (signal.aborted) return success(undefined);
    const begin = performance.now();
    const frame = await source.grab();
    if (!frame.ok) return frame;
    const seen = await engine.activations(network, ids, frame.value);
    if (isAborted(signal)) return success(undefined);
    const isRecovering = !seen.ok && seen.error.code === 'deviceLost' && seen.error.recovering;
    if (!seen.ok && !isRecovering) return seen;
    if (seen.ok) onLook(seen.value);
    if (!isMoving && seen.ok) return success(undefined);
    const pauseMs = Math.max(minPauseMs, pauseShare * (performance.now() - begin));
    await untilCalled(signal, (done) => {
      const timer = setTimeout(done, pauseMs);
      return () => clearTimeout(timer);
    });
  }
}

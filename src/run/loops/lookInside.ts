import { success, type Result } from '../../nets/result';
import type { Engine } from '../engine/engine';
import type { SeenTensor, TensorView } from '../../nets/maps/tensorView';
import type { FrameSource } from '../frames/frameSource';
import { untilVisible } from './untilVisible';
import type { NetworkHandle } from '../engine/engineCalls';
import { isAborted } from '../errors/isAborted';
import type { RunError } from '../errors/runError';
import { untilCalled } from '../frames/untilCalled';

export type Look = {
  readonly source: Pick<FrameSource, 'grab'>;
  readonly engine: Pick<Engine, 'look'>;
  readonly network: NetworkHandle;
  /** What to read. Which of the strongest maps are on the screen is filled in from look to look. */
  readonly views: readonly TensorView[];
  /** Whether the picture changes, so that one look is not enough. */
  readonly isMoving: boolean;
  readonly pace: LookPace;
  readonly onLook: (seen: readonly SeenTensor[]) => void;
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
  const { source, engine, network, isMoving, pace, onLook, signal } = look;
  const { minPauseMs, pauseShare } = paces[pace];
  let { views } = look;
  for (;;) {
    await untilVisible(signal);
    if (signal.aborted) return success(undefined);
    const begin = performance.now();
    const frame = await source.grab();
    if (!frame.ok) return frame;
    const seen = await engine.look(network, views, frame.value);
    if (isAborted(signal)) return success(undefined);
    const isRecovering = !seen.ok && seen.error.code === 'deviceLost' && seen.error.recovering;
    if (!seen.ok && !isRecovering) return seen;
    if (seen.ok) {
      onLook(seen.value);
      views = views.map((view, at) => holding(view, seen.value[at]));
    }
    if (!isMoving && seen.ok) return success(undefined);
    const pauseMs = Math.max(minPauseMs, pauseShare * (performance.now() - begin));
    await untilCalled(signal, (done) => {
      const timer = setTimeout(done, pauseMs);
      return () => clearTimeout(timer);
    });
  }
}

/** The same view, told which maps it has put on the screen. */
function holding(view: TensorView, seen: SeenTensor | undefined): TensorView {
  return view.maps.pick === 'strongest' && seen !== undefined
    ? { ...view, maps: { ...view.maps, shown: seen.maps.channels } }
    : view;
}

import { useEffect, useState } from 'react';
import type { SeenTensor, TensorView } from '../../../nets/maps/tensorView';
import { lookInside, type LookPace } from '../../../run/loops/lookInside';
import type { RunError } from '../../../run/errors/runError';
import type { RunSession } from '../../../lab/session/runSession';
import type { SessionStatus } from '../../../lab/session/sessionStatus';

/** What was read last, and of which views: while others are awaited, those before. */
type Seen = {
  readonly views: readonly TensorView[];
  readonly tensors: ReadonlyMap<string, SeenTensor>;
  readonly fault: RunError | null;
};

const nothing: Seen = { views: [], tensors: new Map(), fault: null };

/**
 * What is seen of some tensors of the running network on its newest frame, by id.
 * @param views keep the same array until others are wanted
 */
export function useFeatureMaps(
  session: RunSession,
  { lanes: [lane], source }: SessionStatus,
  views: readonly TensorView[],
  isStill: boolean,
  pace: LookPace,
): Seen {
  const [seen, setSeen] = useState<Seen & { readonly name: string | null }>({ ...nothing, name: null });
  const report = lane?.report ?? null;
  const name = lane?.name ?? null;
  useEffect(() => {
    const engine = session.engine();
    if (engine === null || report === null || source === null || views.length === 0) return;
    const { network } = report;
    const controller = new AbortController();
    const { signal } = controller;
    const onLook = (tensors: readonly SeenTensor[]): void => {
      if (signal.aborted) return;
      setSeen({ name, views, tensors: new Map(tensors.map((tensor) => [tensor.id, tensor])), fault: null });
    };
    void lookInside({ source, engine, network, views, isMoving: !isStill, pace, onLook, signal }).then((ended) => {
      if (!ended.ok && !signal.aborted) setSeen({ ...nothing, name, views, fault: ended.error });
    });
    return () => {
      controller.abort();
    };
  }, [session, name, report, source, views, isStill, pace]);
  // The same network on another device has the same values.
  return seen.name === name ? seen : nothing;
}

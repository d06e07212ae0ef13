import { useEffect, useState } from 'react';
import type { Racing } from '../../../lab/race/racing';
import { classRacer, lookAtClasses, type ClassLook, type ClassRacer } from '../../../lab/race/lookAtClasses';
import type { RunSession } from '../../../lab/session/runSession';
import type { SessionStatus } from '../../../lab/session/sessionStatus';
import { foldedGraph } from '../../../nets/weights/fold';
import type { NetworkHandle } from '../../../run/engine/engineCalls';
import type { RunError } from '../../../run/errors/runError';

type ClassLooks = {
  readonly racers: ReadonlyMap<NetworkHandle, ClassRacer>;
  /** Empty before the first look. */
  readonly looks: ReadonlyMap<NetworkHandle, ClassLook>;
  readonly fault: RunError | null;
};

const none: Omit<ClassLooks, 'racers'> = { looks: new Map(), fault: null };

/** What the class maps of all racers are computed from, for one frame that all of them see. */
export function useClassLooks(
  session: RunSession,
  { source }: SessionStatus,
  racing: readonly Racing[],
  isStill: boolean,
): ClassLooks {
  // The order of a race changes all the time; who races does not.
  const key = racing
    .flatMap(({ lane }) => lane?.report?.network ?? [])
    .sort((a, b) => a - b)
    .join(' ');
  const [held, hold] = useState(() => ({ key, racers: mapOf(racing) }));
  if (held.key !== key) hold({ key, racers: mapOf(racing) });
  const { racers } = held;
  const [seen, setSeen] = useState<Omit<ClassLooks, 'racers'>>(none);
  useEffect(() => {
    const engine = session.engine();
    if (engine === null || source === null) return;
    const controller = new AbortController();
    const { signal } = controller;
    const look = { source, engine, racers: [...racers.values()], isMoving: !isStill, signal };
    void lookAtClasses({ ...look, onLook: (looks) => setSeen({ looks, fault: null }) }).then((ended) => {
      if (!ended.ok && !signal.aborted) setSeen({ looks: new Map(), fault: ended.error });
    });
    return () => {
      controller.abort();
    };
  }, [session, source, racers, isStill]);
  return { racers, ...seen };
}

function mapOf(racing: readonly Racing[]): ReadonlyMap<NetworkHandle, ClassRacer> {
  return new Map(racersOf(racing).map((racer) => [racer.network, racer]));
}

function racersOf(racing: readonly Racing[]): readonly ClassRacer[] {
  return racing.flatMap(({ runnable, lane }) => {
    const built = runnable.network.model.build(runnable.network.choice);
    if (lane?.report === null || lane?.report === undefined || !built.ok) return [];
    return classRacer(lane.report.network, foldedGraph(built.value)) ?? [];
  });
}

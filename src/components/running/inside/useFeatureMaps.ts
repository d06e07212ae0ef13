import { useEffect, useState } from 'react';
import type { Activation } from '../../../run/device/executor';
import { lookInside, type LookPace } from '../../../run/loops/lookInside';
import type { RunError } from '../../../run/errors/runError';
import type { RunSession } from '../../../lab/session/runSession';
import type { SessionStatus } from '../../../lab/session/sessionStatus';

type Seen = { readonly key: string; readonly activations: readonly Activation[]; readonly fault: RunError | null };

const nothing: Seen = { key: '', activations: [], fault: null };

/** The newest values of some nodes of the running network, in the order of `ids`; none until there are any. */
export function useFeatureMaps(
  session: RunSession,
  { lanes: [lane], source }: SessionStatus,
  ids: readonly string[],
  isStill: boolean,
  pace: LookPace,
): Seen {
  const [seen, setSeen] = useState(nothing);
  const network = lane?.report?.network ?? null;
  // The same ids may come in another array.
  const key = ids.join(' ');
  const asked = `${String(network)} ${key}`;
  useEffect(() => {
    const engine = session.engine();
    if (engine === null || network === null || source === null) return;
    const controller = new AbortController();
    const { signal } = controller;
    const onLook = (activations: readonly Activation[]): void => {
      if (!signal.aborted) setSeen({ key: asked, activations, fault: null });
    };
    void lookInside({ source, engine, network, ids: key.split(' '), isMoving: !isStill, pace, onLook, signal }).then(
      (ended) => {
        if (!ended.ok && !signal.aborted) setSeen({ key: asked, activations: [], fault: ended.error });
      },
    );
    return () => {
      controller.abort();
    };
  }, [session, network, source, key, asked, isStill, pace]);
  return seen.key === asked ? seen : nothing;
}

import { useEffect, useState } from 'react';
import type { Activation } from '../../../run/device/executor';
import { lookInside } from '../../../run/loops/lookInside';
import type { RunError } from '../../../run/errors/runError';
import type { RunSession } from '../../../lab/session/runSession';
import type { SessionStatus } from '../../../lab/session/sessionStatus';

/** The newest value of one node of the running network; null until there is one. */
export function useFeatureMaps(
  session: RunSession,
  { lanes: [lane], source }: SessionStatus,
  id: string,
  isStill: boolean,
): { readonly activation: Activation | null; readonly fault: RunError | null } {
  const [seen, setSeen] = useState<{ readonly activation: Activation | null; readonly fault: RunError | null }>({
    activation: null,
    fault: null,
  });
  const network = lane?.report?.network ?? null;
  useEffect(() => {
    const engine = session.engine();
    if (engine === null || network === null || source === null) return;
    const controller = new AbortController();
    const { signal } = controller;
    const onLook = (activation: Activation): void => {
      if (!signal.aborted) setSeen({ activation, fault: null });
    };
    void lookInside({ source, engine, network, id, isMoving: !isStill, onLook, signal }).then((ended) => {
      if (!ended.ok && !signal.aborted) setSeen({ activation: null, fault: ended.error });
    });
    return () => {
      controller.abort();
    };
  }, [session, network, source, id, isStill]);
  return seen.activation === null || seen.activation.id === id ? seen : { activation: null, fault: null };
}

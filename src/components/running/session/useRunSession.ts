import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { createRunSession, type RunChoice, type RunSession } from '../../../lab/session/runSession';
import type { SessionStatus } from '../../../lab/session/sessionStatus';

/**
 * A run that follows `choice` while the component is on the page. The parts of `choice` are compared by identity: keep
 * those that have not changed.
 */
export function useRunSession(choice: RunChoice): { readonly session: RunSession; readonly status: SessionStatus } {
  const [session] = useState(() => createRunSession());
  const status = useStore(session.status);
  const { backend, tuning, networks, source, repeats, isPaused, smoothsGuesses } = choice;
  useEffect(() => {
    session.choose({ backend, tuning, networks, source, repeats, isPaused, smoothsGuesses });
  }, [session, backend, tuning, networks, source, repeats, isPaused, smoothsGuesses]);
  useEffect(
    () => () => {
      session.close();
    },
    [session],
  );
  return { session, status };
}

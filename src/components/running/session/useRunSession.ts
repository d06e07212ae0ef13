import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { createLiveSession, type LiveChoice, type LiveSession } from '../../../lab/session/runSession';
import type { LiveStatus } from '../../../lab/session/sessionStatus';

/**
 * A live run that follows `choice` for as long as the component is on the page. The parts of `choice` are compared by
 * identity: keep those that have not changed.
 */
export function useLiveSession(choice: LiveChoice): { readonly session: LiveSession; readonly status: LiveStatus } {
  const [session] = useState(createLiveSession);
  const status = useStore(session.status);
  const { backend, tuning, network, source, repeatsPhoto, isPaused, smoothsGuesses } = choice;
  useEffect(() => {
    session.choose({ backend, tuning, network, source, repeatsPhoto, isPaused, smoothsGuesses });
  }, [session, backend, tuning, network, source, repeatsPhoto, isPaused, smoothsGuesses]);
  useEffect(
    () => () => {
      session.close();
    },
    [session],
  );
  return { session, status };
}

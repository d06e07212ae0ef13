import { useEffect, useLayoutEffect, useRef } from 'react';
import type { RunError } from '../../../run/errors/runError';

/** Calls `act` when the connection comes back, while `isAwaited`. */
export function useOnline(isAwaited: boolean, act: () => void): void {
  const latest = useRef(act);
  useLayoutEffect(() => {
    latest.current = act;
  }, [act]);
  useEffect(() => {
    if (!isAwaited) return;
    const hear = () => {
      latest.current();
    };
    window.addEventListener('online', hear);
    return () => {
      window.removeEventListener('online', hear);
    };
  }, [isAwaited]);
}

/** Whether a worker never started, as without a connection, which its script may need. */
export function isUnstarted(error: RunError): boolean {
  return error.code === 'workerGone' && error.how === 'notReady';
}

import { useCallback, useLayoutEffect, useRef } from 'react';

/** The same function at every render, which calls the latest one: what it is given to need not render with every step. */
export function useSteady<A extends readonly unknown[]>(act: (...values: A) => void): (...values: A) => void {
  const latest = useRef(act);
  useLayoutEffect(() => {
    latest.current = act;
  }, [act]);
  return useCallback((...values: A) => {
    latest.current(...values);
  }, []);
}

import { useSyncExternalStore } from 'react';
import { useStore } from '../../../store';
import type { Ground } from '../../../viz/maps/signedRamp';

const [dark, print] = ['(prefers-color-scheme: dark)', 'print'];

/** The ground that pictures lie on, for pixels, which cannot use `light-dark()`; paper is light. */
export function useGround(): Ground {
  const theme = useStore((state) => state.theme);
  const isDark = useSyncExternalStore(
    subscribe,
    () => window.matchMedia(dark).matches,
    () => false,
  );
  const isOnPaper = useSyncExternalStore(
    subscribe,
    () => window.matchMedia(print).matches,
    () => false,
  );
  if (isOnPaper) return 'light';
  return theme === 'system' ? (isDark ? 'dark' : 'light') : theme;
}

function subscribe(onChange: () => void): () => void {
  const queries = [dark, print].map((query) => window.matchMedia(query));
  for (const query of queries) query.addEventListener('change', onChange);
  return () => {
    for (const query of queries) query.removeEventListener('change', onChange);
  };
}

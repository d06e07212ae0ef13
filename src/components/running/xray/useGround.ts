import { useSyncExternalStore } from 'react';
import { useStore } from '../../../store';
import type { Ground } from '../../../viz/maps/signedRamp';

/** A page has hundreds of pictures: they share two queries. */
const [dark, paper] = [window.matchMedia('(prefers-color-scheme: dark)'), window.matchMedia('print')];

/** The ground that pictures lie on, for pixels, which cannot use `light-dark()`; paper is light. */
export function useGround(): Ground {
  const theme = useStore((state) => state.theme);
  const isDark = useSyncExternalStore(
    subscribe,
    () => dark.matches,
    () => false,
  );
  const isOnPaper = useSyncExternalStore(
    subscribe,
    () => paper.matches,
    () => false,
  );
  if (isOnPaper) return 'light';
  return theme === 'system' ? (isDark ? 'dark' : 'light') : theme;
}

function subscribe(onChange: () => void): () => void {
  for (const query of [dark, paper]) query.addEventListener('change', onChange);
  return () => {
    for (const query of [dark, paper]) query.removeEventListener('change', onChange);
  };
}

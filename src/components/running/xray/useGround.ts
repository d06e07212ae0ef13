import { useSyncExternalStore } from 'react';
import { useStore } from '../../../store';
import type { Ground } from '../../../viz/maps/signedRamp';

/** A page has hundreds of pictures: they share two queries, made with the first, as tests read these modules without a window. */
let queries: readonly [dark: MediaQueryList, paper: MediaQueryList] | undefined;

function sharedQueries(): readonly [dark: MediaQueryList, paper: MediaQueryList] {
  queries ??= [window.matchMedia('(prefers-color-scheme: dark)'), window.matchMedia('print')];
  return queries;
}

/** The ground that pictures lie on, for pixels, which cannot use `light-dark()`; paper is light. */
export function useGround(): Ground {
  const theme = useStore((state) => state.theme);
  const isDark = useSyncExternalStore(
    subscribe,
    () => sharedQueries()[0].matches,
    () => false,
  );
  const isOnPaper = useSyncExternalStore(
    subscribe,
    () => sharedQueries()[1].matches,
    () => false,
  );
  if (isOnPaper) return 'light';
  return theme === 'system' ? (isDark ? 'dark' : 'light') : theme;
}

function subscribe(onChange: () => void): () => void {
  for (const query of sharedQueries()) query.addEventListener('change', onChange);
  return () => {
    for (const query of sharedQueries()) query.removeEventListener('change', onChange);
  };
}

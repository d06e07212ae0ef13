import { useSyncExternalStore } from 'react';
import { useStore } from '../../../store';
import type { Ground } from '../../../viz/maps/signedRamp';

const dark = '(prefers-color-scheme: dark)';

/** The ground that pictures lie on, for pixels, which cannot use `light-dark()`. */
export function useGround(): Ground {
  const theme = useStore((state) => state.theme);
  const isDark = useSyncExternalStore(
    subscribe,
    () => window.matchMedia(dark).matches,
    () => false,
  );
  return theme === 'system' ? (isDark ? 'dark' : 'light') : theme;
}

function subscribe(onChange: () => void): () => void {
  const query = window.matchMedia(dark);
  query.addEventListener('change', onChange);
  return () => {
    query.removeEventListener('change', onChange);
  };
}

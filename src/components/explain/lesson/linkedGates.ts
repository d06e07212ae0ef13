import { useEffect } from 'react';
import { useLocation } from 'react-router';

/** The address of the page that was loaded again, if it was: it has what was set on the page itself, and is no link. */
const reloaded = isReload() ? window.location.hash : null;

const storageKey = 'featherweight.linkedGates';

/**
 * Whether a link shows the answer of the question `id`: until the tab is closed, also after a reload. What somebody has set
 * on the page is in the address as well, and gives no answer away when the page is loaded again.
 * @param isShown whether the address chooses values of the question's figure
 */
export function useIsLinked(id: string, isShown: boolean): boolean {
  const { pathname, search } = useLocation();
  const isArrival = `#${pathname}${search}` !== reloaded;
  const isOpening = isShown && isArrival;
  useEffect(() => {
    if (isOpening) remember(id);
  }, [id, isOpening]);
  return isShown && (isArrival || remembered().includes(id));
}

function isReload(): boolean {
  const [navigation] = performance.getEntriesByType('navigation');
  return navigation !== undefined && 'type' in navigation && navigation.type === 'reload';
}

// Without storage a reload shows the question again.
function remembered(): readonly string[] {
  try {
    return (window.sessionStorage.getItem(storageKey) ?? '').split(' ');
  } catch {
    return [];
  }
}

function remember(id: string): void {
  const known = remembered();
  if (known.includes(id)) return;
  try {
    window.sessionStorage.setItem(storageKey, [...known, id].join(' '));
  } catch {
    // As above.
  }
}

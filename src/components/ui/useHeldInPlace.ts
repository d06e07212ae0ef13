import { useLayoutEffect, useRef, type RefObject } from 'react';

/**
 * Keeps an element where it is in the window while a pointer drags it, whatever grows or shrinks above it: the page is
 * scrolled by as much as the element would move. Runs after every render of the caller, and when the page's height changes.
 */
export function useHeldInPlace(element: RefObject<HTMLElement | null>): { readonly hold: () => void } {
  const release = useRef<() => void>(null);
  const put = useRef<() => void>(null);
  useLayoutEffect(() => {
    put.current?.();
  });
  useLayoutEffect(() => () => release.current?.(), []);
  const hold = () => {
    const held = element.current;
    if (held === null) return;
    release.current?.();
    const { top } = held.getBoundingClientRect();
    const over = new AbortController();
    const putBack = () => {
      const moved = held.getBoundingClientRect().top - top;
      if (Math.abs(moved) >= 1) window.scrollBy({ top: moved, behavior: 'instant' });
    };
    const observer = new ResizeObserver(putBack);
    observer.observe(document.body);
    put.current = putBack;
    release.current = () => {
      over.abort();
      observer.disconnect();
      put.current = null;
      release.current = null;
    };
    for (const end of ['pointerup', 'pointercancel', 'wheel', 'blur'] as const) {
      window.addEventListener(end, () => release.current?.(), { signal: over.signal });
    }
  };
  return { hold };
}

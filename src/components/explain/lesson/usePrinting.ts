import { useSyncExternalStore } from 'react';

let isPrinting = false;

/** Whether the page is being laid out for paper, which shows what a screen shows on demand. */
export function usePrinting(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => isPrinting || window.matchMedia('print').matches,
    // Rendered to text, a page has nobody who could ask for more.
    () => true,
  );
}

function subscribe(changed: () => void): () => void {
  const print = window.matchMedia('print');
  const before = (): void => {
    isPrinting = true;
    changed();
  };
  const after = (): void => {
    isPrinting = false;
    changed();
  };
  // Some browsers tell by the one, some by the other.
  print.addEventListener('change', changed);
  window.addEventListener('beforeprint', before);
  window.addEventListener('afterprint', after);
  return () => {
    print.removeEventListener('change', changed);
    window.removeEventListener('beforeprint', before);
    window.removeEventListener('afterprint', after);
  };
}

import { unstable_createAdapterProvider as createAdapter, renderQueryString } from 'nuqs/adapters/custom';
import { useMemo, useSyncExternalStore } from 'react';
import { useLocation } from 'react-router';

/**
 * A nuqs adapter that keeps page state in the query after the hash, `#/shufflenet-v1?groups=3`: each page owns its
 * query, and a link to another page starts with that page's defaults. Wraps everything that calls `useQueryState(s)`.
 */
export const HashState = createAdapter(useHashAdapter);

const listeners = new Set<() => void>();

function useHashAdapter(watchedKeys: string[]) {
  return { searchParams: useWatchedQuery(watchedKeys), updateUrl, getSearchParamsSnapshot: hashQuery };
}

/** What the address says now of these keys. */
export function useWatchedQuery(watchedKeys: readonly string[]): URLSearchParams {
  // The router changes the address without an event; reading its location re-renders on such changes too.
  useLocation();
  // A string, so that a component re-renders only when one of its watched keys changes.
  const watched = useSyncExternalStore(subscribe, () => renderQueryString(only(watchedKeys, hashQuery())));
  return useMemo(() => new URLSearchParams(watched), [watched]);
}

/** Writes one part of the query, as a new place in the history. */
export function pushQuery(key: string, value: string): void {
  const query = hashQuery();
  query.set(key, value);
  updateUrl(query, { history: 'push', scroll: false });
}

/** The query to be written to the address, unless `hash` changes first. */
let pending: { readonly hash: string; readonly query: URLSearchParams } | undefined;

/**
 * Writes the query to the address after the next frame, because writing can take a browser longer than drawing the
 * change. Reads before the write see the pending query.
 */
function updateUrl(
  query: URLSearchParams,
  { history: mode, scroll }: { readonly history: 'push' | 'replace'; readonly scroll: boolean },
): void {
  const { hash } = window.location;
  const wanted = { hash, query };
  pending = wanted;
  const write = () => {
    // A later update includes this one, and an address visited in the meantime must not be overwritten.
    if (pending !== wanted) return;
    pending = undefined;
    if (window.location.hash !== hash) return;
    const [path = ''] = hash.split('?', 1);
    const address = `${path === '' ? '#/' : path}${renderQueryString(query)}`;
    if (mode === 'push') window.history.pushState(window.history.state, '', address);
    else window.history.replaceState(window.history.state, '', address);
    if (scroll) window.scrollTo({ top: 0 });
    for (const listener of listeners) listener();
  };
  if (mode === 'push') write();
  else afterPaint(write);
}

/** Runs `action` after the next frame, or after 100 ms if there is none because the page is hidden. */
function afterPaint(action: () => void): void {
  requestAnimationFrame(() => setTimeout(action));
  setTimeout(action, 100);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('popstate', listener);
  window.addEventListener('hashchange', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('popstate', listener);
    window.removeEventListener('hashchange', listener);
  };
}

function hashQuery(): URLSearchParams {
  const { hash } = window.location;
  if (pending?.hash === hash) return new URLSearchParams(pending.query);
  const start = hash.indexOf('?');
  return new URLSearchParams(start < 0 ? '' : hash.slice(start));
}

function only(keys: readonly string[], query: URLSearchParams): URLSearchParams {
  return new URLSearchParams([...query].filter(([key]) => keys.includes(key)));
}

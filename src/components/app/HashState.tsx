import { unstable_createAdapterProvider as createAdapter, renderQueryString } from 'nuqs/adapters/custom';
import { useMemo, useSyncExternalStore } from 'react';
import { useLocation } from 'react-router';

/**
 * Lets nuqs keep the state of a page in the query behind the hash, `#/shufflenet-v1?groups=3`: each page owns its
 * query, and a link to another page starts with that page's defaults. Wraps everything that calls `useQueryState(s)`.
 */
export const HashState = createAdapter(useHashAdapter);

const listeners = new Set<() => void>();

function useHashAdapter(watchedKeys: string[]) {
  // The router changes the address without an event; reading its location makes such a change visible here too.
  useLocation();
  // A string, so that a component is rendered again only when a key changes that it watches.
  const watched = useSyncExternalStore(subscribe, () => renderQueryString(only(watchedKeys, hashQuery())));
  const searchParams = useMemo(() => new URLSearchParams(watched), [watched]);
  return { searchParams, updateUrl, getSearchParamsSnapshot: hashQuery };
}

/** The query that is about to be written into the address, as long as that is still what it was. */
let pending: { readonly hash: string; readonly query: URLSearchParams } | undefined;

/**
 * What was chosen is drawn first and written into the address behind that frame: writing takes a browser longer than many
 * a picture. Who asks in between reads what is about to be written.
 */
function updateUrl(
  query: URLSearchParams,
  { history: mode, scroll }: { readonly history: 'push' | 'replace'; readonly scroll: boolean },
): void {
  const { hash } = window.location;
  const wanted = { hash, query };
  pending = wanted;
  const write = () => {
    // A later choice holds this one too, and an address that somebody went to in between stands.
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

/** Runs behind the next frame; where no frame comes, because the page is hidden, a moment later. */
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

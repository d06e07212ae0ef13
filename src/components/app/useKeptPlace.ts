import { useEffect, useLayoutEffect, useRef } from 'react';
import { NavigationType, useLocation, useNavigationType } from 'react-router';
import { placeParameter } from '../ui/placeLink';
import { isOthersScroll } from './isOthersScroll';

const storageKey = 'featherweight.places';

/** How long a page may take to grow to its height. */
const settlesWithinMs = 5000;

/** What a person does who wants to be somewhere else. */
const intents = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;

/**
 * Keeps where a page was read: going back, forward or reloading returns to the same height, a link with a place in it
 * (`#/squeezenet?at=fire-module`) arrives at that section or figure, and any other link at the top. Pages grow while
 * they load, so it goes on trying until they are there, or until anything else scrolls: the person, or a part of the page.
 */
export function useKeptPlace(): void {
  const { key, pathname, search } = useLocation();
  const place = new URLSearchParams(search).get(placeParameter);
  // An address that was typed has no key of its own.
  const visit = [key, pathname, place ?? ''].join(' ');
  const type = useNavigationType();
  const places = useRef<Map<string, number>>(null);
  places.current ??= storedPlaces();
  const current = useRef({ visit, isArriving: true });

  useEffect(() => {
    window.history.scrollRestoration = 'manual';
    const note = () => {
      const { isArriving, visit: here } = current.current;
      if (!isArriving) places.current?.set(here, window.scrollY);
    };
    const store = () => {
      storePlaces(places.current ?? new Map());
    };
    window.addEventListener('scroll', note, { passive: true });
    window.addEventListener('pagehide', store);
    return () => {
      window.removeEventListener('scroll', note);
      window.removeEventListener('pagehide', store);
    };
  }, []);

  useLayoutEffect(() => {
    const kept = type === NavigationType.Pop ? places.current?.get(visit) : undefined;
    current.current = { visit, isArriving: true };
    return arrive(
      () => kept ?? (place === null ? 0 : heightOf(place)),
      () => {
        current.current = { visit, isArriving: false };
      },
    );
  }, [visit, place, type]);
}

/**
 * Scrolls to the wanted height whenever the page grows, until it stays there or something else scrolls. Returns the function
 * that stops it.
 */
function arrive(wanted: () => number | null, onArrived: () => void): () => void {
  const over = new AbortController();
  const root = document.documentElement;
  let leftAt = window.scrollY;
  const end = () => {
    if (over.signal.aborted) return;
    over.abort();
    observer.disconnect();
    clearTimeout(timer);
    root.style.overflowAnchor = '';
    onArrived();
  };
  const giveWay = () => {
    const isOthers = isOthersScroll(leftAt, { top: window.scrollY, max: root.scrollHeight - window.innerHeight });
    if (isOthers) end();
    return isOthers;
  };
  const move = () => {
    if (giveWay()) return;
    const top = wanted();
    if (top !== null) window.scrollTo({ top, behavior: 'instant' });
    leftAt = window.scrollY;
  };
  // Otherwise the browser scrolls as well when something grows above, which could not be told from a scroll by others.
  root.style.overflowAnchor = 'none';
  const observer = new ResizeObserver(move);
  observer.observe(document.body);
  const timer = setTimeout(end, settlesWithinMs);
  for (const intent of intents) window.addEventListener(intent, end, { signal: over.signal, passive: true });
  window.addEventListener('scroll', giveWay, { signal: over.signal, passive: true });
  move();
  return end;
}

/** The height at which a section or figure begins, or null while the page does not have it. */
function heightOf(place: string): number | null {
  const element = document.getElementById(place);
  if (element === null) return null;
  return element.getBoundingClientRect().top + window.scrollY - parseFloat(getComputedStyle(element).scrollMarginTop);
}

function storedPlaces(): Map<string, number> {
  try {
    const stored: unknown = JSON.parse(window.sessionStorage.getItem(storageKey) ?? '{}');
    const entries: readonly (readonly [string, unknown])[] =
      typeof stored === 'object' && stored !== null ? Object.entries(stored) : [];
    return new Map(entries.flatMap(([key, top]) => (typeof top === 'number' ? [[key, top]] : [])));
  } catch {
    // Blocked, or not ours: pages then open at the top.
    return new Map();
  }
}

function storePlaces(places: ReadonlyMap<string, number>): void {
  try {
    // The last entries of a long visit are those that Back can reach first.
    window.sessionStorage.setItem(storageKey, JSON.stringify(Object.fromEntries([...places].slice(-100))));
  } catch {
    // Blocked or full.
  }
}

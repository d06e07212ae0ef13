import { useEffect, useLayoutEffect, useState, type RefObject } from 'react';
import { useLateLoads } from '../ui/lateLoads';
import { figurePlace } from '../ui/placeLink';

/** How long the page, with all its parts loaded, may take to draw them. */
const drawnWithinMs = 500;

/**
 * Shows one figure of the page and hides all else; a figure in a card with its controls comes with the card.
 * @param figure the name of the figure; null shows the whole page
 * @returns whether the page has no such figure: then all of it shows. That is known once all its parts are there; a figure
 *   that comes later still, as one of a measurement, shows alone then.
 */
export function useShownAlone(region: RefObject<HTMLElement | null>, figure: string | null): boolean {
  const [isMissing, setIsMissing] = useState(false);

  useLayoutEffect(() => {
    document.documentElement.dataset['embed'] = figure === null || isMissing ? 'page' : 'figure';
  }, [figure, isMissing]);

  useEffect(() => {
    const root = region.current;
    if (root === null || figure === null) return;
    let timer: number | undefined;
    const stop = () => {
      clearTimeout(timer);
      timer = undefined;
    };
    const look = () => {
      const found = document.getElementById(figurePlace(figure));
      const shown = found?.closest('[data-workbench]') ?? found;
      if (shown != null || !isThere(root)) stop();
      if (shown != null) {
        if (!shown.hasAttribute('data-alone')) shown.setAttribute('data-alone', '');
        setIsMissing(false);
      } else if (isThere(root)) {
        timer ??= window.setTimeout(() => {
          setIsMissing(true);
        }, drawnWithinMs);
      }
    };
    const observer = new MutationObserver(look);
    observer.observe(root, { childList: true, subtree: true, attributeFilter: ['aria-busy'] });
    const unsubscribe = useLateLoads.subscribe(look);
    look();
    return () => {
      stop();
      observer.disconnect();
      unsubscribe();
    };
  }, [region, figure]);

  return isMissing;
}

/** Whether the page has come, and nothing of it is being loaded. */
function isThere(root: HTMLElement): boolean {
  const isBusy = root.matches('[aria-busy=true]') || root.querySelector('[aria-busy=true]') !== null;
  return !isBusy && useLateLoads.getState().count === 0 && root.childElementCount > 0;
}

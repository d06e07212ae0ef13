import { useEffect, useLayoutEffect, useState, type RefObject } from 'react';
import { figurePlace } from '../ui/placeLink';

/** How long a page may take to show its figures. */
const arrivesWithinMs = 8000;

/**
 * Shows one figure of the page and hides all else; a figure in a card with its controls comes with the card.
 * @param figure the name of the figure; null shows the whole page
 * @returns whether the page turned out to have no such figure: then all of it shows
 */
export function useShownAlone(region: RefObject<HTMLElement | null>, figure: string | null): boolean {
  const [isMissing, setIsMissing] = useState(false);

  useLayoutEffect(() => {
    document.documentElement.dataset['embed'] = figure === null || isMissing ? 'page' : 'figure';
  }, [figure, isMissing]);

  useEffect(() => {
    const root = region.current;
    if (root === null || figure === null) return;
    const look = () => {
      const found = document.getElementById(figurePlace(figure));
      const shown = found?.closest('[data-workbench]') ?? found;
      if (shown == null) return;
      clearTimeout(timer);
      if (!shown.hasAttribute('data-alone')) shown.setAttribute('data-alone', '');
      setIsMissing(false);
    };
    const timer = setTimeout(() => {
      setIsMissing(true);
    }, arrivesWithinMs);
    const observer = new MutationObserver(look);
    observer.observe(root, { childList: true, subtree: true });
    look();
    return () => {
      clearTimeout(timer);
      observer.disconnect();
    };
  }, [region, figure]);

  return isMissing;
}

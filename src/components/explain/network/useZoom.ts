import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState, type RefObject } from 'react';

export type Zoom = {
  /** How many times the whole picture's width it is drawn. */
  readonly factor: number;
  readonly isWhole: boolean;
  readonly isClosest: boolean;
  readonly change: (way: 'in' | 'out' | 'whole') => void;
};

const max = 8;
const step = 1.5;

/**
 * Enlarges what scrolls sideways in `scroller`: by `change`, around the chosen option in it, or by the wheel with Ctrl, around
 * the pointer. Brings the option into view when `selected` changes.
 */
export function useZoom(scroller: RefObject<HTMLElement | null>, selected: string): Zoom {
  const [factor, setFactor] = useState(1);
  /** What stays where it is: a point of the content, as a fraction of its width, and its place in the window of the scroller, px. */
  const anchor = useRef<{ readonly fraction: number; readonly at: number } | null>(null);

  const zoomTo = (wanted: number, at: number) => {
    const element = scroller.current;
    if (element === null) return;
    anchor.current = { fraction: (element.scrollLeft + at) / element.scrollWidth, at };
    setFactor(Math.min(Math.max(wanted, 1), max));
  };
  const change: Zoom['change'] = (way) => {
    zoomTo(way === 'whole' ? 1 : way === 'in' ? factor * step : factor / step, middleOfChosen(scroller.current));
  };
  const turn = useEffectEvent((event: WheelEvent) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const left = scroller.current?.getBoundingClientRect().left ?? 0;
    zoomTo(factor * 1.002 ** -event.deltaY, event.clientX - left);
  });

  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    // React listens passively, which cannot keep the browser from zooming the page.
    const hear = (event: WheelEvent) => {
      turn(event);
    };
    element.addEventListener('wheel', hear, { passive: false });
    return () => {
      element.removeEventListener('wheel', hear);
    };
  }, [scroller]);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null || anchor.current === null) return;
    const { fraction, at } = anchor.current;
    anchor.current = null;
    element.scrollLeft = fraction * element.scrollWidth - at;
  }, [scroller, factor]);

  useLayoutEffect(() => {
    const element = scroller.current;
    const box = chosenIn(element);
    if (element === null || box === undefined) return;
    const { left, right } = element.getBoundingClientRect();
    if (box.left < left) element.scrollLeft -= left - box.left + margin;
    else if (box.right > right) element.scrollLeft += box.right - right + margin;
  }, [scroller, selected]);

  return { factor, isWhole: factor === 1, isClosest: factor === max, change };
}

/** How far from the edge the chosen option is brought, px. */
const margin = 48;

function chosenIn(scroller: HTMLElement | null): DOMRect | undefined {
  return scroller?.querySelector('[aria-selected=true]')?.getBoundingClientRect();
}

function middleOfChosen(scroller: HTMLElement | null): number {
  const box = chosenIn(scroller);
  if (scroller === null || box === undefined) return 0;
  const { left, width } = scroller.getBoundingClientRect();
  return Math.min(Math.max((box.left + box.right) / 2 - left, 0), width);
}

import { useLayoutEffect, useRef } from 'react';
import type { Screen } from './screens';

/** The size that the presented picture has in its own px. */
const [stageWidth, stageHeight] = [1280, 720];

/**
 * Shows one element of the page alone. It stays where React put it, with all its state: what is around it is hidden by style
 * (`present.css`), by marks from `main` down to it.
 */
export function useStage(main: HTMLElement, screen: Screen<HTMLElement> | undefined): void {
  const element = screen?.element;
  const kind = screen?.kind;
  const last = useRef(element);
  useLayoutEffect(() => {
    const root = document.documentElement;
    const scale = () => {
      const factor = Math.min(window.innerWidth / stageWidth, window.innerHeight / stageHeight);
      root.style.setProperty('--stage-zoom', String(factor));
    };
    scale();
    root.dataset['presenting'] = '';
    window.addEventListener('resize', scale);
    return () => {
      window.removeEventListener('resize', scale);
      for (const name of ['presenting', 'layout', 'without', 'edges', 'fitting', 'overflows'])
        root.removeAttribute(`data-${name}`);
      for (const name of ['--stage-zoom', '--screen-zoom', '--screen-width', '--screen-part'])
        root.style.removeProperty(name);
      // The reader goes on where the screen was.
      const left = last.current;
      requestAnimationFrame(() => left?.scrollIntoView({ block: 'start' }));
    };
  }, []);
  useLayoutEffect(() => {
    if (element === undefined || kind === undefined) return;
    last.current = element;
    const path = ancestorsOf(element, main);
    for (const each of path) each.dataset['present'] = 'path';
    element.dataset['present'] = kind;
    return () => {
      for (const each of [...path, element]) delete each.dataset['present'];
    };
  }, [main, element, kind]);
}

/** From the parent of `element` up to `root`, both included. */
function ancestorsOf(element: HTMLElement, root: HTMLElement): readonly HTMLElement[] {
  const parent = element.parentElement;
  if (parent === null || element === root) return [];
  return [parent, ...(parent === root ? [] : ancestorsOf(parent, root))];
}

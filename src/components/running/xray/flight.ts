import { flushSync } from 'react-dom';

/** A copy of the map that was pressed, over it; it flies to where the next level has that map. */
let leaving: HTMLElement | null = null;

/** Says which part of a canvas was pressed, in CSS px, so that it flies when the next level shows. */
export function leaveFrom(canvas: HTMLCanvasElement, x: number, y: number, side: number): void {
  land();
  const scale = canvas.width / canvas.clientWidth;
  const copy = document.createElement('canvas');
  [copy.width, copy.height] = [Math.round(side * scale), Math.round(side * scale)];
  copy.getContext('2d')?.drawImage(canvas, -x * scale, -y * scale);
  copy.dataset.flight = 'leaves';
  Object.assign(copy.style, {
    ...{ position: 'absolute', pointerEvents: 'none', inlineSize: `${String(side)}px`, blockSize: `${String(side)}px` },
    ...{ insetBlockStart: `${String(y)}px`, insetInlineStart: `${String(x)}px` },
  });
  canvas.parentElement?.append(copy);
  document.documentElement.dataset.flight = 'leaves';
  leaving = copy;
}

/** Shows another level; where the browser can and motion is wanted, what was pressed flies there. */
export function showInFlight(show: () => void): void {
  const isStill = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  if (isStill || document.hidden || !('startViewTransition' in document)) {
    show();
    land();
    return;
  }
  const transition = document.startViewTransition(() => {
    flushSync(show);
    land();
  });
  // A flight that the browser skips has shown the level all the same.
  void transition.ready.catch(() => undefined);
  void transition.finished.catch(() => undefined);
}

function land(): void {
  leaving?.remove();
  leaving = null;
  delete document.documentElement.dataset.flight;
}

import type { Fit } from './fits';
import { joinRows, splitRows } from './tableRows';

/** Lays a screen out by the first way that fits, again whenever it or the window changes its size, until the signal ends it. */
export function fitScreen(screen: HTMLElement, stage: HTMLElement, fits: readonly Fit[], signal: AbortSignal): void {
  const root = document.documentElement;
  let at = 0;
  const apply = () => {
    const fit = fits[at];
    if (fit !== undefined) layOut(fit);
  };
  const settle = () => {
    delete root.dataset['fitting'];
    if (overflows(screen, stage)) root.dataset['overflows'] = '';
    else delete root.dataset['overflows'];
  };
  const scaling = scalingOf(screen, stage);
  const isTable = screen.dataset['present'] === 'table' || screen.querySelectorAll('tbody > tr').length > longTable;
  let splits = 0;
  const lookAgain = afterDrawing(() => check());
  const check = () => {
    if (signal.aborted) return;
    const isWhole = !overflows(screen, stage);
    if (!isWhole && at < fits.length - 1) {
      at++;
      apply();
      lookAgain();
    } else if (!isWhole && isTable && splits < maxSplits) {
      splits++;
      splitRows(screen, stage);
      lookAgain();
    } else if (scaling.next(isWhole)) {
      lookAgain();
    } else settle();
  };
  root.dataset['fitting'] = '';
  apply();
  lookAgain();
  let size = sizeOf(stage);
  const observer = new ResizeObserver(() => {
    const isResized = sizeOf(stage) !== size;
    size = sizeOf(stage);
    if (isResized) {
      at = 0;
      scaling.reset();
      splits = 0;
      joinRows(screen);
      apply();
    }
    if (isResized || overflows(screen, stage)) lookAgain();
  });
  observer.observe(stage);
  observer.observe(screen);
  signal.addEventListener('abort', () => {
    observer.disconnect();
    joinRows(screen);
    delete screen.dataset['turned'];
  });
}

/** Rows from which on a figure is a table as well: some of them show at a time. */
const longTable = 8;

/** How often a table is split: type that comes late may make its rows higher. */
const maxSplits = 3;

function layOut({ layout, without, zoom, width, isToEdges }: Fit): void {
  const { dataset, style } = document.documentElement;
  dataset['layout'] = layout;
  dataset['without'] = without.join(' ');
  if (isToEdges) dataset['edges'] = '';
  else delete dataset['edges'];
  style.setProperty('--screen-zoom', String(zoom));
  style.setProperty('--screen-width', String(width));
  style.setProperty('--screen-part', '1');
}

/** How often a screen is scaled down: what is not to scale may need it again. */
const maxShrinks = 4;

const minZoom = 0.5;

/** Scales a screen down until it fits, and up again once where that was more than it needed. */
function scalingOf(screen: HTMLElement, stage: HTMLElement) {
  let shrinks = 0;
  let grown: number | null = null;
  return {
    /** @returns whether the scale is another now, so that the screen is to be looked at again */
    next: (isWhole: boolean): boolean => {
      const room = roomAround(screen, stage);
      if (isWhole) {
        if (shrinks === 0 || grown !== null || room < worthGrowing) return false;
        grown = room * margin;
        scaleBy(grown);
        return true;
      }
      if (grown !== null) {
        scaleBy(1 / grown);
        grown = 1;
      }
      if (grown !== null || shrinks === maxShrinks) return false;
      shrinks++;
      shrink(screen, stage);
      return true;
    },
    reset: (): void => {
      [shrinks, grown] = [0, null];
    },
  };
}

/** Leaves a little room, since sizes are rounded. */
const margin = 0.985;

/** Scales a screen down as a whole, by what it is too high or too wide. */
function shrink(screen: HTMLElement, stage: HTMLElement): void {
  const excess = Math.max(1 / roomAround(screen, stage), ...widthsOf(screen));
  scaleBy(Math.max(minZoom / zoomNow(), margin / excess));
}

/** Parts that come to stand side by side make a scaled screen lower than to scale; above this it is scaled up again, once. */
const worthGrowing = 1.1;

/** How many times as high, or as wide, a screen may become. */
function roomAround(screen: HTMLElement, stage: HTMLElement): number {
  const [inner, outer] = [screen.getBoundingClientRect(), stage.getBoundingClientRect()];
  return Math.min(outer.height / inner.height, outer.width / inner.width);
}

function scaleBy(factor: number): void {
  const { style } = document.documentElement;
  style.setProperty('--screen-zoom', String(zoomNow() * factor));
  style.setProperty('--screen-part', String(Number(style.getPropertyValue('--screen-part')) * factor));
}

function zoomNow(): number {
  return Number(document.documentElement.style.getPropertyValue('--screen-zoom'));
}

/** How many times its place each scrolled part is wide. */
function widthsOf(screen: HTMLElement): readonly number[] {
  return [...screen.querySelectorAll('[data-viewport]')].map(
    ({ scrollWidth, clientWidth }) => scrollWidth / Math.max(1, clientWidth),
  );
}

/** Calls after figures that measure their own width have drawn themselves for it; once, however often it was asked for before. */
function afterDrawing(act: () => void): () => void {
  let isDue = false;
  return () => {
    if (isDue) return;
    isDue = true;
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        isDue = false;
        act();
      }),
    );
  };
}

function sizeOf(element: Element): string {
  return `${String(element.clientWidth)} ${String(element.clientHeight)}`;
}

/** Whether anything of the screen is beyond its stage, or would have to be scrolled to. */
function overflows(screen: HTMLElement, stage: HTMLElement): boolean {
  const [inner, outer] = [screen.getBoundingClientRect(), stage.getBoundingClientRect()];
  if (inner.height > outer.height + 1 || inner.width > outer.width + 1) return true;
  return [...screen.querySelectorAll('[data-viewport]')].some(
    ({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 2,
  );
}

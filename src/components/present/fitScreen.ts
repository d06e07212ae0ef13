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
  let shrinks = 0;
  const isTable = screen.dataset['present'] === 'table';
  let isSplit = false;
  const check = () => {
    if (signal.aborted) return;
    if (!overflows(screen, stage)) {
      settle();
    } else if (at < fits.length - 1) {
      at++;
      apply();
      afterDrawing(check);
    } else if (isTable && !isSplit) {
      isSplit = true;
      splitRows(screen, stage);
      afterDrawing(check);
    } else if (shrinks < maxShrinks) {
      shrinks++;
      shrink(screen, stage);
      afterDrawing(check);
    } else settle();
  };
  root.dataset['fitting'] = '';
  apply();
  afterDrawing(check);
  let size = sizeOf(stage);
  const observer = new ResizeObserver(() => {
    const isResized = sizeOf(stage) !== size;
    size = sizeOf(stage);
    if (isResized) {
      at = 0;
      shrinks = 0;
      isSplit = false;
      joinRows(screen);
      apply();
    }
    if (isResized || overflows(screen, stage)) afterDrawing(check);
  });
  observer.observe(stage);
  observer.observe(screen);
  signal.addEventListener('abort', () => {
    observer.disconnect();
    joinRows(screen);
  });
}

function layOut({ layout, without, zoom, width }: Fit): void {
  const { dataset, style } = document.documentElement;
  dataset['layout'] = layout;
  dataset['without'] = without.join(' ');
  style.setProperty('--screen-zoom', String(zoom));
  style.setProperty('--screen-width', String(width));
  style.setProperty('--screen-part', '1');
}

/** How often a screen is scaled down: what is not to scale may need it again. */
const maxShrinks = 4;

const minZoom = 0.5;

/** Scales a screen down as a whole, by what it is too high or too wide. */
function shrink(screen: HTMLElement, stage: HTMLElement): void {
  const { style } = document.documentElement;
  const zoom = Number(style.getPropertyValue('--screen-zoom'));
  const [inner, outer] = [screen.getBoundingClientRect(), stage.getBoundingClientRect()];
  const excess = Math.max(inner.height / outer.height, ...widthsOf(screen));
  const smaller = Math.max(minZoom / zoom, 0.985 / excess);
  style.setProperty('--screen-zoom', String(zoom * smaller));
  style.setProperty('--screen-part', String(Number(style.getPropertyValue('--screen-part')) * smaller));
}

/** How many times its place each scrolled part is wide. */
function widthsOf(screen: HTMLElement): readonly number[] {
  return [...screen.querySelectorAll('[data-viewport]')].map(
    ({ scrollWidth, clientWidth }) => scrollWidth / Math.max(1, clientWidth),
  );
}

/** Runs after figures that measure their own width have drawn themselves for it. */
function afterDrawing(act: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(act));
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

import { openingScreen } from '../ui/presentParameter';
import type { Screen } from './screens';

/** Where a link for the class arrives: the figure or section of the screen; undefined at the top of the page. */
export function placeOfScreen(screen: Screen<HTMLElement> | undefined): string | undefined {
  if (screen === undefined || screen.id === openingScreen) return undefined;
  return figureIn(screen.element)?.id ?? screen.section?.id;
}

/** What links to the figure of a screen name: itself, or the first within. */
export function figureIn(element: Element): Element | null {
  return element.matches(namedFigure) ? element : element.querySelector(namedFigure);
}

const namedFigure = 'figure[id], [data-screen="figure"][id]';

/** Presses what shows the answer of a screen, or hides it again: a guess, a claim, a fold. */
export function revealOn(screen: HTMLElement | undefined): void {
  if (screen === undefined) return;
  const closed = screen.querySelector('[data-reveal]');
  const buttons = [...(closed?.querySelectorAll('button') ?? [])];
  // Without a guess, the answer shows all the same.
  const reveal = closed?.getAttribute('data-reveal') === 'said' ? buttons[0] : buttons.at(-1);
  const other = screen.querySelector<HTMLElement>('[data-gate-again] button, summary');
  (reveal ?? other)?.click();
}

/** What does not fit beside its figure: controls, where a guess is made and answered, a second figure (`data-second`). */
const sides = '[data-side], [data-gate-words], [data-second]';

/**
 * Shows the controls of a screen in place of its figure, which fills the screen alone (`fits`: `side` is left out), or the
 * figure again; false where there is nothing to turn. The screen says which of the two shows (`data-turned`).
 */
export function turnSide(screen: HTMLElement, by: 1 | -1): boolean {
  const isAlone = document.documentElement.dataset['without']?.split(' ').includes('side') === true;
  if (!isAlone || screen.querySelector(sides) === null) return false;
  const isTurned = screen.dataset['turned'] !== undefined;
  if (isTurned === (by === 1)) return false;
  if (by === 1) screen.dataset['turned'] = '';
  else delete screen.dataset['turned'];
  return true;
}

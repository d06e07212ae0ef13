import { isTyping } from '../ui/useKey';

/** What a key does to a presentation. */
export type PresenterAct =
  'next' | 'before' | 'first' | 'last' | 'reveal' | 'black' | 'code' | 'time' | 'zero' | 'leave';

/** Keys that clickers send: they turn the screen, whatever has the focus. */
const always: Readonly<Record<string, PresenterAct>> = { PageDown: 'next', PageUp: 'before', Escape: 'leave' };

const letters: Readonly<Record<string, PresenterAct>> = {
  b: 'black',
  '.': 'black',
  q: 'code',
  r: 'reveal',
  t: 'time',
  // What began it.
  p: 'leave',
  f: 'leave',
};

/** Keys that a slider, a list of options or a button takes for itself while it has the focus. */
const whenFree: Readonly<Record<string, PresenterAct>> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  ArrowLeft: 'before',
  ArrowUp: 'before',
  ' ': 'next',
  Home: 'first',
  End: 'last',
};

const takesArrows = 'input, select, textarea, [role=slider], [role=radio], [role=tab], [role=listbox], [role=menu]';
const takesSpace = 'button, a, summary, input, [role=button]';

/** What a pressed key means; undefined for keys that belong to a control, or to nobody. */
export function actOf(event: KeyboardEvent): PresenterAct | undefined {
  const { key, target } = event;
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  if (always[key] !== undefined) return always[key];
  if (isTyping(event)) return undefined;
  if (key === 'T' && event.shiftKey) return 'zero';
  const byLetter = letters[key.toLowerCase()];
  if (byLetter !== undefined) return byLetter;
  const taken = key === ' ' ? takesSpace : takesArrows;
  if (target instanceof Element && target.closest(taken) !== null) return undefined;
  return key === ' ' && event.shiftKey ? 'before' : whenFree[key];
}

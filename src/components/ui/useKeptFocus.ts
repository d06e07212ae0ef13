import { useEffect, type RefObject } from 'react';
import { nextFocus } from './nextFocus';

const controls =
  'a[href], button:not(:disabled), input:not(:disabled), textarea:not(:disabled), summary, [tabindex]:not([tabindex="-1"])';

/** Longer than an open list takes to give the focus back to its button. */
const settlesWithinMs = 120;

/** Whenever the focused control of `region` goes or is disabled, moves the focus to the next one, so that it never falls to the page. */
export function useKeptFocus(region: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const root = region.current;
    if (root === null) return;
    let last: { readonly control: HTMLElement; readonly around: readonly HTMLElement[] } | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const note = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement)) return;
      if (target !== root && root.contains(target)) last = { control: target, around: controlsOf(root) };
      // An open list lies beside the page, and belongs to the button that opened it.
      else if (document.getElementById('root')?.contains(target) === true) last = null;
    };
    const leave = () => {
      // A press beside all controls, which are still there: that is what the person wants.
      setTimeout(() => {
        if (isLost() && last !== null && isUsable(last.control)) last = null;
      });
    };
    const mend = () => {
      if (last === null || !isLost() || isUsable(last.control)) return;
      const next = nextFocus(last.around, last.control, controlsOf(root));
      (next ?? root).focus({ preventScroll: true });
    };
    const observer = new MutationObserver(() => {
      if (last === null || isUsable(last.control)) return;
      clearTimeout(timer);
      timer = setTimeout(mend, settlesWithinMs);
    });
    observer.observe(root, { childList: true, subtree: true, attributeFilter: ['disabled', 'inert', 'hidden'] });
    document.addEventListener('focusin', note);
    document.addEventListener('focusout', leave);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
      document.removeEventListener('focusin', note);
      document.removeEventListener('focusout', leave);
    };
  }, [region]);
}

function isLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

function isUsable(control: HTMLElement): boolean {
  return control.isConnected && !control.matches(':disabled') && control.closest('[inert]') === null;
}

/** The controls that can have the focus and are shown, in the order of the page. */
function controlsOf(root: HTMLElement): readonly HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(controls)].filter(
    (control) => control.closest('[inert], [aria-hidden="true"]') === null && control.getClientRects().length > 0,
  );
}

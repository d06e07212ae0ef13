import { useEffect, useLayoutEffect, useRef } from 'react';
import { isTyping } from './useKey';

/** What the Escape key dismisses, the latest last. */
const dismissals: (() => void)[] = [];

/** Calls `act` when Escape is pressed anywhere on the page while `isActive`, unless something later on it takes the key. */
export function useEscape(isActive: boolean, act: () => void): void {
  const latest = useRef(act);
  useLayoutEffect(() => {
    latest.current = act;
  }, [act]);
  useEffect(() => {
    if (!isActive) return;
    const dismiss = () => latest.current();
    dismissals.push(dismiss);
    const hear = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || isTyping(event) || dismissals.at(-1) !== dismiss) return;
      event.preventDefault();
      dismiss();
    };
    window.addEventListener('keydown', hear);
    return () => {
      dismissals.splice(dismissals.indexOf(dismiss), 1);
      window.removeEventListener('keydown', hear);
    };
  }, [isActive]);
}

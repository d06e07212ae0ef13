import { useEffect } from 'react';

/** Calls `act` when `key` is pressed anywhere on the page without a modifier, except while text is being typed. */
export function useKey(key: string, act: () => void): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== key || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if (!isTyping(event)) act();
    };
    window.addEventListener('keydown', hear);
    return () => {
      window.removeEventListener('keydown', hear);
    };
  }, [key, act]);
}

/** Whether a key belongs to a text field, a list or a menu. */
export function isTyping({ target }: KeyboardEvent): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input:not([type=radio], [type=checkbox], [type=range]), textarea, [role=listbox], [role=menu]') !==
      null
  );
}

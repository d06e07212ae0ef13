import { useEffect, useRef } from 'react';
import { isTyping } from '../ui/useKey';

type Undoing = { readonly undo: (() => void) | undefined; readonly redo: (() => void) | undefined };

/**
 * Ctrl+Z or Cmd+Z undoes, with Shift or as Ctrl+Y it does it again. While a field holds a text that is not taken yet, the
 * keys are the field's own.
 */
export function useUndoKeys({ undo, redo }: Undoing): void {
  const isOpen = useRef(false);
  useEffect(() => {
    const open = () => {
      isOpen.current = true;
    };
    const close = () => {
      isOpen.current = false;
    };
    const hear = (event: KeyboardEvent) => {
      if (event.key === 'Enter') close();
      const key = event.key.toLowerCase();
      if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== 'z' && key !== 'y')) return;
      if (isOpen.current && isTyping(event)) return;
      event.preventDefault();
      const act = key === 'y' || event.shiftKey ? redo : undo;
      act?.();
    };
    window.addEventListener('input', open);
    window.addEventListener('focusout', close);
    // Before a field stops the key.
    window.addEventListener('keydown', hear, { capture: true });
    return () => {
      window.removeEventListener('input', open);
      window.removeEventListener('focusout', close);
      window.removeEventListener('keydown', hear, { capture: true });
    };
  }, [undo, redo]);
}

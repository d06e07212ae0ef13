import { useEffect } from 'react';
import { isTyping } from '../ui/useKey';

type Undoing = { readonly undo: (() => void) | undefined; readonly redo: (() => void) | undefined };

/** Ctrl+Z or Cmd+Z undoes, with Shift or as Ctrl+Y it does it again; a text field that is being typed in keeps its own. */
export function useUndoKeys({ undo, redo }: Undoing): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase();
      if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== 'z' && key !== 'y') || isTyping(event)) return;
      event.preventDefault();
      const act = key === 'y' || event.shiftKey ? redo : undo;
      act?.();
    };
    window.addEventListener('keydown', hear);
    return () => {
      window.removeEventListener('keydown', hear);
    };
  }, [undo, redo]);
}

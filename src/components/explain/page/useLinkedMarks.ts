import { useState, type FocusEvent, type PointerEvent } from 'react';

/**
 * Lights up what stands for the same thing: pointing at or focusing an element with `data-k`, a list of meanings, names them
 * in `data-hot` of the frame, whose style sheet marks every `data-k` that shares one. Set on the element itself, because
 * rendering a diagram for each move of the pointer would cost frames.
 */
export function useLinkedMarks() {
  const [handlers] = useState(() => ({
    onPointerOver: light,
    onFocus: light,
    onPointerLeave: (event: PointerEvent<HTMLElement>) => {
      event.currentTarget.removeAttribute('data-hot');
    },
    onBlur: (event: FocusEvent<HTMLElement>) => {
      event.currentTarget.removeAttribute('data-hot');
    },
  }));
  return handlers;
}

function light({ target, currentTarget }: PointerEvent<HTMLElement> | FocusEvent<HTMLElement>): void {
  const meanings = target instanceof Element ? target.closest('[data-k]')?.getAttribute('data-k') : undefined;
  if (meanings == null || meanings === '') currentTarget.removeAttribute('data-hot');
  else currentTarget.setAttribute('data-hot', meanings);
}

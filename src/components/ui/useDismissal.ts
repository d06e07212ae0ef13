import { useState } from 'react';
import { useEscape } from './useEscape';

/** Whether a message shows, and how a person ends that. */
export type Dismissal = { readonly isShown: boolean; readonly dismiss: () => void };

/**
 * The life of a message: it shows from the moment its cause is there until the cause ends (null) or the person dismisses it,
 * with its button or with Escape. Another cause shows again; causes are told apart by identity.
 */
export function useDismissal(cause: unknown): Dismissal {
  const [dismissed, setDismissed] = useState<unknown>(null);
  const isShown = cause !== null && cause !== dismissed;
  const dismiss = () => {
    setDismissed(cause);
  };
  useEscape(isShown, dismiss);
  return { isShown, dismiss };
}

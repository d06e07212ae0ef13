import { useEffect, useState } from 'react';
import { useEscape } from '../../ui/useEscape';
import { useKey } from '../../ui/useKey';

/**
 * Whether the page fills the window, and the screen too where the browser lets it. The F key changes that; Escape ends it,
 * and so does leaving the browser's full screen.
 */
export function useFullScreen(): { readonly isFull: boolean; readonly toggle: () => void } {
  const [isFull, setIsFull] = useState(false);
  const toggle = () => {
    setIsFull(!isFull);
    void fillScreen(!isFull);
  };
  useKey('f', toggle);
  useEscape(isFull, toggle);
  useEffect(() => {
    const hear = () => {
      if (document.fullscreenElement === null) setIsFull(false);
    };
    document.addEventListener('fullscreenchange', hear);
    return () => {
      document.removeEventListener('fullscreenchange', hear);
    };
  }, []);
  return { isFull, toggle };
}

/** The window is filled all the same where the browser refuses the screen, as on an iPhone or in a frame. */
async function fillScreen(isFull: boolean): Promise<void> {
  if (!document.fullscreenEnabled || isFull === (document.fullscreenElement !== null)) return;
  try {
    await (isFull ? document.documentElement.requestFullscreen() : document.exitFullscreen());
  } catch {
    // Refused without a press, or already on the way.
  }
}

import { useEffect, useRef, type RefObject } from 'react';

/**
 * Keeps the keyboard where it was when another level takes the place of what had the focus: up, on what leads down again;
 * down, on the first maps.
 * @param scene what shows; null before anything does
 * @param paths where that is in the network, the innermost first
 * @param level around all that shows
 */
export function useKeptFocus(
  level: RefObject<HTMLElement | null>,
  scene: string | null,
  paths: readonly string[],
): void {
  const before = useRef<{ readonly scene: string; readonly paths: readonly string[] } | null>(null);
  useEffect(() => {
    const was = before.current;
    if (scene === null || was?.scene === scene) return;
    before.current = { scene, paths };
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (was === null || level.current === null || !isLost) return;
    const way = was.paths.map((path) => level.current?.querySelector<HTMLElement>(`[data-leads~="${path}"]`));
    const back = way.find((element) => element != null);
    (back ?? level.current.querySelector<HTMLElement>('[role="slider"]'))?.focus();
  });
}

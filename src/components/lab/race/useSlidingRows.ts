import { useLayoutEffect, useRef, type RefObject } from 'react';
import { usePrefersReducedMotion } from '../../ui/usePrefersReducedMotion';

const slideMs = 250;

/** Lets the rows of a table slide to their new places when their order changes, so that the eye can follow. */
export function useSlidingRows(table: RefObject<HTMLTableElement | null>): void {
  const tops = useRef<ReadonlyMap<HTMLTableRowElement, number>>(new Map());
  const isStill = usePrefersReducedMotion();
  useLayoutEffect(() => {
    const rows = Array.from(table.current?.rows ?? []);
    const before = tops.current;
    tops.current = new Map(rows.map((row) => [row, row.offsetTop]));
    if (isStill) return;
    for (const [row, top] of tops.current) {
      const from = (before.get(row) ?? top) - top;
      if (from === 0) continue;
      row.animate({ translate: [`0 ${String(from)}px`, '0 0'] }, { duration: slideMs, easing: 'ease-out' });
    }
  });
}

import { useLayoutEffect, useRef, type RefObject } from 'react';
import { usePrefersReducedMotion } from '../../ui/usePrefersReducedMotion';

const slideMs = 250;

/** Lets the rows of a table slide to their new places when their order changes, so that the eye can follow. */
export function useSlidingRows(table: RefObject<HTMLTableElement | null>): void {
  const places = useRef<ReadonlyMap<HTMLTableRowElement, Place>>(new Map());
  const isStill = usePrefersReducedMotion();
  useLayoutEffect(() => {
    // Rows that are not shown, as when another screen is presented, have no place to slide from.
    const rows = Array.from(table.current?.rows ?? []).filter(({ offsetParent }) => offsetParent !== null);
    const before = places.current;
    places.current = new Map(rows.map((row) => [row, { position: row.rowIndex, top: row.offsetTop }]));
    if (isStill) return;
    for (const [row, { position, top }] of places.current) {
      const from = before.get(row);
      // Rows of another height move the others, too: by themselves, those are no news.
      if (from === undefined || from.position === position) continue;
      row.animate({ translate: [`0 ${String(from.top - top)}px`, '0 0'] }, { duration: slideMs, easing: 'ease-out' });
    }
  });
}

type Place = { readonly position: number; readonly top: number };

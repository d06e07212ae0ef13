import { useEffect, useState } from 'react';

type MapPlace = { readonly row: number; readonly column: number };

/** How long a kernel rests before its place is the address's, ms. */
const restMs = 200;

/**
 * Where the kernel is: at the place of the address, until it slides. A step redraws nothing beyond this level; where the kernel
 * comes to rest, the address follows.
 * @param onRest null where the address is elsewhere already
 */
export function useSlidingPlace(
  { row, column }: MapPlace,
  onRest: ((place: MapPlace) => void) | null,
): MapPlace & { readonly slide: (to: MapPlace) => void } {
  const linked = `${String(row)},${String(column)}`;
  const [slid, setSlid] = useState({ row, column, linked });
  // Another place in the address, as after going back, counts more than where the kernel was.
  const at = slid.linked === linked ? slid : { row, column, linked };
  const isAway = at.row !== row || at.column !== column;
  useEffect(() => {
    if (!isAway || onRest === null) return;
    const timer = setTimeout(() => onRest({ row: at.row, column: at.column }), restMs);
    return () => clearTimeout(timer);
  });
  return { row: at.row, column: at.column, slide: (to) => setSlid({ ...to, linked }) };
}

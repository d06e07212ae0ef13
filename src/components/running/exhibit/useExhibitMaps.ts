import { useEffect, useState } from 'react';
import type { Exhibit } from '../../../lab/exhibit/exhibit';
import type { ExhibitedMaps } from '../../../lab/exhibit/openedNetwork';

/**
 * Values of an open exhibit, computed from tensors of one run; null until they are there. What goes wrong shows in the
 * exhibit's status.
 * @param ids of the tensors
 * @param of computes what is kept of them: hand over a function that stays the same
 */
export function useExhibitMaps<Kept>(
  exhibit: Exhibit,
  ids: readonly string[],
  of: (maps: ExhibitedMaps) => Kept,
): Kept | null {
  const [kept, setKept] = useState<{ readonly key: string; readonly value: Kept } | null>(null);
  // The same ids may come in another array.
  const key = `${exhibit.weights} ${ids.join(' ')}`;
  useEffect(() => {
    const controller = new AbortController();
    const [, ...wanted] = key.split(' ');
    void exhibit.maps(wanted, controller.signal).then((seen) => {
      if (seen.ok && !controller.signal.aborted) setKept({ key, value: of(seen.value) });
    });
    return () => {
      controller.abort();
    };
  }, [exhibit, key, of]);
  return kept?.key === key ? kept.value : null;
}

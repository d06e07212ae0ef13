import { Suspense, useMemo } from 'react';
import { useArrivedQuery, useReading } from '../ui/address/readings';
import type { RefusedValue } from '../ui/address/refusedValue';
import { presentParameter } from '../ui/presentParameter';
import { late } from '../ui/late';
import { useKey } from '../ui/useKey';
import { useWatchedQuery } from './HashState';
import { present } from './present';

const Presenter = late(async () => (await import('../present/Presenter')).Presenter);

const watched = [presentParameter];

/** Presents the page while its address names a screen; a key begins. */
export function Presentation({ startKey }: { readonly startKey: 'p' | 'f' }) {
  useEmptyName();
  const isOn = (useWatchedQuery(watched).get(presentParameter) ?? '') !== '';
  useKey(startKey, present);
  if (!isOn) return null;
  return (
    <Suspense fallback={null}>
      <Presenter />
    </Suspense>
  );
}

/** Tells of an address that has the parameter and names no screen: the page is not presented. */
function useEmptyName(): void {
  const isEmpty = useArrivedQuery().get(presentParameter) === '';
  const refused = useMemo<readonly RefusedValue[]>(
    () => (isEmpty ? [{ key: presentParameter, text: '', used: null, why: { kind: 'noSuchScreen' } }] : []),
    [isEmpty],
  );
  useReading(watched, refused);
}

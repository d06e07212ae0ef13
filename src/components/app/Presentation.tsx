import { Suspense } from 'react';
import { presentParameter } from '../ui/presentParameter';
import { late } from '../ui/late';
import { useKey } from '../ui/useKey';
import { useWatchedQuery } from './HashState';
import { present } from './present';

const Presenter = late(async () => (await import('../present/Presenter')).Presenter);

const watched = [presentParameter];

/** Presents the page while its address names a screen; a key begins. */
export function Presentation({ startKey }: { readonly startKey: 'p' | 'f' }) {
  const isOn = (useWatchedQuery(watched).get(presentParameter) ?? '') !== '';
  useKey(startKey, present);
  if (!isOn) return null;
  return (
    <Suspense fallback={null}>
      <Presenter />
    </Suspense>
  );
}

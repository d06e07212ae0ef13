import { useEffect, useMemo, useState } from 'react';
import { useArrivedQuery, useReading } from '../ui/address/readings';
import type { RefusedValue } from '../ui/address/refusedValue';
import { useLateLoads } from '../ui/lateLoads';
import { presentParameter } from '../ui/presentParameter';
import { refusedScreen, type Screen } from './screens';

/** How long no screen may come, once nothing of the page is loading, until all are known. */
const knownAfterMs = 2000;

const keys = [presentParameter];
const noneRefused: readonly RefusedValue[] = [];

/** Tells that the address was opened at a screen which the page has not, once all its screens are known. */
export function useUnknownScreen(screens: readonly Screen<HTMLElement>[], named: string): void {
  const arrived = useArrivedQuery().get(presentParameter);
  const isLoading = useLateLoads(({ count }) => count > 0);
  const [known, setKnown] = useState<readonly Screen<HTMLElement>[] | null>(null);
  useEffect(() => {
    if (isLoading) return undefined;
    const timer = setTimeout(() => {
      setKnown(screens);
    }, knownAfterMs);
    return () => {
      clearTimeout(timer);
    };
  }, [screens, isLoading]);
  const isTold = named !== '' && arrived === named && known === screens && !isLoading;
  const refused = useMemo(() => {
    const value = isTold ? refusedScreen(screens, named, isOpen) : null;
    return value === null ? noneRefused : [value];
  }, [isTold, screens, named]);
  useReading(keys, refused);
}

/** Whether a guess is still to be made. */
function isOpen(guess: HTMLElement): boolean {
  return guess.querySelector('[data-reveal]') !== null;
}

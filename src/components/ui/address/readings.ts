import { useEffect, useId, useMemo } from 'react';
import { useLocation } from 'react-router';
import { create } from 'zustand';
import type { RefusedValue } from './refusedValue';

/** What a part of a page reads of its address, and what it does not take of it. */
type Reading = { readonly keys: readonly string[]; readonly refused: readonly RefusedValue[] };

/** All readings of the page that shows. */
export const useReadings = create<{ readonly readings: ReadonlyMap<string, Reading> }>()(() => ({
  readings: new Map(),
}));

/** Tells that the page reads `keys` of its address, while the caller is on it. `refused` keeps its identity while it is the same. */
export function useReading(keys: readonly string[], refused: readonly RefusedValue[]): void {
  const id = useId();
  const joined = keys.join(' ');
  useEffect(() => {
    change((readings) => readings.set(id, { keys: joined.split(' '), refused }));
    return () => {
      change((readings) => readings.delete(id));
    };
  }, [id, joined, refused]);
}

function change(act: (readings: Map<string, Reading>) => unknown): void {
  const readings = new Map(useReadings.getState().readings);
  act(readings);
  useReadings.setState({ readings });
}

/** The query of the address as it was opened. What the page writes into it afterwards is not in it. */
export function useArrivedQuery(): URLSearchParams {
  const { search } = useLocation();
  return useMemo(() => new URLSearchParams(search), [search]);
}

import { Suspense, useEffect, useMemo, useState } from 'react';
import { answersParameter } from '../ui/address/keptQuery';
import { useArrivedQuery, useReading, useReadings } from '../ui/address/readings';
import type { RefusedValue } from '../ui/address/refusedValue';
import { placeParameter } from '../ui/placeLink';
import { useWatchedQuery } from './HashState';
import { late } from '../ui/late';

// Most addresses are taken as they are.
const RefusedValues = late(async () => (await import('./RefusedValues')).RefusedValues);
const AnswersReading = late(async () => (await import('../explain/lesson/AnswersReading')).AnswersReading);

/** Every page takes it, and passes it on. */
const keys = [answersParameter];
const noneRefused: readonly RefusedValue[] = [];

/** Says once what the page does not take of its address, until that is no longer in it. */
export function AddressNotice() {
  const arrived = useArrivedQuery();
  useReading(keys, noneRefused);
  const readings = useReadings((state) => state.readings);
  const isSettled = useIsSettled(readings);
  const missing = useMissingPlace(arrived, readings, isSettled);
  const refused = useRefused(arrived, readings, isSettled, missing);
  const now = useWatchedQuery(refused.map(({ key }) => key));
  const current = refused.filter(({ key, text }) => now.get(key) === text);
  // All at once: a list that grows while it is read would be read twice.
  const [readable, setReadable] = useState<URLSearchParams | null>(null);
  if (isSettled && readable !== arrived) setReadable(arrived);
  return (
    <Suspense fallback={null}>
      {arrived.has(answersParameter) ? <AnswersReading /> : null}
      {current.length === 0 || readable !== arrived ? null : <RefusedValues values={current} arrival={arrived} />}
    </Suspense>
  );
}

/** How long parts of a page may take to load that read more of the address. */
const settlesWithinMs = 1000;

function useRefused(
  arrived: URLSearchParams,
  readings: ReturnType<typeof useReadings.getState>['readings'],
  isSettled: boolean,
  missing: string | null,
): readonly RefusedValue[] {
  return useMemo(() => {
    const all = [...readings.values()];
    const read = new Set([placeParameter, ...all.flatMap(({ keys }) => keys)]);
    const unknown: readonly RefusedValue[] = [...arrived]
      .filter(([key]) => isSettled && !read.has(key))
      .map(([key, text]) => ({ key, text, used: null, why: { kind: 'unknown' } }));
    const places: readonly RefusedValue[] =
      missing === null ? [] : [{ key: placeParameter, text: missing, used: null, why: { kind: 'noSuchPlace' } }];
    const named = [...all.flatMap(({ refused }) => refused), ...unknown, ...places].map(
      (value) => [`${value.key} ${value.part ?? value.text}`, value] as const,
    );
    // Several parts of a page may read the same. Told in the order of the address.
    const order = [...arrived.keys()];
    return [...new Map(named).values()].toSorted((a, b) => order.indexOf(a.key) - order.indexOf(b.key));
  }, [arrived, readings, isSettled, missing]);
}

/** How long a section or figure may take to be there, once no part of the page begins to read the address. */
const drawnWithinMs = 3000;

/** How often a missing place is looked for again: it may only load slowly. */
const againEveryMs = 1000;

/** The place that the address names, as long as the page has none of this name and reads it as nothing else. */
function useMissingPlace(
  arrived: URLSearchParams,
  readings: ReturnType<typeof useReadings.getState>['readings'],
  isSettled: boolean,
): string | null {
  const [missing, setMissing] = useState<{ readonly of: URLSearchParams; readonly place: string } | null>(null);
  const place = arrived.get(placeParameter);
  const isOthers = [...readings.values()].some(({ keys }) => keys.includes(placeParameter));
  useEffect(() => {
    if (place === null || isOthers || !isSettled) return undefined;
    let timer = setTimeout(function look() {
      const isThere = document.getElementById(place) !== null;
      setMissing(isThere ? null : { of: arrived, place });
      if (!isThere) timer = setTimeout(look, againEveryMs);
    }, drawnWithinMs);
    return () => {
      clearTimeout(timer);
    };
  }, [arrived, place, isOthers, isSettled]);
  return missing?.of === arrived ? missing.place : null;
}

/** Whether no part of the page has begun to read the address for a while. */
function useIsSettled(readings: unknown): boolean {
  const [settled, setSettled] = useState<unknown>(null);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSettled(readings);
    }, settlesWithinMs);
    return () => {
      clearTimeout(timer);
    };
  }, [readings]);
  return settled === readings;
}

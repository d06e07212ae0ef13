import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { success } from '../../nets/result';
import { dateAt, fieldsOf, positiveAt } from './fields';
import { keepResults } from './keptResults';
import { forgetFaults, readShelf, type Shelf } from './shelf';

type Entry = { readonly date: string; readonly rounds: number };

const shelf: Shelf<Entry> = {
  key: 'entries',
  parse: (json) => {
    const fields = fieldsOf(json, 'entry');
    return success({ date: dateAt(fields, 'date'), rounds: positiveAt(fields, 'rounds') });
  },
  settingsOf: ({ rounds }) => String(rounds),
};

const [monday, tuesday, wednesday] = [
  { date: '2026-01-05', rounds: 3 },
  { date: '2026-01-06', rounds: 10 },
  { date: '2026-01-07', rounds: 3 },
] as const;

let stored: Map<string, string>;
let isFull: boolean;

beforeEach(() => {
  stored = new Map();
  isFull = false;
  vi.stubGlobal('window', {
    localStorage: {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, text: string) => {
        if (isFull) throw new DOMException('full', 'QuotaExceededError');
        stored.set(key, text);
      },
      removeItem: (key: string) => stored.delete(key),
    },
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

test('results are there again on the next visit, the latest for each setting', () => {
  const kept = keepResults(shelf).getState();
  for (const entry of [monday, tuesday, wednesday]) kept.add(entry);
  expect(keepResults(shelf).getState().results).toEqual([tuesday, wednesday]);
});

test('results that are cleared are forgotten by the browser, and undo brings them back beside newer ones', () => {
  const kept = keepResults(shelf);
  kept.getState().add(monday);
  kept.getState().clear();
  expect(readShelf(shelf).results).toEqual([]);
  kept.getState().add(tuesday);
  kept.getState().undo();
  expect(kept.getState()).toMatchObject({ results: [monday, tuesday], cleared: [] });
  expect(readShelf(shelf).results).toEqual([monday, tuesday]);
});

test('a result of another tab stays when this one adds its own', () => {
  const [here, there] = [keepResults(shelf).getState(), keepResults(shelf).getState()];
  there.add(monday);
  here.add(tuesday);
  expect(readShelf(shelf).results).toEqual([monday, tuesday]);
});

test('where the browser is full, results last as long as the page, and that is said', () => {
  isFull = true;
  const kept = keepResults(shelf);
  kept.getState().add(monday);
  kept.getState().add(tuesday);
  expect(kept.getState()).toMatchObject({ results: [monday, tuesday], isStored: false });
});

test.each([
  ['no JSON', 'garbage', /JSON/],
  ['another form', '[1]', 'stored: not as it was stored (got [1], wanted an object)'],
  [
    'a bad entry',
    '{"results":[{"date":"2026-01-05","rounds":-3}]}',
    'entry.rounds: not as it was stored (got -3, wanted a number)',
  ],
  [
    'a bad date',
    '{"results":[{"date":"soon","rounds":3}]}',
    'entry.date: not as it was stored (got "soon", wanted a date)',
  ],
])('%s is named, and can be forgotten', (_, text, fault) => {
  stored.set('entries', text);
  expect(readShelf(shelf)).toEqual({
    results: [],
    faults: [typeof fault === 'string' ? fault : expect.stringMatching(fault)],
  });
  forgetFaults(shelf);
  expect(stored.size).toBe(0);
});

test('a bad entry keeps no good one from being read, nor is that forgotten with it', () => {
  stored.set('entries', JSON.stringify({ results: [{ ...monday, rounds: 'three' }, tuesday] }));
  expect(readShelf(shelf)).toMatchObject({ results: [tuesday], faults: [expect.stringContaining('entry.rounds')] });
  forgetFaults(shelf);
  expect(readShelf(shelf)).toEqual({ results: [tuesday], faults: [] });
});

import { openDB } from 'idb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { stubDatabases } from '../../run/fixtures/stubDatabases';
import { collectionName } from './collection';
import { measured } from './fixtures/measured';
import { closeTabs, file, stored, stubTabs, tab, timesOf } from './fixtures/tabs';
import { readResultText } from './readResultFile';
import { resultCode } from './resultCode';
import { resultsJson } from './resultFiles';

beforeEach(stubTabs);
afterEach(closeTabs);

test('several files chosen together are all taken, in their order, and a bad one among them is named', async () => {
  const collected = tab();
  await collected.importFiles([
    file('a.json', resultsJson([measured(1), measured(2)])),
    file('b.json', '{"network": 7}'),
    file('empty.json', ''),
    file('c.json', `\ufeff${resultsJson([measured(3), measured(1)])}`),
  ]);
  expect(timesOf(collected)).toEqual([1, 2, 3]);
  expect(collected.state.getState()).toMatchObject({
    progress: null,
    outcome: {
      added: 3,
      known: 1,
      faults: [
        { from: 'b.json', reason: 'invalid', words: { values: { name: 'network' } }, place: null },
        { from: 'empty.json', reason: 'noResult' },
      ],
    },
  });
});

test('of several results in a text, the wrong ones are named by their places', () => {
  const { results, faults } = readResultText(
    `[${resultsJson([measured(1)]).slice(1, -1)}, {"network": 7}, null]`,
    null,
  );
  expect(results).toHaveLength(1);
  expect(faults).toMatchObject([
    { reason: 'invalid', place: { number: 2, of: 3 } },
    { reason: 'invalid', place: { number: 3, of: 3 } },
  ]);
});

test('a damaged result in a text of many lines is named by its line and what was to be there', () => {
  const code = resultCode(measured(1));
  const lines = [
    '',
    'Ana:',
    code,
    resultsJson([measured(2)]),
    `see ${code.split('~').slice(0, 9).join('~')}`,
    '',
    '{"network": 7}',
    '{"figures": {',
  ];
  const { results, faults } = readResultText(lines.join('\n'), 'chat.txt');
  expect(results).toHaveLength(2);
  const json = lines.slice(0, 4).join('\n').split('\n').length;
  expect(faults.map((fault) => fault.reason === 'invalid' && fault.line)).toEqual([json + 1, json + 3, json + 4]);
  const said = JSON.stringify(faults);
  expect(said).toMatch(/the code is cut short.*"name":"network".*the JSON that begins here is broken or cut short/);
});

test('the only result of a text has no line', () => {
  expect(readResultText('{"network": 7}', null).faults).toMatchObject([{ line: null, place: null }]);
  expect(readResultText('{\n"network": 7\n}', null).faults).toMatchObject([{ line: null, place: null }]);
});

test('progress is told while many files are read', async () => {
  const collected = tab();
  const seen: number[] = [];
  collected.state.subscribe(({ progress }) => {
    if (progress !== null) seen.push(progress.done);
  });
  await collected.importFiles(
    Array.from({ length: 120 }, (_, index) => file('x.json', resultCode(measured(index + 1)))),
  );
  expect([...new Set(seen)]).toEqual([0, 50, 100]);
  expect(timesOf(collected)).toHaveLength(120);
});

test('two tabs that add at the same time lose nothing, and each sees what the other did', async () => {
  const [one, other] = [tab(), tab()];
  await Promise.all([
    one.importText(resultsJson([measured(1), measured(2)])),
    other.importText(resultsJson([measured(2), measured(3)])),
  ]);
  await vi.waitFor(() => {
    expect(timesOf(one).toSorted()).toEqual([1, 2, 3]);
    expect(timesOf(other).toSorted()).toEqual([1, 2, 3]);
  });
  await one.remove([resultCode(measured(2))]);
  await vi.waitFor(() => {
    expect(timesOf(other).toSorted()).toEqual([1, 3]);
  });
});

test('results outlive the page', async () => {
  const before = tab();
  await before.importText(resultsJson([measured(7.123456)]));
  before.close();
  const after = tab();
  await vi.waitFor(() => {
    expect(timesOf(after)).toEqual([7.123456]);
  });
});

test('removing one or all is undone step by step, in the old order', async () => {
  const collected = tab();
  await collected.importText(resultsJson([measured(1), measured(2), measured(3)]));
  await collected.remove([resultCode(measured(2))]);
  await collected.remove([resultCode(measured(1)), resultCode(measured(3))]);
  expect(timesOf(collected)).toEqual([]);
  await collected.undo();
  expect(timesOf(collected)).toEqual([1, 3]);
  await collected.undo();
  expect(timesOf(collected)).toEqual([1, 2, 3]);
  expect(collected.state.getState().removals).toEqual([]);
});

test('what earlier versions stored is moved, what is no result among it set aside, and nothing is lost', async () => {
  stored.set('featherweight.collected', `${resultCode(measured(1))}\ngarbage\n${resultCode(measured(2))}`);
  const collected = tab();
  await vi.waitFor(() => {
    expect(timesOf(collected)).toEqual([1, 2]);
  });
  expect(collected.state.getState().contents?.aside).toMatchObject([{ text: 'garbage' }]);
  expect(stored.size).toBe(0);
});

test('a store that cannot be opened leaves old results where they are, and shows them', async () => {
  stored.set('featherweight.collected', resultCode(measured(1)));
  vi.stubGlobal('indexedDB', {
    open: () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    },
  });
  const collected = tab();
  await collected.importText(resultCode(measured(2)));
  const { loose, fault, contents, outcome } = collected.state.getState();
  expect(loose).toEqual([measured(1), measured(2)]);
  expect(fault).toEqual({ reason: 'refused', detail: 'The operation is insecure.' });
  expect(contents).toEqual({ results: [], handedIn: [], aside: [] });
  expect(outcome).toMatchObject({ added: 1 });
  expect(stored.size).toBe(1);
  // When the browser allows it, they are stored after all.
  stubDatabases();
  await collected.retry();
  expect(timesOf(collected).toSorted()).toEqual([1, 2]);
  expect(collected.state.getState()).toMatchObject({ loose: [], fault: null });
});

test('whatever is stored in place of results is set aside with its text, and can be removed', async () => {
  const collected = tab();
  await collected.importText(resultCode(measured(1)));
  const database = await openDB(collectionName, 1);
  const cycle: { self?: unknown } = {};
  cycle.self = cycle;
  const future = resultCode(measured(9));
  const odd: readonly (readonly [IDBValidKey, unknown])[] = [
    ['a', 'text'],
    ['b', null],
    ['c', cycle],
    ['d', { order: 1, text: '{"network":' }],
    ['e', { order: NaN, text: '{}' }],
    ['f', 7n],
    ['g', { order: 1, text: JSON.stringify({ ...measured(6), adapter: '\ud800 lone' }) }],
    ['h', { order: 1, text: JSON.stringify(measured(1e-300)) }],
    [[1, 2], { order: 1, text: JSON.stringify(measured(5)) }],
    [
      future,
      { order: 2, text: JSON.stringify({ ...measured(9), figures: { ...measured(9).figures, frames: 1e300 } }) },
    ],
  ];
  for (const [key, value] of odd) await database.put('results', value, key);
  database.close();
  await collected.retry();
  expect(timesOf(collected)).toEqual([1]);
  const aside = collected.state.getState().contents?.aside ?? [];
  expect(aside).toHaveLength(odd.length);
  expect(aside.find(({ key }) => key === future)).toMatchObject({
    detail: { values: { name: 'frames', wanted: '0–1000000000' } },
  });
  expect(aside.find(({ key }) => key === 'a')).toMatchObject({ text: 'text' });
  await collected.remove(aside.map(({ key }) => key));
  expect(collected.state.getState().contents?.aside).toEqual([]);
  await collected.undo();
  expect(collected.state.getState().contents?.aside).toHaveLength(odd.length);
  expect(timesOf(collected)).toEqual([1]);
});

test('a store of a newer version is told as that, and started again only when asked', async () => {
  (await openDB(collectionName, 99)).close();
  const collected = tab();
  await collected.importText(resultCode(measured(1)));
  expect(collected.state.getState()).toMatchObject({ fault: { reason: 'newer' }, loose: [measured(1)] });
  await collected.startAgain();
  expect(collected.state.getState()).toMatchObject({ fault: null, loose: [] });
  expect(timesOf(collected)).toEqual([1]);
});

test('a database of the same name without the store is told as damaged', async () => {
  (await openDB(collectionName, 1)).close();
  const collected = tab();
  await vi.waitFor(() => {
    expect(collected.state.getState().fault).toMatchObject({ reason: 'damaged' });
  });
  await collected.startAgain();
  await collected.importText(resultCode(measured(1)));
  expect(timesOf(collected)).toEqual([1]);
});

test('a store that another tab is about to delete is told as held', async () => {
  const holder = await openDB(collectionName, 1, { upgrade: (database) => void database.createObjectStore('results') });
  indexedDB.deleteDatabase(collectionName);
  const collected = tab();
  await collected.importText(resultCode(measured(1)));
  expect(collected.state.getState()).toMatchObject({ fault: { reason: 'held' }, loose: [measured(1)] });
  holder.close();
  await collected.retry();
  expect(timesOf(collected)).toEqual([1]);
});

test('without room nothing is stored, that is said, and the page still shows the results', async () => {
  vi.stubGlobal('navigator', { storage: { estimate: () => Promise.resolve({ quota: 1000, usage: 990 }) } });
  const collected = tab();
  await collected.importText(resultsJson([measured(1), measured(2)]));
  expect(collected.state.getState()).toMatchObject({ fault: { reason: 'full' }, loose: [measured(1), measured(2)] });
  expect(timesOf(collected)).toEqual([]);
});

test('a tab lets another one delete the store, and opens a new one when it adds again', async () => {
  const collected = tab();
  await collected.importText(resultCode(measured(1)));
  const other = tab();
  await other.startAgain();
  await collected.importText(resultCode(measured(2)));
  expect(timesOf(collected)).toEqual([2]);
});

import { openDB } from 'idb';
import { beforeEach, expect, test, vi } from 'vitest';
import { stubDatabases } from '../../run/fixtures/stubDatabases';
import { answersTo, clearSheet, createSheets, say, type Sheets } from './sheets';

beforeEach(() => {
  stubDatabases();
  return () => {
    vi.unstubAllGlobals();
  };
});

/** What a tab shows that is opened now. */
async function nextTab(): Promise<Sheets> {
  const tab = createSheets();
  await tab.getState().open();
  return tab;
}

test('answers are there after a reload, each under its task', async () => {
  const tab = createSheets();
  await say(tab, 'one', 'counting/q1', 12.5);
  await say(tab, 'one', 'counting/q2', 'b');
  await say(tab, 'two', 'counting/q1', 7);
  const next = await nextTab();
  expect(answersTo('one', next.getState())).toEqual({ 'counting/q1': 12.5, 'counting/q2': 'b' });
  expect(answersTo('two', next.getState())).toEqual({ 'counting/q1': 7 });
});

test('two tabs keep each other’s answers, and of one question the later one', async () => {
  const [here, there] = [await nextTab(), await nextTab()];
  await Promise.all([say(here, 'one', 'q1', 'here'), say(there, 'one', 'q2', 'there')]);
  await say(there, 'one', 'q1', 'later');
  expect(answersTo('one', (await nextTab()).getState())).toEqual({ q1: 'later', q2: 'there' });
  await vi.waitFor(() => {
    expect(answersTo('one', here.getState())).toEqual({ q1: 'later', q2: 'there' });
  });
});

test('an answer that is taken back is gone, and another person finds none of this task alone', async () => {
  const tab = createSheets();
  await say(tab, 'one', 'q1', 'a');
  await say(tab, 'one', 'q2', 'b');
  await say(tab, 'two', 'q1', 'c');
  await say(tab, 'one', 'q1', undefined);
  expect(answersTo('one', (await nextTab()).getState())).toEqual({ q2: 'b' });
  await clearSheet(tab, 'one');
  const next = await nextTab();
  expect(answersTo('one', next.getState())).toEqual({});
  expect(answersTo('two', next.getState())).toEqual({ q1: 'c' });
});

test('all that is erased comes back with undo', async () => {
  const tab = createSheets();
  await say(tab, 'one', 'q1', 'a');
  await tab.getState().erase([...tab.getState().records.keys()]);
  expect((await nextTab()).getState().records.size).toBe(0);
  await tab.getState().undo();
  expect(answersTo('one', (await nextTab()).getState())).toEqual({ q1: 'a' });
});

test('what is no answer is left where it is, and a browser that keeps nothing says so', async () => {
  await nextTab();
  const database = await openDB('featherweight.sheets', 1);
  await database.put('sheets', { at: 'yesterday', task: 'one', question: 'q1', said: 1 }, 'one q1');
  await database.put('sheets', { at: '2026-01-05T10:00:00Z', task: 'one', question: 'q2', said: { a: 1 } }, 'one q2');
  await database.put('sheets', 'garbage', 'one q3');
  expect(answersTo('one', (await nextTab()).getState())).toEqual({});
  expect(await database.count('sheets')).toBe(3);
  database.close();
  vi.stubGlobal('indexedDB', {
    open: () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    },
  });
  const blocked = createSheets();
  await say(blocked, 'one', 'q1', 'a');
  expect(answersTo('one', blocked.getState())).toEqual({ q1: 'a' });
  expect(blocked.getState().fault).toMatchObject({ reason: 'refused' });
});

import { openDB } from 'idb';
import { beforeEach, expect, test, vi } from 'vitest';
import { stubDatabases } from '../../run/fixtures/stubDatabases';
import { taskCode, type Task } from '../task';
import { createMadeTasks, keepGivenTasks, keepTask, keptUnder, listedTasks, type MadeTasks } from './madeTasks';

beforeEach(() => {
  stubDatabases();
  return () => {
    vi.unstubAllGlobals();
  };
});

function titled(title: string): Task {
  return { kind: 'quiz', title, text: '', asks: 'name', minutes: null, chapter: '/counting', seed: 1 };
}

/** What a tab lists that is opened now. */
async function listedNow(): Promise<readonly string[]> {
  const tab = createMadeTasks();
  await tab.getState().open();
  return titlesOf(tab);
}

function titlesOf(tab: MadeTasks): readonly string[] {
  return listedTasks(tab.getState())
    .map(({ task }) => task.title)
    .toSorted();
}

test('a task in the making is one entry, however often it is changed, and is found after the tab is closed', async () => {
  const tab = createMadeTasks();
  await tab.getState().open();
  let id: string | null = null;
  for (const title of ['L', 'Li', 'Light']) id = keepTask(tab, titled(title), id, false);
  await vi.waitFor(async () => {
    expect(await listedNow()).toEqual(['Light']);
  });
  expect(keptUnder(tab.getState(), taskCode(titled('Light')))).toBe(id);
  expect(keptUnder(tab.getState(), taskCode(titled('L')))).toBeNull();
});

test('once its link is taken a task stays as it is, and a change begins another one', async () => {
  const tab = createMadeTasks();
  await tab.getState().open();
  const draft = keepTask(tab, titled('Light'), null, false);
  const given = keepTask(tab, titled('Light'), draft, true);
  expect(given).toBe(draft);
  expect(keepTask(tab, titled('Light'), given, false)).toBe(given);
  const next = keepTask(tab, titled('Lighter'), given, false);
  expect(next).not.toBe(given);
  expect(keepTask(tab, titled('Lightest'), next, false)).toBe(next);
  expect(titlesOf(tab)).toEqual(['Light', 'Lightest']);
});

test('tasks of links are kept once, beside those that were made here', async () => {
  const tab = createMadeTasks();
  await tab.getState().open();
  keepTask(tab, titled('Mine'), null, true);
  await keepGivenTasks(tab, [titled('Mine'), titled('Hers'), titled('Hers')]);
  await keepGivenTasks(tab, [titled('Hers')]);
  expect(titlesOf(tab)).toEqual(['Hers', 'Mine']);
  await vi.waitFor(async () => {
    expect(await listedNow()).toEqual(['Hers', 'Mine']);
  });
});

test('a removed task comes back with undo, and what cannot be read stays in the store unlisted', async () => {
  const tab = createMadeTasks();
  await tab.getState().open();
  const id = keepTask(tab, titled('Light'), null, true);
  await tab.getState().erase([id]);
  expect(await listedNow()).toEqual([]);
  await tab.getState().undo();
  expect(await listedNow()).toEqual(['Light']);
  const database = await openDB('featherweight.tasks', 1);
  await database.put('tasks', { id: 'x', at: '2026-01-05T10:00:00Z', code: '2~newer', isGiven: true }, 'x');
  await database.put('tasks', null, 'y');
  expect(await listedNow()).toEqual(['Light']);
  expect(await database.count('tasks')).toBe(3);
  database.close();
});

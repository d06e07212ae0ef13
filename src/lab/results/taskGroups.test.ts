import { expect, test } from 'vitest';
import type { InventoryOutcome, TaskResult } from '../../classroom/taskResult';
import { itemGains, peopleOf, saidCounts, taskGroups } from './taskGroups';

function handed(taskId: string, nickname: string, atSeconds = 0): TaskResult {
  const outcome = { kind: 'page', address: '/counting', isSolved: true, values: [], guesses: {} } as const;
  return { taskId, title: taskId === 'a' ? 'Light' : '', nickname, atSeconds, tookSeconds: 9, minutes: null, outcome };
}

function inventory(when: 'before' | 'after', answers: Readonly<Record<string, string>>): InventoryOutcome {
  return { kind: 'inventory', when, items: [3, 6], answers };
}

test('results are grouped by their task, by nickname as people count', () => {
  const groups = taskGroups([handed('a', '10'), handed('b', 'Ada'), handed('a', '9'), handed('a', '9', -5)]);
  expect(groups.map(({ taskId, title }) => [taskId, title])).toEqual([
    ['a', 'Light'],
    ['b', ''],
  ]);
  expect(groups[0]?.results.map(({ nickname, atSeconds }) => [nickname, atSeconds])).toEqual([
    ['9', -5],
    ['9', 0],
    ['10', 0],
  ]);
});

test('who hands in again is one person, and each result without a name is one', () => {
  expect(
    peopleOf([handed('a', 'Ada'), handed('a', 'Ada', 60), handed('a', '9'), handed('a', ''), handed('a', '')]),
  ).toBe(4);
});

test('the most frequent answer comes first', () => {
  expect(saidCounts([128, 'A', 128, [1, 2]])).toEqual([
    { said: '128', count: 2 },
    { said: 'A', count: 1 },
    { said: '1 2', count: 1 },
  ]);
});

test('the gain of an item is what was gained of what could be, and the commonest wrong option is named', () => {
  // Item 3: D is right; item 6: C.
  const gains = itemGains([
    inventory('before', { 3: 'A', 6: 'A' }),
    inventory('before', { 3: 'A', 6: 'C' }),
    inventory('before', { 3: 'D' }),
    inventory('before', { 3: 'A', 6: 'C' }),
    inventory('after', { 3: 'D', 6: 'C' }),
    inventory('after', { 3: 'B', 6: 'C' }),
  ]);
  expect(gains).toEqual([
    { number: 3, before: 0.25, after: 0.5, gain: 1 / 3, commonest: { said: 'B', count: 1 } },
    { number: 6, before: 0.5, after: 1, gain: 1, commonest: undefined },
  ]);
});

test('without a second time there is no gain, nor where all knew it before', () => {
  expect(itemGains([inventory('before', { 3: 'A', 6: 'C' })])).toMatchObject([
    { number: 3, before: 0, after: undefined, gain: undefined, commonest: { said: 'A', count: 1 } },
    { number: 6, before: 1, gain: undefined },
  ]);
  expect(itemGains([inventory('before', { 3: 'D' }), inventory('after', { 3: 'D' })])[0]?.gain).toBeUndefined();
});

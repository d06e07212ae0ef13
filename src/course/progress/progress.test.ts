import { beforeEach, expect, test, vi } from 'vitest';
import { failure, success } from '../../nets/result';
import { stubDatabases } from '../../run/fixtures/stubDatabases';
import type { Answer } from './answer';
import { openAnswers, type AnswerDatabase } from './answerDatabase';
import { createProgress } from './progress';

beforeEach(() => {
  stubDatabases();
  return () => {
    vi.unstubAllGlobals();
  };
});

function said(id: string, value: string, second = 0): Answer {
  return { id, at: `2026-01-05T10:00:${String(second).padStart(2, '0')}.000Z`, given: { kind: 'choice', value } };
}

test('answers are there on the next visit', async () => {
  const first = createProgress();
  await first.getState().answer(said('counting/p1', 'four'));
  const next = createProgress();
  await next.getState().open();
  expect(next.getState().answers.get('counting/p1')).toEqual(said('counting/p1', 'four'));
  expect(next.getState()).toMatchObject({ isRead: true, fault: null });
});

test('two tabs lose nothing of each other, and of one question the later answer stays', async () => {
  const [here, there] = [createProgress(), createProgress()];
  await Promise.all([here.getState().open(), there.getState().open()]);
  await Promise.all([
    here.getState().answer(said('counting/p1', 'here', 1)),
    there.getState().answer(said('counting/p2', 'there', 1)),
    there.getState().answer(said('counting/p3', 'later', 9)),
  ]);
  await here.getState().answer(said('counting/p3', 'earlier', 3));
  const next = createProgress();
  await next.getState().open();
  const answers = [...next.getState().answers.values()].map(({ id, given }) => [id, given]);
  expect(new Map(answers.map(([id, given]) => [id, given]))).toEqual(
    new Map([
      ['counting/p1', { kind: 'choice', value: 'here' }],
      ['counting/p2', { kind: 'choice', value: 'there' }],
      ['counting/p3', { kind: 'choice', value: 'later' }],
    ]),
  );
});

test('another tab follows without being loaded again', async () => {
  const [here, there] = [createProgress(), createProgress()];
  await Promise.all([here.getState().open(), there.getState().open()]);
  await here.getState().answer(said('counting/p1', 'four'));
  await vi.waitFor(() => {
    expect(there.getState().answers.has('counting/p1')).toBe(true);
  });
});

test('a store without room loses nothing of the page, says so, and takes all once there is room', async () => {
  let isFull = true;
  const opened = await openAnswers();
  if (!opened.ok) throw new Error('no database');
  const database: AnswerDatabase = {
    ...opened.value,
    put: (answers) => (isFull ? Promise.resolve(failure({ reason: 'full' })) : opened.value.put(answers)),
  };
  const progress = createProgress(() => Promise.resolve(success(database)));
  await progress.getState().answer(said('counting/p1', 'four'));
  expect(progress.getState().fault).toEqual({ reason: 'full' });
  expect(progress.getState().answers.has('counting/p1')).toBe(true);
  isFull = false;
  await progress.getState().answer(said('counting/p2', 'one'));
  expect(progress.getState().fault).toBeNull();
  const next = createProgress();
  await next.getState().open();
  expect([...next.getState().answers.keys()].toSorted()).toEqual(['counting/p1', 'counting/p2']);
});

test('a browser that stores nothing keeps answers as long as the page', async () => {
  const progress = createProgress(() => Promise.resolve(failure({ reason: 'refused', detail: 'blocked' })));
  await progress.getState().answer(said('counting/p1', 'four'));
  expect(progress.getState()).toMatchObject({ isRead: true, fault: { reason: 'refused' } });
  expect(progress.getState().answers.size).toBe(1);
});

test('what is erased is gone from the browser, and undo brings it back beside newer answers', async () => {
  const progress = createProgress();
  await progress.getState().answer(said('counting/p1', 'four', 1));
  await progress.getState().answer(said('counting/p2', 'one', 1));
  await progress.getState().erase();
  const empty = createProgress();
  await empty.getState().open();
  expect(empty.getState().answers.size).toBe(0);
  await progress.getState().answer(said('counting/p1', 'newer', 5));
  await progress.getState().undo();
  const next = createProgress();
  await next.getState().open();
  expect(next.getState().answers.get('counting/p1')?.given).toEqual({ kind: 'choice', value: 'newer' });
  expect(next.getState().answers.has('counting/p2')).toBe(true);
});

test('an answer that is forgotten can be given again', async () => {
  const progress = createProgress();
  await progress.getState().answer(said('counting/p1', 'four', 9));
  await progress.getState().forget('counting/p1');
  expect(progress.getState().answers.size).toBe(0);
  await progress.getState().answer(said('counting/p1', 'two', 1));
  const next = createProgress();
  await next.getState().open();
  expect(next.getState().answers.get('counting/p1')?.given).toEqual({ kind: 'choice', value: 'two' });
});

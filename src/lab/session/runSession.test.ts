import { afterEach, beforeEach, expect, test } from 'vitest';
import { camera, closeSessions, eventually, runnable, running, stubBrowser } from './fixtures/runningSession';

beforeEach(stubBrowser);
afterEach(closeSessions);

test.each([
  { sides: [64], startsOver: true },
  { sides: [64, 96], startsOver: false },
])('a paused camera is held, and $sides see its picture once more', async ({ sides, startsOver }) => {
  const { session, engine, choose, opening, sees } = running(sides);
  choose({ source: camera('webcam') });
  await eventually(() => expect(session.status.getState().source?.name).toBe('webcam'));
  for (const side of sides) await sees(side, engine().seen(side) + 3);
  choose({ isPaused: true });
  expect(opening.at(-1)?.source.isHeld()).toBe(true);
  expect(session.frames.summaries().size).toBe(startsOver ? 0 : sides.length);
  await eventually(() => expect(session.frames.summaries().size).toBe(sides.length));
  // What was under way is through by now.
  await new Promise((resolve) => setTimeout(resolve, 40));
  const paused = engine().seen(64);
  await new Promise((resolve) => setTimeout(resolve, 40));
  expect(engine().seen(64)).toBe(paused);
  choose({ isPaused: false });
  expect(opening.at(-1)?.source.isHeld()).toBe(false);
  await sees(64, paused + 3);
});

test('a photo is classified once, or over and over, as chosen', async () => {
  const { engine, choose, sees } = running([64], {}, 'opens', { repeats: 'nothing' });
  await sees(64, 1);
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(engine().seen(64)).toBe(1);
  choose({ repeats: 'stills' });
  await sees(64, 5);
});

test('guesses are averaged in every lane, also in one that joins later', async () => {
  const { session, choose, sees } = running([64, 96], {}, 'opens', { smoothsGuesses: true });
  await sees(96, 2);
  choose({ networks: [64, 96, 128].map(runnable) });
  await sees(128, 2);
  // The average takes its labels from the report, an unsmoothed frame brings its own.
  await eventually(() => {
    const labels = [...session.frames.summaries().values()].map(({ top: [best] }) => best?.label);
    expect(labels).toEqual(['cat', 'cat', 'cat']);
  });
  expect(session.status.getState().memory).toEqual({ tensors: 3, bytes: 120 });
});

test('a closed session holds nothing, and runs again when it is chosen again', async () => {
  const { session, engine, engines, choose, opening, sees } = running([64, 96]);
  await sees(96, 1);
  session.close();
  session.retryEngine();
  expect(session.status.getState()).toMatchObject({ device: null, lanes: [], source: null, memory: null });
  expect([engines.length, engine().isDisposed(), opening[0]?.source.isStopped()]).toEqual([1, true, true]);
  expect([session.engine(), session.frames.summaries().size]).toEqual([null, 0]);
  choose({});
  await sees(96, 2);
  expect([engines.length, opening.length]).toEqual([2, 2]);
});

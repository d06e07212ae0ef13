import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { runnableName } from '../networks/runnable';
import {
  closeSessions,
  eventually,
  faultsOf,
  framesOf,
  namesOf,
  runnable,
  running,
  stubBrowser,
} from './fixtures/runningSession';

const outOfMemory = { code: 'outOfMemory', detail: 'no memory left' } as const;

beforeEach(stubBrowser);
afterEach(closeSessions);

test('in a race, a network that runs out of memory leaves, and the others go on in the same engine', async () => {
  const { session, engine, engines, choose, sees } = running([64, 224, 128]);
  await sees(224, 3);
  engine().faults.classify = (resolution) => (resolution >= 200 ? outOfMemory : null);
  await eventually(() => expect(faultsOf(session)).toEqual([null, outOfMemory, null]));
  await sees(64, engine().seen(64) + 3);
  await sees(128, engine().seen(128) + 3);
  expect(namesOf(session)).toEqual([64, 224, 128].map((resolution) => runnableName(runnable(resolution))));
  expect([...session.frames.summaries().keys()]).toEqual([64, 128].map((side) => runnableName(runnable(side))));
  expect(session.status.getState().engineFault).toBeNull();
  expect([engines.length, engine().unloaded]).toEqual([1, [224]]);

  choose({ networks: [runnable(64), runnable(112), runnable(128)] });
  await sees(112, 3);
  expect(faultsOf(session)).toEqual([null, null, null]);
  expect(engine().loaded).toEqual([64, 224, 128, 112]);
});

test('when a network leaves a race, what was measured against it is forgotten by all', async () => {
  const { session, choose, sees } = running([64, 224]);
  await sees(64, 3);
  const name = runnableName(runnable(64));
  const framesOf64 = () => session.frames.summaries().get(name)?.latency.frames ?? 0;
  await eventually(() => expect(framesOf64()).toBeGreaterThan(0));
  let isForgotten = false;
  session.frames.subscribe(() => (isForgotten ||= framesOf64() === 0));
  choose({ networks: [runnable(64), runnable(128)] });
  expect(isForgotten).toBe(true);
  await sees(128, 2);
});

test('in a live run, the network that runs out of memory is freed, and a smaller one runs in the same engine', async () => {
  const { session, engine, engines, choose, sees } = running([224]);
  await sees(224, 3);
  engine().faults.classify = (resolution) => (resolution >= 200 ? outOfMemory : null);
  await eventually(() => expect(faultsOf(session)).toEqual([outOfMemory]));
  expect(session.status.getState()).toMatchObject({ engineFault: null, lanes: [{ report: null }] });
  expect(session.frames.summaries().size).toBe(0);
  choose({ networks: [runnable(112)] });
  await sees(112, 3);
  expect([engines.length, engine().unloaded, faultsOf(session)]).toEqual([1, [224], [null]]);
});

test('a network that does not load has its fault, the others run, and only it is loaded again', async () => {
  const { session, engine, sees } = running([64, 96, 128], { load: (side) => (side === 96 ? outOfMemory : null) });
  await sees(128, 2);
  expect(faultsOf(session)).toEqual([null, outOfMemory, null]);
  engine().faults.load = () => null;
  session.retryLanes();
  await sees(96, 2);
  expect(faultsOf(session)).toEqual([null, null, null]);
  expect(engine().loaded).toEqual([64, 96, 128, 96]);
});

test('the first network loads at once, although the session began without one a moment ago', async () => {
  vi.useFakeTimers();
  const { engine, choose } = running([]);
  await vi.advanceTimersByTimeAsync(100);
  choose({ networks: [runnable(64)] });
  await vi.advanceTimersByTimeAsync(0);
  expect(engine().loaded).toEqual([64]);
  vi.useRealTimers();
});

test('while a slider is dragged, only the network it ends at is loaded', async () => {
  vi.useFakeTimers();
  const { engine, choose } = running([64]);
  for (const side of [65, 66, 67]) {
    await vi.advanceTimersByTimeAsync(100);
    choose({ networks: [runnable(side)] });
  }
  await vi.advanceTimersByTimeAsync(300);
  expect(engine().loaded).toEqual([64]);
  await vi.advanceTimersByTimeAsync(200);
  expect(engine().loaded).toEqual([64, 67]);
  expect(engine().unloaded).toEqual([64]);
  vi.useRealTimers();
});

test('what joins a race is loaded at once, one after another, and the first ready begins', async () => {
  const { session, engine, choose, sees } = running([64, 96]);
  await sees(96, 1);
  const release = engine().holdLoading();
  choose({ networks: [64, 96, 112, 128].map(runnable) });
  expect(engine().loaded).toEqual([64, 96, 112]);
  expect(session.status.getState().lanes.map(({ progress }) => progress?.stage)).toEqual([
    ...[undefined, undefined],
    ...['compile', undefined],
  ]);
  await sees(64, engine().seen(64) + 3);
  release();
  await sees(128, 1);
  expect(engine().loaded).toEqual([64, 96, 112, 128]);
});

test('networks that stay chosen are left running', async () => {
  const { session, engine, choose, sees } = running([64, 96]);
  await sees(96, 2);
  const [kept] = framesOf(session);
  choose({ networks: [runnable(64), runnable(128)] });
  await sees(128, 1);
  expect(framesOf(session)[0]).toBe(kept);
  expect([engine().loaded, engine().unloaded]).toEqual([[64, 96, 128], [96]]);
  expect(namesOf(session)).toHaveLength(2);
});

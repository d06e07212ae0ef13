import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  closeSessions,
  eventually,
  faultsOf,
  framesOf,
  runnable,
  running,
  stubBrowser,
} from './fixtures/runningSession';

const outOfMemory = { code: 'outOfMemory', detail: 'no memory left' } as const;
const deviceLost = { code: 'deviceLost', detail: 'unplugged', recovering: true } as const;
const noWebgpu = { code: 'noWebgpu' } as const;
const device = { backend: 'webgpu', adapter: 'another', softwareAdapter: false, whyNotWebgpu: null } as const;

beforeEach(stubBrowser);
afterEach(closeSessions);

test.each([[[64]], [[64, 96, 128]]])('%j go on after the device was lost, with reports of their own', async (sides) => {
  const { session, engine, engines, sees } = running(sides);
  for (const side of sides) await sees(side, 2);
  engine().faults.classify = () => deviceLost;
  engine().tell({ kind: 'deviceLost', detail: 'unplugged', losses: 1 });
  expect(session.status.getState().isRecovering).toBe(true);
  const framesBefore = framesOf(session);
  await new Promise((resolve) => setTimeout(resolve, 10));
  const seenBefore = sides.map(engine().seen);
  await new Promise((resolve) => setTimeout(resolve, 10));
  expect(sides.map(engine().seen)).toEqual(seenBefore);
  engine().faults.classify = () => null;
  engine().tell({ kind: 'recovered', device, reports: engine().reports(700) });
  expect(session.status.getState()).toMatchObject({ isRecovering: false, engineFault: null, device });
  expect(session.status.getState().lanes.map(({ report }) => report?.compileMs)).toEqual(sides.map(() => 700));
  for (const side of sides) await sees(side, engine().seen(side) + 3);
  expect(framesOf(session)).toEqual(framesBefore);
  expect([engines.length, engine().loaded]).toEqual([1, sides]);
});

test.each([[[64]], [[64, 96]]])('%j run in another engine after the device was given up', async (sides) => {
  const { session, engine, engines, sees } = running(sides);
  for (const side of sides) await sees(side, 1);
  const [first] = engines;
  engine().tell({ kind: 'deviceLost', detail: 'unplugged', losses: 1 });
  engine().tell({ kind: 'failed', error: noWebgpu });
  expect(session.status.getState()).toMatchObject({ isRecovering: false, engineFault: noWebgpu });
  session.retryEngine();
  expect(session.status.getState()).toMatchObject({ engineFault: null, device: null });
  for (const side of sides) await sees(side, 3);
  expect([first?.isDisposed(), engine().isDisposed(), engine().loaded]).toEqual([true, false, sides]);
  first?.tell({ kind: 'failed', error: outOfMemory });
  expect(session.status.getState().engineFault).toBeNull();
});

test('a missing device is still reported when other networks are chosen', async () => {
  const { session, choose } = running([64, 96], { device: noWebgpu });
  await eventually(() => expect(faultsOf(session)).toEqual([noWebgpu, noWebgpu]));
  choose({ networks: [runnable(64), runnable(128)] });
  await eventually(() => expect(session.status.getState().engineFault).toEqual(noWebgpu));
});

const gone = { code: 'workerGone', how: 'closed' } as const;

test('an engine whose worker is gone says so, and is started again with all that was chosen', async () => {
  const { session, engine, engines, opening, sees } = running([64, 96]);
  await sees(96, 1);
  engine().tell({ kind: 'failed', error: gone });
  expect(session.status.getState().engineFault).toEqual(gone);
  session.retryEngine();
  for (const side of [64, 96]) await sees(side, 1);
  expect(session.status.getState().engineFault).toBeNull();
  expect([engines.length, engine().loaded, opening.length]).toEqual([2, [64, 96], 1]);
});

test.each(['other networks are chosen', 'a network is to be loaded again'])(
  'an engine whose worker is gone is replaced when %s',
  async (when) => {
    const { session, engine, engines, choose, sees } = running([64]);
    await sees(64, 1);
    engine().tell({ kind: 'failed', error: gone });
    if (when === 'other networks are chosen') choose({ networks: [runnable(96)] });
    else session.retryLanes();
    await sees(when === 'other networks are chosen' ? 96 : 64, 1);
    expect(engines.map((each) => each.isDisposed())).toEqual([true, false]);
    expect(session.status.getState().engineFault).toBeNull();
  },
);

test('the losses of a device are counted in the status until another engine starts', () => {
  const { session, engine } = running([64]);
  engine().tell({ kind: 'deviceLost', detail: 'unplugged', losses: 4 });
  engine().tell({ kind: 'recovered', device: { ...device, backend: 'wasm', whyNotWebgpu: 'lost' }, reports: [] });
  expect(session.status.getState()).toMatchObject({ losses: 4, device: { whyNotWebgpu: 'lost' } });
  session.retryEngine();
  expect(session.status.getState()).toMatchObject({ losses: 0, device: null });
});

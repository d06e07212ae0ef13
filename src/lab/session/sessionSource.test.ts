import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { defaultTuning } from '../../run/device/executor';
import { stubEngine } from './fixtures/stubEngine';
import { createRunSession } from './runSession';
import { camera, closeSessions, eventually, runnable, running, stubBrowser } from './fixtures/runningSession';

beforeEach(stubBrowser);
afterEach(closeSessions);

test('another source while the networks load is what they see, and one that was overtaken is closed', async () => {
  const { session, engine, choose, opening, sees } = running([64, 96], {}, 'waits');
  const release = engine().holdLoading();
  choose({ source: camera('first') });
  choose({ source: camera('second') });
  const [photo, first, second] = opening;
  expect([photo?.signal.aborted, first?.signal.aborted, second?.signal.aborted]).toEqual([true, true, false]);
  second?.opens();
  await eventually(() => expect(session.status.getState().source?.name).toBe('second'));
  first?.opens();
  await eventually(() => expect(first?.source.isStopped()).toBe(true));
  release();
  await sees(96, 2);
  expect(session.status.getState()).toMatchObject({ isOpening: false, source: { name: 'second' } });
});

test('a source that does not open leaves the last one running, until it is tried again', async () => {
  const { session, engine, choose, opening, sees } = running([64], {}, 'waits');
  opening[0]?.opens();
  await sees(64, 1);
  choose({ source: camera('refused') });
  opening[1]?.fails({ code: 'cameraDenied' });
  await eventually(() => expect(session.status.getState().sourceFault).toEqual({ code: 'cameraDenied' }));
  expect(session.status.getState().shown).toEqual({ kind: 'sample', url: 'photo' });
  await sees(64, engine().seen(64) + 2);
  expect([session.status.getState().source, opening[0]?.source.isStopped()]).toMatchObject([{ name: 'photo' }, false]);
  session.retrySource();
  opening[2]?.opens();
  await eventually(() => expect(session.status.getState().source?.name).toBe('refused'));
  expect([session.status.getState().sourceFault, opening[0]?.source.isStopped()]).toEqual([null, true]);
  expect(session.status.getState().shown).toEqual(camera('refused'));
});

test('going back to what shows keeps it open, and what did not open is still told and can be tried again', async () => {
  const { session, choose, opening, sees } = running([64], {}, 'waits');
  opening[0]?.opens();
  await sees(64, 1);
  const { shown } = session.status.getState();
  choose({ source: camera('refused') });
  opening[1]?.fails({ code: 'cameraDenied' });
  await eventually(() => expect(session.status.getState().failed).toEqual(camera('refused')));
  if (shown !== null) choose({ source: shown });
  expect(session.status.getState()).toMatchObject({ isOpening: false, sourceFault: { code: 'cameraDenied' } });
  expect(opening).toHaveLength(2);
  session.retrySource();
  opening[2]?.opens();
  await eventually(() => expect(session.status.getState().source?.name).toBe('refused'));
  expect(session.status.getState()).toMatchObject({ sourceFault: null, failed: null });
});

test('a camera that went away has ended until another source is open, and trying again opens it', async () => {
  const { session, choose, opening, sees } = running([64]);
  choose({ source: camera('webcam') });
  await sees(64, 1);
  await eventually(() => expect(session.status.getState().source?.name).toBe('webcam'));
  opening.at(-1)?.source.breaks({ code: 'cameraLost' });
  await eventually(() => expect(session.status.getState().hasEnded).toBe(true));
  session.retrySource();
  await eventually(() => expect(session.status.getState()).toMatchObject({ hasEnded: false, sourceFault: null }));
  expect(session.status.getState().source?.name).toBe('webcam');
});

test.each([
  { code: 'cameraLost' },
  { code: 'videoBroke', name: 'film.mp4' },
  { code: 'notAnImage', name: 'photo.png', why: { reason: 'damaged' } },
] as const)('$code is the fault of the source, and the networks stay loaded', async (fault) => {
  const { session, choose, opening, sees } = running([64, 96]);
  choose({ source: camera('webcam') });
  await sees(96, 1);
  await eventually(() => expect(session.status.getState().source?.name).toBe('webcam'));
  opening.at(-1)?.source.breaks(fault);
  await eventually(() => expect(session.status.getState().sourceFault).toEqual(fault));
  expect(session.status.getState()).toMatchObject({ engineFault: null, lanes: [{ fault: null }, { fault: null }] });
  expect(session.status.getState().lanes.every(({ report }) => report !== null)).toBe(true);
});

test('a sample photo is fetched and shown to the networks', async () => {
  const addresses: string[] = [];
  vi.stubGlobal('fetch', (url: string) => {
    addresses.push(url);
    return Promise.resolve(new Response('a picture'));
  });
  const engine = stubEngine();
  const session = createRunSession({ engine: () => engine });
  session.choose({
    ...{ backend: 'webgpu', tuning: defaultTuning, networks: [runnable(64)], repeats: 'photos' },
    ...{ isPaused: false, smoothsGuesses: false, source: { kind: 'sample', url: 'https://example.org/coffee.png' } },
  });
  await eventually(() => expect(engine.seen(64)).toBeGreaterThan(2));
  expect(addresses).toEqual(['https://example.org/coffee.png']);
  expect(session.status.getState().source).toMatchObject({ kind: 'photo', widthPixels: 2 });
  session.close();
});

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { failure, success, type Result } from '../../nets/result';
import { runLive, type LiveFrame, type LiveRun } from './runLanes';
import type { Classification } from '../engine/engineCalls';
import type { RunError } from '../errors/runError';
import { untilCalled } from '../frames/untilCalled';

type Classify = (turn: number) => Promise<Result<Classification, RunError>>;

const espresso: Classification = {
  network: 1,
  top: [{ index: 19, label: 'espresso', probability: 0.9 }],
  likely: [{ index: 19, probability: 0.9 }],
  logits: null,
  timings: { preprocessMs: 1, inferenceMs: 2, readbackMs: 3 },
};

const labelled = success(espresso);

/** The part of the page's document that the loop looks at: whether the tab is hidden. */
let tab: EventTarget & { hidden: boolean };

beforeEach(() => {
  tab = Object.assign(new EventTarget(), { hidden: false });
  vi.stubGlobal('document', tab);
});

afterEach(() => {
  vi.unstubAllGlobals();
});

test('a photo is classified once, and the run ends', async () => {
  const { frames, ended } = live(filmOf([1, null]), () => Promise.resolve(labelled));
  expect(await ended).toEqual(success(undefined));
  expect(frames).toHaveLength(1);
  const { captureMs, endToEndMs, ...inside } = frames[0]?.timings ?? {};
  expect(inside).toEqual({ preprocessMs: 1, inferenceMs: 2, readbackMs: 3 });
  expect(captureMs).toBeLessThanOrEqual(endToEndMs ?? NaN);
});

test('a slow network sees the newest frame only, one at a time, and the others count as dropped', async () => {
  let underWay = 0;
  let most = 0;
  const { frames, ended } = live(filmOf([1, 8, 9, null]), async () => {
    underWay += 1;
    most = Math.max(most, underWay);
    await Promise.resolve();
    underWay -= 1;
    return labelled;
  });
  await ended;
  expect(most).toBe(1);
  expect(frames.map(({ droppedFrames }) => droppedFrames)).toEqual([0, 6, 6]);
});

test('a fast device gets the next frame while it computes the last, never a third, and shows them in order', async () => {
  let underWay = 0;
  let most = 0;
  const classify: Classify = async (turn) => {
    underWay += 1;
    most = Math.max(most, underWay);
    await new Promise((resolve) => setTimeout(resolve, turn % 2 === 0 ? 1 : 6));
    underWay -= 1;
    return labelled;
  };
  const { frames, ended } = live(filmOf([1, 2, 4, 5, 6, null]), classify, new AbortController(), true);
  expect(await ended).toEqual(success(undefined));
  expect(most).toBe(2);
  expect(frames.map(({ droppedFrames }) => droppedFrames)).toEqual([0, 0, 1, 1, 1]);
});

test('a slow device gets one frame at a time, so that no picture is old before its turn comes', async () => {
  const slow = { preprocessMs: 1, inferenceMs: 60, readbackMs: 1 };
  let underWay = 0;
  let most = 0;
  const classify: Classify = async () => {
    underWay += 1;
    most = Math.max(most, underWay);
    await new Promise((resolve) => setTimeout(resolve, 2));
    underWay -= 1;
    return success({ ...espresso, timings: slow });
  };
  await live(filmOf([1, 2, 3, null]), classify, new AbortController(), true).ended;
  expect(most).toBe(1);
});

test('an error ends the run at once, though no further picture comes', async () => {
  const error: RunError = { code: 'outOfMemory', detail: 'too large' };
  const film = filmOf([1, 2]);
  let pictures = 0;
  const source: LiveRun['source'] = {
    ...film,
    nextFrame: async (signal) => {
      pictures += 1;
      if (pictures <= 2) return success(pictures);
      await untilCalled(signal, () => () => undefined);
      return failure({ code: 'aborted' });
    },
  };
  const classify: Classify = async (turn) => {
    await new Promise((resolve) => setTimeout(resolve, 2));
    return turn === 1 ? labelled : failure(error);
  };
  expect(await live(source, classify, new AbortController(), true).ended).toEqual(failure(error));
});

test('a frame that is lost with the device is taken again', async () => {
  const lost: RunError = { code: 'deviceLost', detail: 'unplugged', recovering: true };
  const { frames, ended } = live(filmOf([1, null]), (turn) => Promise.resolve(turn === 1 ? failure(lost) : labelled));
  expect(await ended).toEqual(success(undefined));
  expect(frames).toHaveLength(1);
});

test('an error that will not pass ends the run and is told', async () => {
  const error: RunError = { code: 'outOfMemory', detail: 'too large' };
  const { frames, ended } = live(filmOf([1, 2, null]), () => Promise.resolve(failure(error)));
  expect(await ended).toEqual(failure(error));
  expect(frames).toHaveLength(0);
});

test('a source that breaks ends the run and is told', async () => {
  const source = { ...filmOf([]), nextFrame: () => Promise.resolve(failure<RunError>({ code: 'cameraLost' })) };
  expect(await live(source, () => Promise.resolve(labelled)).ended).toEqual(failure({ code: 'cameraLost' }));
});

test('after the signal no frame is shown, not even one that was under way', async () => {
  const controller = new AbortController();
  const classify: Classify = () => {
    controller.abort();
    return Promise.resolve(labelled);
  };
  const { frames, ended } = live(filmOf([1, 2, null]), classify, controller);
  expect(await ended).toEqual(success(undefined));
  expect(frames).toHaveLength(0);
});

test('nothing runs while the tab is hidden, and what it missed was not dropped', async () => {
  const turns: number[] = [];
  const { frames, ended } = live(filmOf([1, 500, null]), (turn) => {
    turns.push(turn);
    tab.hidden = turn === 1;
    return Promise.resolve(labelled);
  });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(turns).toEqual([1]);
  tab.hidden = false;
  tab.dispatchEvent(new Event('visibilitychange'));
  await ended;
  expect(turns).toEqual([1, 2]);
  expect(frames.map(({ droppedFrames }) => droppedFrames)).toEqual([0, 0]);
});

test('waiting leaves no listener on the signal', async () => {
  const { signal } = new AbortController();
  const added = vi.spyOn(signal, 'addEventListener');
  const removed = vi.spyOn(signal, 'removeEventListener');
  await untilCalled(signal, (done) => {
    const timer = setTimeout(done, 1);
    return () => clearTimeout(timer);
  });
  expect(removed.mock.calls.length).toBe(added.mock.calls.length);
});

function live(source: LiveRun['source'], classify: Classify, { signal } = new AbortController(), overlaps = false) {
  const frames: LiveFrame[] = [];
  let turn = 0;
  const engine: LiveRun['engine'] = {
    classify: () => {
      turn += 1;
      return classify(turn);
    },
  };
  const ended = runLive({ source, engine, network: 1, overlaps, onFrame: (frame) => frames.push(frame), signal });
  return { frames, ended };
}

/** A source that has presented so many frames each time it is asked. */
function filmOf(presented: readonly (number | null)[]): LiveRun['source'] {
  let turn = -1;
  return {
    nextFrame: () => {
      turn += 1;
      return Promise.resolve(success(presented[turn] ?? null));
    },
    grab: () => Promise.resolve(success({ width: 2, height: 2, close: () => undefined })),
  };
}

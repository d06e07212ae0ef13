import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { failure, success, type Result } from '../../nets/result';
import { runLanes, type ClassifiedFrame, type LaneRun, type RunEnd } from './runLanes';
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

/** The part of the document that the loop reads: whether the tab is hidden. */
let tab: EventTarget & { hidden: boolean };

/** How many pictures were made and neither closed nor sent to the engine. */
let open = 0;

beforeEach(() => {
  open = 0;
  tab = Object.assign(new EventTarget(), { hidden: false });
  vi.stubGlobal('document', tab);
  vi.stubGlobal('createImageBitmap', () => Promise.resolve(bitmap()));
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

test('a slow network only sees the newest frame, one at a time, and the others count as dropped', async () => {
  let inFlight = 0;
  let max = 0;
  const { frames, ended } = live(filmOf([1, 8, 9, null]), async () => {
    inFlight += 1;
    max = Math.max(max, inFlight);
    await Promise.resolve();
    inFlight -= 1;
    return labelled;
  });
  await ended;
  expect(max).toBe(1);
  expect(frames.map(({ droppedFrames }) => droppedFrames)).toEqual([0, 6, 6]);
});

test('a fast device has two frames in flight, never three, and shows them in order', async () => {
  let inFlight = 0;
  let max = 0;
  const classify: Classify = async (turn) => {
    inFlight += 1;
    max = Math.max(max, inFlight);
    await new Promise((resolve) => setTimeout(resolve, turn % 2 === 0 ? 1 : 6));
    inFlight -= 1;
    return labelled;
  };
  const { frames, ended } = live(filmOf([1, 2, 4, 5, 6, null]), classify, new AbortController(), true);
  expect(await ended).toEqual(success(undefined));
  expect(max).toBe(2);
  expect(frames.map(({ droppedFrames }) => droppedFrames)).toEqual([0, 0, 1, 1, 1]);
});

test('a slow device has one frame in flight, so that no picture waits for another', async () => {
  const slow = { preprocessMs: 1, inferenceMs: 60, readbackMs: 1 };
  let inFlight = 0;
  let max = 0;
  const classify: Classify = async () => {
    inFlight += 1;
    max = Math.max(max, inFlight);
    await new Promise((resolve) => setTimeout(resolve, 2));
    inFlight -= 1;
    return success({ ...espresso, timings: slow });
  };
  await live(filmOf([1, 2, 3, null]), classify, new AbortController(), true).ended;
  expect(max).toBe(1);
});

test('networks that are shown the same frames have the same rate, however long each takes', async () => {
  const rates: Readonly<Record<number, number[]>> = { 1: [], 2: [] };
  const classify: LaneRun['engine']['classify'] = async (network) => {
    await new Promise((resolve) => setTimeout(resolve, network === 1 ? 1 : 7));
    return labelled;
  };
  const onFrame: LaneRun['onFrame'] = (network, { shownPerSecond }) => rates[network]?.push(shownPerSecond);
  const { signal } = new AbortController();
  await runLanes({ source: filmOf([1, 2, 3, null]), engine: { classify }, networks: [1, 2], onFrame, signal });
  expect(rates[1]?.at(-1)).toBeGreaterThan(0);
  expect(rates[2]).toEqual(rates[1]);
});

test('an error ends the run at once, even if no further frame arrives', async () => {
  const error: RunError = { code: 'outOfMemory', detail: 'too large' };
  const film = filmOf([1, 2]);
  let pictures = 0;
  const source: LaneRun['source'] = {
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
  expect(await live(source, classify, new AbortController(), true).ended).toEqual(failure({ error, network: 1 }));
});

test('a frame that is lost with the device is captured again', async () => {
  const lost: RunError = { code: 'deviceLost', detail: 'unplugged', recovering: true };
  const { frames, ended } = live(filmOf([1, null]), (turn) => Promise.resolve(turn === 1 ? failure(lost) : labelled));
  expect(await ended).toEqual(success(undefined));
  expect(frames).toHaveLength(1);
});

test('any other error ends the run and is returned', async () => {
  const error: RunError = { code: 'outOfMemory', detail: 'too large' };
  const { frames, ended } = live(filmOf([1, 2, null]), () => Promise.resolve(failure(error)));
  expect(await ended).toEqual(failure({ error, network: 1 }));
  expect(frames).toHaveLength(0);
});

test('a source that fails ends the run, and its error is returned', async () => {
  const source = { ...filmOf([]), nextFrame: () => Promise.resolve(failure<RunError>({ code: 'cameraLost' })) };
  expect(await live(source, () => Promise.resolve(labelled)).ended).toEqual(
    failure({ error: { code: 'cameraLost' }, network: null }),
  );
});

test('after the signal no frame is shown, not even one in flight', async () => {
  const controller = new AbortController();
  const classify: Classify = () => {
    controller.abort();
    return Promise.resolve(labelled);
  };
  const { frames, ended } = live(filmOf([1, 2, null]), classify, controller);
  expect(await ended).toEqual(success(undefined));
  expect(frames).toHaveLength(0);
});

test('nothing runs while the tab is hidden, and the frames it missed do not count as dropped', async () => {
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

test('several networks see every frame, and a different one begins each time', async () => {
  const { seen, ended } = race(filmOf([1, 2, null]));
  expect(await ended).toEqual(success(undefined));
  expect(seen).toEqual([10, 11, 12, 11, 12, 10]);
  expect(open).toBe(0);
});

test('the network that meets an error is named, and its turn frees the frame', async () => {
  const error: RunError = { code: 'outOfMemory', detail: 'too large' };
  const { seen, ended } = race(filmOf([1, 2, null]), (network) => (network === 11 ? error : null));
  expect(await ended).toEqual(failure({ error, network: 11 }));
  expect(seen).toEqual([10]);
  expect(open).toBe(0);
});

test('each of several networks has a pace of its own, and none overlaps another', async () => {
  const { seen, max, ended } = race(filmOf([1, 4, null]), () => null, true);
  await ended;
  expect(max()).toBe(1);
  expect(seen).toHaveLength(6);
});

test('a network that loses its device gets the same frame again, and the others see it once', async () => {
  let isLost = true;
  const lost: RunError = { code: 'deviceLost', detail: 'unplugged', recovering: true };
  const { seen, grabs, ended } = race(filmOf([1, null]), (network) => {
    const fault = network === 11 && isLost ? lost : null;
    if (fault !== null) isLost = false;
    return fault;
  });
  expect(await ended).toEqual(success(undefined));
  expect(seen).toEqual([10, 11, 12]);
  expect(grabs()).toBe(1);
  expect(open).toBe(0);
});

test('a source that cannot be read ends the run, and no network is to blame', async () => {
  const unplugged = () => Promise.resolve(failure<RunError>({ code: 'cameraLost' }));
  const film = () => ({ ...filmOf([1, null]), grab: unplugged });
  const blameless = failure({ error: { code: 'cameraLost' }, network: null });
  expect(await race(film()).ended).toEqual(blameless);
  expect(await live(film(), () => Promise.resolve(labelled)).ended).toEqual(blameless);
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

function live(source: LaneRun['source'], classify: Classify, { signal } = new AbortController(), overlaps = false) {
  const frames: ClassifiedFrame[] = [];
  let turn = 0;
  const engine: LaneRun['engine'] = {
    classify: () => {
      turn += 1;
      return classify(turn);
    },
  };
  const ended = runLanes({
    source,
    engine,
    networks: [1],
    overlaps,
    onFrame: (_, frame) => frames.push(frame),
    signal,
  });
  return { frames, ended };
}

function race(
  film: LaneRun['source'],
  faultOf: (network: number) => RunError | null = () => null,
  overlaps = false,
): {
  readonly seen: readonly number[];
  readonly grabs: () => number;
  readonly max: () => number;
  readonly ended: Promise<Result<void, RunEnd>>;
} {
  const seen: number[] = [];
  let [grabs, inFlight, max] = [0, 0, 0];
  const source: LaneRun['source'] = {
    ...film,
    grab: () => {
      grabs += 1;
      return film.grab();
    },
  };
  const engine: LaneRun['engine'] = {
    classify: async (network, frame) => {
      inFlight += 1;
      max = Math.max(max, inFlight);
      await Promise.resolve();
      inFlight -= 1;
      frame.close();
      const fault = faultOf(network);
      return fault === null ? success({ ...espresso, network }) : failure(fault);
    },
  };
  const { signal } = new AbortController();
  const onFrame = (network: number) => seen.push(network);
  const ended = runLanes({ source, engine, networks: [10, 11, 12], overlaps, onFrame, signal });
  return { seen, grabs: () => grabs, max: () => max, ended };
}

/** A source that presents these frame numbers, one each time it is asked. */
function filmOf(presented: readonly (number | null)[]): LaneRun['source'] {
  let turn = -1;
  return {
    nextFrame: () => {
      turn += 1;
      return Promise.resolve(success(presented[turn] ?? null));
    },
    grab: () => Promise.resolve(success(bitmap())),
  };
}

/** Counts as open until it is closed or sent to the engine. */
function bitmap(): ImageBitmap {
  open += 1;
  return { width: 2, height: 2, close: () => (open -= 1) };
}

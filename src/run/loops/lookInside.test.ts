import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { failure, success } from '../../nets/result';
import { seenTensor, type SeenTensor, type TensorView } from '../../nets/maps/tensorView';
import { lookInside, type Look } from './lookInside';

const view: TensorView = { id: 'conv', maps: { pick: 'strongest', count: 1, shown: [] }, side: 8, exact: null };
const seen = seenTensor({ shape: [2, 1, 2], values: [1, 1, 1, 2] }, view);

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('document', Object.assign(new EventTarget(), { hidden: false }));
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('a photo is looked at once', async () => {
  const { looks, ended } = look({ isMoving: false });
  expect(await ended).toEqual(success(undefined));
  expect(looks).toEqual([seen]);
});

test('a moving picture is looked at about once a second, until the signal fires', async () => {
  const controller = new AbortController();
  const { looks, ended } = look({ isMoving: true, signal: controller.signal });
  await vi.advanceTimersByTimeAsync(3500);
  controller.abort();
  expect(await ended).toEqual(success(undefined));
  expect(looks).toHaveLength(4);
});

test('after a slow look, the run gets four times as long', async () => {
  const controller = new AbortController();
  const slowly = () => new Promise((resolve) => setTimeout(resolve, 1000)).then(() => success([seen]));
  const { looks, ended } = look({ engine: { look: slowly }, signal: controller.signal });
  // Looks begin after 0, 5 and 10 seconds.
  await vi.advanceTimersByTimeAsync(14_000);
  controller.abort();
  expect(await ended).toEqual(success(undefined));
  expect(looks).toHaveLength(3);
});

test('beside something else, looks are rare', async () => {
  const controller = new AbortController();
  const { looks, ended } = look({ pace: 'beside', signal: controller.signal });
  await vi.advanceTimersByTimeAsync(10_000);
  controller.abort();
  expect(await ended).toEqual(success(undefined));
  expect(looks).toHaveLength(4);
});

test('the next look is told which of the strongest maps are on the screen', async () => {
  const controller = new AbortController();
  const asked: (readonly TensorView[])[] = [];
  const { ended } = look({
    engine: {
      look: (_, views) => {
        asked.push(views);
        return Promise.resolve(success([seen]));
      },
    },
    signal: controller.signal,
  });
  await vi.advanceTimersByTimeAsync(1500);
  controller.abort();
  await ended;
  expect(asked.map(([first]) => first?.maps)).toEqual([
    { pick: 'strongest', count: 1, shown: [] },
    { pick: 'strongest', count: 1, shown: [1] },
  ]);
});

test('a tensor that cannot be read is an error', async () => {
  const error = { code: 'deviceError', detail: 'conv: not in the graph' } as const;
  const { ended } = look({ engine: { look: () => Promise.resolve(failure(error)) } });
  expect(await ended).toEqual(failure(error));
});

function look(part: Partial<Look>) {
  const looks: SeenTensor[] = [];
  const ended = lookInside({
    source: { grab: () => Promise.resolve(success({ width: 2, height: 2, close: () => undefined })) },
    engine: { look: () => Promise.resolve(success([seen])) },
    network: 1,
    views: [view],
    isMoving: true,
    pace: 'main',
    onLook: (tensors) => looks.push(...tensors),
    signal: new AbortController().signal,
    ...part,
  });
  return { looks, ended };
}

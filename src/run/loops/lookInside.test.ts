import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { failure, success } from '../../nets/result';
import type { Activation } from '../device/executor';
import { lookInside, type Look } from './lookInside';

const seen: Activation = { id: 'conv', shape: [1, 1, 1], values: new Float32Array(1) };

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
  const { looks, ended } = look({ engine: { activations: slowly }, signal: controller.signal });
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

test('a tensor that cannot be read is an error', async () => {
  const error = { code: 'deviceError', detail: 'conv: not in the graph' } as const;
  const { ended } = look({ engine: { activations: () => Promise.resolve(failure(error)) } });
  expect(await ended).toEqual(failure(error));
});

function look(part: Partial<Look>) {
  const looks: Activation[] = [];
  const ended = lookInside({
    source: { grab: () => Promise.resolve(success({ width: 2, height: 2, close: () => undefined })) },
    engine: { activations: () => Promise.resolve(success([seen])) },
    network: 1,
    ids: ['conv'],
    isMoving: true,
    pace: 'main',
    onLook: (activations) => looks.push(...activations),
    signal: new AbortController().signal,
    ...part,
  });
  return { looks, ended };
}

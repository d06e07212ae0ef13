import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { failure, success } from '../../nets/result';
import type { DeviceMemory } from '../../run/device/executor';
import { followMemory, heldMemory } from './followMemory';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

test('memory is reported at once, then when it changes, and not after the signal', async () => {
  let held: DeviceMemory | null = { tensors: 2, bytes: 80 };
  const told: DeviceMemory[] = [];
  const controller = new AbortController();
  const memory = () =>
    Promise.resolve(
      held === null ? failure({ code: 'deviceLost' as const, detail: '', recovering: true }) : success({ ...held }),
    );
  const following = followMemory({ memory }, (each) => told.push(each), controller.signal);
  await vi.advanceTimersByTimeAsync(2500);
  expect(told).toEqual([{ tensors: 2, bytes: 80 }]);
  held = null;
  await vi.advanceTimersByTimeAsync(1000);
  held = { tensors: 3, bytes: 120 };
  await vi.advanceTimersByTimeAsync(1000);
  expect(told).toEqual([
    { tensors: 2, bytes: 80 },
    { tensors: 3, bytes: 120 },
  ]);
  held = { tensors: 4, bytes: 160 };
  controller.abort();
  await following;
  expect(told).toHaveLength(2);
});

test('between one network and the next a device holds nothing, so what loading found is told', () => {
  const onLoad = { tensors: 3, bytes: 120 };
  expect(heldMemory({ tensors: 0, bytes: 0 }, onLoad)).toBe(onLoad);
  expect(heldMemory(null, onLoad)).toBe(onLoad);
  expect(heldMemory({ tensors: 5, bytes: 240 }, onLoad)).toEqual({ tensors: 5, bytes: 240 });
});

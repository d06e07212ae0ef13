import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ClassifiedFrame } from '../../run/loops/runLanes';
import { frameFeed } from './frameFeed';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

test('labels change with every frame, digits only as fast as they can be read', () => {
  const feed = frameFeed();
  feed.push(frame('espresso', 10));
  expect(feed.summary()).toMatchObject({ top: [{ label: 'espresso' }], latency: { endToEndMs: 10, frames: 1 } });
  vi.advanceTimersByTime(100);
  feed.push(frame('teapot', 30));
  expect(feed.summary()).toMatchObject({ top: [{ label: 'teapot' }], latency: { endToEndMs: 10, frames: 1 } });
  vi.advanceTimersByTime(200);
  feed.push(frame('teapot', 30));
  expect(feed.summary()).toMatchObject({ latency: { endToEndMs: 30, frames: 3 } });
});

test('clearing a feed removes its summary and tells listeners', () => {
  const feed = frameFeed();
  const heard: unknown[] = [];
  feed.push(frame('espresso', 10));
  feed.subscribe(() => heard.push(feed.summary()));
  feed.clear();
  expect(heard).toEqual([null]);
  feed.push(frame('espresso', 50));
  expect(feed.summary()).toMatchObject({ latency: { endToEndMs: 50, frames: 1 } });
});

test('a listener is not called after it unsubscribes', () => {
  const feed = frameFeed();
  let calls = 0;
  const leave = feed.subscribe(() => {
    calls += 1;
  });
  leave();
  feed.push(frame('espresso', 10));
  expect(calls).toBe(0);
});

function frame(label: string, endToEndMs: number): ClassifiedFrame {
  const timings = { preprocessMs: 1, inferenceMs: 2, readbackMs: 1 };
  return {
    classification: { network: 1, top: [{ index: 0, label, probability: 1 }], likely: [], logits: null, timings },
    timings: { ...timings, captureMs: 1, endToEndMs },
    shownPerSecond: 0,
    droppedFrames: 0,
  };
}

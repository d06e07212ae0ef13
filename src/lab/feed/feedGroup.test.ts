import { expect, test } from 'vitest';
import type { ClassifiedFrame } from '../../run/loops/runLanes';
import { feedGroup } from './feedGroup';

test('summaries cover every lane with a frame, and stay the same object until the next', () => {
  const group = feedGroup();
  let told = 0;
  group.subscribe(() => (told += 1));
  const [first] = [group.add('first', String), group.add('second', String)];
  expect(group.summaries().size).toBe(0);
  first.push(frame(10));
  expect([...group.summaries().keys()]).toEqual(['first']);
  expect(group.summaries()).toBe(group.summaries());
  const before = group.summaries();
  first.push(frame(10));
  expect(group.summaries()).not.toBe(before);
  expect(told).toBe(2);
});

test('dropping a lane clears its feed', () => {
  const group = feedGroup();
  const feed = group.add('first', String);
  feed.push(frame(10));
  group.drop('first');
  expect([group.summaries().size, feed.summary()]).toEqual([0, null]);
});

test('smoothing applies to existing feeds and to feeds added later', () => {
  const group = feedGroup();
  const before = group.add('before', () => 'averaged');
  group.smooth(true);
  const after = group.add('after', () => 'averaged');
  for (const feed of [before, after]) {
    feed.push(frame(10));
    expect(feed.summary()?.top[0]?.label).toBe('averaged');
  }
});

function frame(endToEndMs: number): ClassifiedFrame {
  const timings = { preprocessMs: 1, inferenceMs: 2, readbackMs: 1 };
  const [top, likely] = [[{ index: 0, label: 'own', probability: 1 }], [{ index: 0, probability: 1 }]];
  return {
    classification: { network: 1, top, likely, logits: null, timings },
    timings: { ...timings, captureMs: 1, endToEndMs },
    shownPerSecond: 0,
    droppedFrames: 0,
  };
}

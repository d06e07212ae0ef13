import { expect, test } from 'vitest';
import { paceOf } from './pace';

test('frames per second counts the frames shown, not those the source presents', () => {
  const pace = paceOf();
  expect(pace.show(1, 0)).toEqual({ shownPerSecond: 0, droppedFrames: 0 });
  expect(pace.show(4, 100)).toEqual({ shownPerSecond: 10, droppedFrames: 2 });
  expect(pace.show(5, 200)).toEqual({ shownPerSecond: 10, droppedFrames: 2 });
});

test('the rate follows a change of pace within 1.5 seconds', () => {
  const pace = paceOf();
  for (let frame = 0; frame < 20; frame += 1) pace.show(frame, frame * 100);
  for (let frame = 20; frame < 25; frame += 1) pace.show(frame, 1900 + (frame - 19) * 500);
  expect(pace.show(25, 4900).shownPerSecond).toBe(2);
});

test('one frame in ten seconds is a rate of 0.1', () => {
  const pace = paceOf();
  pace.show(1, 0);
  pace.show(300, 10_000);
  expect(pace.show(600, 20_000).shownPerSecond).toBe(0.1);
});

test('a pause counts neither as slow nor as dropped frames', () => {
  const pace = paceOf();
  pace.show(1, 0);
  pace.show(2, 100);
  pace.restart();
  expect(pace.show(900, 60_000)).toEqual({ shownPerSecond: 0, droppedFrames: 0 });
  expect(pace.show(901, 60_100)).toEqual({ shownPerSecond: 10, droppedFrames: 0 });
});

test('the pace counts all frames of the last second and a half, not only the last two', () => {
  const pace = paceOf();
  // Late in a run: five gaps of 100 ms, then one of 500 ms.
  const times = [0, 100, 200, 300, 400, 500, 1000].map((ms) => 60_000 + ms);
  const shown = times.map((nowMs, index) => pace.show(index, nowMs).shownPerSecond);
  expect(shown.slice(1)).toEqual([10, 10, 10, 10, 10, 6]);
  // 1.6 s after the first frame, the first is forgotten: six gaps in 1.5 s.
  expect(pace.show(7, 61_600).shownPerSecond).toBe(4);
});

import { expect, test } from 'vitest';
import { paceOf } from './pace';

test('frames per second are those shown, whatever the source presents', () => {
  const pace = paceOf();
  expect(pace.show(1, 0)).toEqual({ shownPerSecond: 0, droppedFrames: 0 });
  expect(pace.show(4, 100)).toEqual({ shownPerSecond: 10, droppedFrames: 2 });
  expect(pace.show(5, 200)).toEqual({ shownPerSecond: 10, droppedFrames: 2 });
});

test('the rate follows a change of pace within a second and a half', () => {
  const pace = paceOf();
  for (let frame = 0; frame < 20; frame += 1) pace.show(frame, frame * 100);
  for (let frame = 20; frame < 25; frame += 1) pace.show(frame, 1900 + (frame - 19) * 500);
  expect(pace.show(25, 4900).shownPerSecond).toBe(2);
});

test('one frame in ten seconds is a tenth per second', () => {
  const pace = paceOf();
  pace.show(1, 0);
  pace.show(300, 10_000);
  expect(pace.show(600, 20_000).shownPerSecond).toBe(0.1);
});

test('a pause counts neither as slowness nor as dropped frames', () => {
  const pace = paceOf();
  pace.show(1, 0);
  pace.show(2, 100);
  pace.restart();
  expect(pace.show(900, 60_000)).toEqual({ shownPerSecond: 0, droppedFrames: 0 });
  expect(pace.show(901, 60_100)).toEqual({ shownPerSecond: 10, droppedFrames: 0 });
});

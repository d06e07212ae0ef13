import { afterEach, expect, test, vi } from 'vitest';
import { watchPictures } from './videoFrames';

afterEach(() => {
  vi.unstubAllGlobals();
});

/** Animation frames that the test draws itself. */
function stubbedAnimation() {
  const looks: ((nowMs: number) => void)[] = [];
  vi.stubGlobal('requestAnimationFrame', (look: (nowMs: number) => void) => looks.push(look));
  vi.stubGlobal('cancelAnimationFrame', () => looks.splice(0));
  return { looks, draw: (nowMs: number) => looks.shift()?.(nowMs) };
}

test('without frame callbacks a picture is new when the time of the video is, until it is watched no longer', () => {
  const { looks, draw } = stubbedAnimation();
  const element = { currentTime: 0 };
  const counts: number[] = [];
  const unwatch = watchPictures(element, (presented) => counts.push(presented));
  for (const time of [0, 0.04, 0.04, 0.08]) {
    element.currentTime = time;
    draw(time);
  }
  expect(counts).toEqual([1, 2]);
  unwatch();
  expect(looks).toEqual([]);
});

/** A playing video whose browser has frame callbacks. */
function videoWithCallbacks() {
  const asked: ((now: number, frame: VideoFrameCallbackMetadata) => void)[] = [];
  const cancelled: number[] = [];
  const element = {
    currentTime: 0,
    requestVideoFrameCallback: (watch: (now: number, frame: VideoFrameCallbackMetadata) => void) => asked.push(watch),
    cancelVideoFrameCallback: (handle: number) => void cancelled.push(handle),
  };
  return { asked, cancelled, element };
}

const frame = { presentationTime: 0, expectedDisplayTime: 0, width: 1, height: 1, mediaTime: 0 };

test('with frame callbacks the browser counts the pictures, those in between too', () => {
  const { draw } = stubbedAnimation();
  const { asked, cancelled, element } = videoWithCallbacks();
  const counts: number[] = [];
  const unwatch = watchPictures(element, (presented) => counts.push(presented));
  const begin = performance.now();
  for (const [at, presentedFrames] of [1, 4].entries()) {
    element.currentTime += 0.04;
    asked[at]?.(begin, { ...frame, presentedFrames });
    draw(begin + 1);
  }
  unwatch();
  expect([counts, asked.length, cancelled]).toEqual([[1, 4], 3, [3]]);
});

test('where the callbacks never come, the time of a playing video counts after a second', () => {
  const { draw } = stubbedAnimation();
  const { asked, element } = videoWithCallbacks();
  const counts: number[] = [];
  watchPictures(element, (presented) => counts.push(presented));
  const begin = performance.now();
  for (const afterMs of [40, 900, 1100, 1140]) {
    element.currentTime += 0.04;
    draw(begin + afterMs);
  }
  expect(counts, 'nothing in the first second').toEqual([1, 2]);
  asked[0]?.(begin + 1200, { ...frame, presentedFrames: 30 });
  element.currentTime += 0.04;
  draw(begin + 1201);
  expect(counts, 'the browser counts again once it calls').toEqual([1, 2, 30]);
});

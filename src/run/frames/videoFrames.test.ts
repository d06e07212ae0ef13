import { afterEach, expect, test, vi } from 'vitest';
import { watchPictures } from './videoFrames';

afterEach(() => {
  vi.unstubAllGlobals();
});

test('without frame callbacks a picture is new when the time of the video is, until it is watched no longer', () => {
  const looks: (() => void)[] = [];
  vi.stubGlobal('requestAnimationFrame', (look: () => void) => looks.push(look));
  vi.stubGlobal('cancelAnimationFrame', () => looks.splice(0));
  const element = { currentTime: 0 };
  const counts: number[] = [];
  const unwatch = watchPictures(element, (presented) => counts.push(presented));
  for (const time of [0, 0.04, 0.04, 0.08]) {
    element.currentTime = time;
    looks.shift()?.();
  }
  expect(counts).toEqual([1, 2]);
  unwatch();
  expect(looks).toEqual([]);
});

test('with frame callbacks the browser counts the pictures, those in between too', () => {
  const asked: ((now: number, frame: VideoFrameCallbackMetadata) => void)[] = [];
  const cancelled: number[] = [];
  const element = {
    currentTime: 0,
    requestVideoFrameCallback: (watch: (now: number, frame: VideoFrameCallbackMetadata) => void) => asked.push(watch),
    cancelVideoFrameCallback: (handle: number) => void cancelled.push(handle),
  };
  const counts: number[] = [];
  const unwatch = watchPictures(element, (presented) => counts.push(presented));
  const frame = { presentationTime: 0, expectedDisplayTime: 0, width: 1, height: 1, mediaTime: 0 };
  asked[0]?.(0, { ...frame, presentedFrames: 1 });
  asked[1]?.(0, { ...frame, presentedFrames: 4 });
  unwatch();
  expect([counts, asked.length, cancelled]).toEqual([[1, 4], 3, [3]]);
});

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { stubBrowser } from './fixtures/runningSession';
import { stubSource } from './fixtures/stubSource';
import { stillFrames } from './stillFrames';

let paints: (() => void)[] = [];

beforeEach(() => {
  paints = [];
  stubBrowser();
  vi.stubGlobal('requestAnimationFrame', (paint: () => void) => paints.push(paint));
});

afterEach(() => {
  vi.unstubAllGlobals();
});

test('the first frame of a still picture comes at once, and each one after it with a paint of the screen', async () => {
  const { signal } = new AbortController();
  const source = stillFrames(stubSource('photo', 'cat.jpg'), true);
  expect(await source.nextFrame(signal)).toEqual({ ok: true, value: 1 });
  expect(paints).toHaveLength(0);
  for (const frame of [2, 3]) {
    const next = source.nextFrame(signal);
    expect(paints).toHaveLength(1);
    paints.shift()?.();
    expect(await next).toEqual({ ok: true, value: frame });
  }
});

test('a picture that does not repeat is one frame', async () => {
  const { signal } = new AbortController();
  const source = stillFrames(stubSource('photo', 'cat.jpg'), false);
  expect(await source.nextFrame(signal)).toEqual({ ok: true, value: 1 });
  expect(await source.nextFrame(signal)).toEqual({ ok: true, value: null });
  expect(paints).toHaveLength(0);
});

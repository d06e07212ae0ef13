import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { failure, success } from '../../nets/result';
import { runRace, type RaceRun } from './raceRun';
import type { RunError } from '../errors/runError';

let closed = 0;

beforeEach(() => {
  closed = 0;
  vi.stubGlobal('document', Object.assign(new EventTarget(), { hidden: false }));
  vi.stubGlobal('createImageBitmap', (frame: ImageBitmap) => Promise.resolve(frame));
});

afterEach(() => {
  vi.unstubAllGlobals();
});

test('all networks see every frame, and another one begins each time', async () => {
  const { seen, ended } = race([1, 2, null]);
  expect(await ended).toEqual(success(undefined));
  expect(seen).toEqual([10, 11, 12, 11, 12, 10]);
  expect(closed).toBe(2);
});

test('an error ends the race and names the network that met it, and the frame is freed', async () => {
  const error: RunError = { code: 'outOfMemory', detail: 'too large' };
  const { seen, ended } = race([1, 2, null], (network) => (network === 11 ? error : null));
  expect(await ended).toEqual(failure({ error, network: 11 }));
  expect(seen).toEqual([10]);
  expect(closed).toBe(1);
});

function race(presented: readonly (number | null)[], faultOf: (network: number) => RunError | null = () => null) {
  const seen: number[] = [];
  let turn = -1;
  const source: RaceRun['source'] = {
    nextFrame: () => {
      turn += 1;
      return Promise.resolve(success(presented[turn] ?? null));
    },
    grab: () => Promise.resolve(success({ width: 2, height: 2, close: () => (closed += 1) })),
  };
  const engine: RaceRun['engine'] = {
    classify: (network) => {
      const fault = faultOf(network);
      if (fault !== null) return Promise.resolve(failure(fault));
      const timings = { preprocessMs: 1, inferenceMs: 2, readbackMs: 1 };
      return Promise.resolve(success({ network, top: [], likely: [], logits: null, timings }));
    },
  };
  const ended = runRace({
    source,
    engine,
    networks: [10, 11, 12],
    onFrame: (network) => seen.push(network),
    signal: new AbortController().signal,
  });
  return { seen, ended };
}

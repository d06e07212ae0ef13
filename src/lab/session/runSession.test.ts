import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { failure, success } from '../../nets/result';
import type { Engine } from '../../run/engine/engine';
import type { NetworkChoice, NetworkHandle } from '../../run/engine/engineCalls';
import { createRaceSession, type RaceChoice, type RaceSession } from './raceSession';

const outOfMemory = { code: 'outOfMemory', detail: 'no memory left' } as const;
const [small, large, middling] = [racer(64), racer(224), racer(128)] as const;

beforeEach(() => {
  vi.stubGlobal('document', Object.assign(new EventTarget(), { hidden: false }));
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('a picture')));
  vi.stubGlobal('createImageBitmap', () => Promise.resolve({ width: 2, height: 2, close: () => undefined }));
  vi.stubGlobal('requestAnimationFrame', (paint: () => void) => setTimeout(paint, 0));
  vi.stubGlobal(
    'Image',
    class {
      readonly naturalWidth = 2;
      readonly naturalHeight = 2;
      decode = () => Promise.resolve();
    },
  );
});

afterEach(() => {
  vi.unstubAllGlobals();
});

test('a network that memory ends for in mid-race leaves it, and the others race on in the same engine', async () => {
  const { session, seen, opened, unloaded } = racing([small, large, middling]);
  await vi.waitFor(() => expect(seen(large)).toBeGreaterThan(2));
  session.memoryEnds();
  await vi.waitFor(() => expect(faults(session)).toEqual([null, outOfMemory, null]));
  const [smallBefore, middlingBefore] = [seen(small), seen(middling)];
  await vi.waitFor(() => {
    expect(seen(small)).toBeGreaterThan(smallBefore + 2);
    expect(seen(middling)).toBeGreaterThan(middlingBefore + 2);
  });
  expect(session.lanes.getState().map(({ name }) => name)).toEqual([small, large, middling].map(({ name }) => name));
  expect(session.frames.readings().size).toBe(2);
  expect(session.status.getState().engineFault).toBeNull();
  expect([opened(), unloaded()]).toEqual([1, [224]]);
  session.close();
});

test('what is chosen in its place joins the race, and nothing else is loaded anew', async () => {
  const { session, choice, seen, loaded } = racing([small, large, middling]);
  await vi.waitFor(() => expect(seen(middling)).toBeGreaterThan(0));
  session.memoryEnds();
  await vi.waitFor(() => expect(faults(session)).toEqual([null, outOfMemory, null]));
  const smaller = racer(112);
  session.choose({ ...choice, networks: [small, smaller, middling] });
  await vi.waitFor(() => expect(seen(smaller)).toBeGreaterThan(2));
  expect(faults(session)).toEqual([null, null, null]);
  expect(loaded()).toEqual([64, 224, 128, 112]);
  session.close();
});

type Racer = RaceChoice['networks'][number];

function racer(resolution: number): Racer {
  const choice: NetworkChoice = { id: 'mobilenet-v2', options: {}, resolution, weights: null };
  return { name: `mobilenet-v2:resolution=${String(resolution)}`, choice };
}

function faults(session: Pick<RaceSession, 'lanes'>) {
  return session.lanes.getState().map(({ fault }) => fault);
}

/** A race on a photo, in an engine that finds no memory for pictures of 200 pixels and more once `memoryEnds`. */
function racing(networks: readonly Racer[]) {
  const choices: NetworkChoice[] = [];
  const counts = new Map<number, number>();
  const unloaded: number[] = [];
  let opened = 0;
  let isFull = false;
  const resolutionOf = (network: NetworkHandle): number => choices[network - 1]?.resolution ?? 0;
  const device = { backend: 'webgpu', adapter: 'test', softwareAdapter: false, whyNotWebgpu: null } as const;
  const memory = { tensors: 0, bytes: 0 };
  const engine: Engine = {
    device: () => Promise.resolve(success(device)),
    load: (choice) => {
      choices.push(choice);
      const report = { choice, device, memory, labels: null, manifest: null, tuned: [] };
      return Promise.resolve(
        success({ network: choices.length, ...report, downloadMs: 0, compileMs: 1, firstFrameMs: 1 }),
      );
    },
    classify: (network) => {
      const resolution = resolutionOf(network);
      if (isFull && resolution >= 200) return Promise.resolve(failure(outOfMemory));
      counts.set(resolution, (counts.get(resolution) ?? 0) + 1);
      const timings = { preprocessMs: 1, inferenceMs: 2, readbackMs: 1 };
      return Promise.resolve(success({ network, top: [], likely: [], logits: null, timings }));
    },
    activations: () => Promise.resolve(success([])),
    unload: (network) => {
      unloaded.push(resolutionOf(network));
      return Promise.resolve(success(null));
    },
    memory: () => Promise.resolve(success(memory)),
    subscribe: () => () => undefined,
    loseDevice: () => Promise.resolve(success(null)),
    dispose: () => undefined,
  };
  const session = createRaceSession(() => {
    opened += 1;
    return engine;
  });
  const source = { kind: 'sample', url: 'https://example.org/coffee.png' } as const;
  const choice: RaceChoice = { backend: 'webgpu', networks, source, isPaused: false };
  session.choose(choice);
  return {
    session: { ...session, memoryEnds: () => (isFull = true) },
    choice,
    opened: () => opened,
    unloaded: () => unloaded,
    loaded: () => choices.map(({ resolution }) => resolution),
    seen: ({ choice: { resolution } }: Racer) => counts.get(resolution) ?? 0,
  };
}

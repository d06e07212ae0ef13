import { expect, test } from 'vitest';
import { activation, input } from '../../nets/build';
import { graphOf } from '../../nets/graph';
import { failure, success } from '../../nets/result';
import type { Executor, TunedKernel } from '../device/executor';
import { compileOnStock } from '../device/compileOnStock';
import { valueOf } from '../fixtures/wasmExecutor';
import { fasterOf, type Contender } from './fasterOf';
import type { TuningMemory } from './tuningMemory';

const graph = graphOf(activation('act', input({ height: 2, width: 2, channels: 4 }), 'relu'));

test('a network goes to the faster of the two, and is timed only once', async () => {
  const kept = memory();
  const log: string[] = [];
  const faster = fasterOf(contender('own', 9, log), contender('stock', 4, log), options(kept));
  const first = valueOf(await faster.compile(graph, new Map(), () => undefined));
  expect(first.tuned?.[0]).toMatchObject({ kernel: 'stock', timesMs: { own: 9, stock: 4 } });
  expect(log.filter((event) => event.endsWith('compiled'))).toEqual(['own compiled', 'stock compiled']);
  expect(log.at(-1)).toBe('own disposed');

  log.length = 0;
  const second = valueOf(await faster.compile(graph, new Map(), () => undefined));
  expect(second.tuned?.[0]?.kernel).toBe('stock');
  expect(log).toEqual(['stock compiled']);
});

test('own kernels win a draw, and are used where stock tfjs does not run', async () => {
  const log: string[] = [];
  const drawn = fasterOf(contender('own', 4, log), contender('stock', 4, log), options(memory()));
  expect(valueOf(await drawn.compile(graph, new Map(), () => undefined)).tuned?.[0]?.kernel).toBe('own');
  expect(log.at(-1)).toBe('stock disposed');

  const broken: Executor = {
    ...executor('stock', 1, log),
    compile: () => Promise.resolve(failure({ code: 'deviceError', detail: 'no' })),
  };
  const alone = valueOf(
    await fasterOf(contender('own', 4, log), { name: 'stock', executor: broken }, options(memory())).compile(
      graph,
      new Map(),
      () => undefined,
    ),
  );
  expect(alone.tuned).toEqual([]);
});

test('own kernels with a wrong result lose, however fast', async () => {
  const log: string[] = [];
  const wrong = contender('own', 1, log, Float32Array.of(1, 2, 3, 5));
  const chosen = fasterOf(wrong, contender('stock', 4, log), options(memory()));
  expect(valueOf(await chosen.compile(graph, new Map(), () => undefined)).tuned?.[0]).toMatchObject({
    kernel: 'stock',
    wrong: ['own'],
  });
});

test('16-bit kernels with a wrong result lose to the 32-bit ones, not to stock tfjs', async () => {
  const log: string[] = [];
  const exact = fasterOf(contender('own', 4, log), contender('stock', 9, log), options(memory()));
  const half = contender('half', 1, log, Float32Array.of(1, 2, 3, 5));
  const kept = memory();
  const chosen = fasterOf(half, { name: 'exact', executor: exact }, options(kept));
  const first = valueOf(await chosen.compile(graph, new Map(), () => undefined));
  expect(first.tuned?.map(({ kernel, wrong }) => [kernel, wrong])).toEqual([
    ['exact', ['half']],
    ['own', undefined],
  ]);

  log.length = 0;
  valueOf(await chosen.compile(graph, new Map(), () => undefined));
  expect(log).toEqual(['own compiled']);
});

test('a network that own kernels cannot compute stays on stock tfjs, and is not timed against it', async () => {
  const log: string[] = [];
  const missingKernel = { id: 'act', kind: 'activation' } as const;
  const own = executor('own', 4, log);
  const lacking: Executor = {
    ...own,
    compile: (...args) => compileOnStock(missingKernel, () => own.compile(...args)),
  };
  const chosen = fasterOf({ name: 'own', executor: lacking }, contender('stock', 4, log), options(memory()));
  const network = valueOf(await chosen.compile(graph, new Map(), () => undefined));
  expect(network).toMatchObject({ missingKernel, tuned: [] });
  expect(log).toEqual(['own compiled']);
});

test('the first run of each only warms up; of the three after it the shortest counts', async () => {
  const log: string[] = [];
  /** The time of each run in turn: uploading the first frame is slow, or unbelievably fast. */
  const taking = (name: string, ...timesMs: readonly number[]): Contender => {
    let runs = 0;
    const steady = executor(name, 0, log);
    return {
      name,
      executor: {
        ...steady,
        compile: async (...args) => {
          const network = valueOf(await steady.compile(...args));
          const run = () =>
            Promise.resolve(
              success({ logits: Float32Array.of(1, 2, 3, 4), inferenceMs: timesMs[runs++] ?? NaN, readbackMs: 1 }),
            );
          return success({ ...network, run });
        },
      },
    };
  };
  const chosen = fasterOf(taking('own', 90, 3, 9, 9), taking('stock', 0.1, 8, 8, 4), options(memory()));
  const [winner] = valueOf(await chosen.compile(graph, new Map(), () => undefined)).tuned ?? [];
  expect(winner).toMatchObject({ kernel: 'own', timesMs: { own: 4, stock: 5 } });
});

function options(kept: TuningMemory) {
  return { kept, tolerance: 1e-3 };
}

function memory(): TuningMemory {
  const found = new Map<string, TunedKernel>();
  return {
    recall: () => Promise.resolve(found),
    keep: (tuned) => {
      for (const kernel of tuned) found.set(kernel.shape, kernel);
      return Promise.resolve();
    },
  };
}

function contender(name: string, inferenceMs: number, log: string[], logits?: Float32Array<ArrayBuffer>): Contender {
  return { name, executor: executor(name, inferenceMs, log, logits) };
}

/** An executor whose networks always take `inferenceMs`. */
function executor(name: string, inferenceMs: number, log: string[], logits = Float32Array.of(1, 2, 3, 4)): Executor {
  return {
    device: { backend: 'webgpu', adapter: name, softwareAdapter: false, whyNotWebgpu: null },
    lost: new Promise(() => undefined),
    compile: (compiled) => {
      log.push(`${name} compiled`);
      return Promise.resolve(
        success({
          graph: compiled,
          run: () => Promise.resolve(success({ logits, inferenceMs, readbackMs: 0 })),
          activations: () => Promise.resolve(success([])),
          tuned: [],
          dispose: () => log.push(`${name} disposed`),
        }),
      );
    },
    memory: () => ({ tensors: 0, bytes: 0 }),
    loseDevice: () => undefined,
    dispose: () => undefined,
  };
}

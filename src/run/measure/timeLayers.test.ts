import { describe, expect, it } from 'vitest';
import { success } from '../../nets/result';
import { convNorm } from '../../nets/blocks/convNorm';
import { input } from '../../nets/build';
import { foldedGraph, foldedTensors } from '../../nets/weights/fold';
import { graphOf } from '../../nets/graph';
import { compiled, valueOf, wasmExecutor } from '../fixtures/wasmExecutor';
import type { NetworkTimer } from '../device/networkTimer';
import { randomTensors } from '../weights/randomTensors';
import { timeLayers } from './timeLayers';
import { openTimer } from './openTimer';

/** A device that takes exactly these times per step and 2 ms to start a run, read on a clock of 0.1 ms. */
function steadyTimer(stepsMs: readonly number[], stepClock: boolean): NetworkTimer {
  const seen = (timeMs: number) => Promise.resolve(success(Math.floor(timeMs / 0.1 + 1e-9) * 0.1));
  return {
    steps: stepsMs.map((_, step) => [`step${String(step)}`]),
    stepClock: stepClock ? { kind: 'timestamps', resolutionMs: 0.1 } : null,
    prefixClock: { kind: 'wall', resolutionMs: 0.1 },
    stepMs: (step, times) => seen(times * (stepsMs[step] ?? 0)),
    prefixMs: (count, times) => seen(2 + times * stepsMs.slice(0, count).reduce((sum, ms) => sum + ms, 0)),
  };
}

const quiet = { rounds: 3, onProgress: () => undefined };

async function timesOf(timer: NetworkTimer, method: 'auto' | 'prefixes') {
  return valueOf(await timeLayers(timer, { ...quiet, method }));
}

describe('the time of every layer', () => {
  it('is exact to a twentieth although a single run is shorter than the clock resolves', async () => {
    const { method, steps } = await timesOf(steadyTimer([0.01, 0.5, 3], true), 'auto');
    expect(method).toBe('alone');
    expect(steps.map(({ samplesMs }) => samplesMs.length)).toEqual([3, 3, 3]);
    const [short, middle, long] = steps;
    expect(short?.repeats).toBeGreaterThanOrEqual(200);
    expect(long?.repeats).toBe(1);
    for (const [step, ms] of [[short, 0.01] as const, [middle, 0.5] as const, [long, 3] as const])
      for (const sample of step?.samplesMs ?? []) expect(Math.abs(sample / ms - 1)).toBeLessThan(0.05);
  });

  it('is measured by prefixes where no step can be timed alone, or on request', async () => {
    for (const timer of [steadyTimer([1, 2], false), steadyTimer([1, 2], true)]) {
      const { method, prefixesMs, clock } = await timesOf(timer, 'prefixes');
      expect(method).toBe('prefixes');
      expect(clock.kind).toBe('wall');
      expect(prefixesMs).toHaveLength(3);
      const [nothing = 0, first = 0, both = 0] = prefixesMs.map(([sample = NaN]) => sample);
      expect(first - nothing).toBeCloseTo(1, 1);
      expect(both - first).toBeCloseTo(2, 1);
    }
    expect((await timesOf(steadyTimer([1], false), 'auto')).method).toBe('prefixes');
  });

  it('repeats whole runs until they last 10 ms, but no more than 50 times', async () => {
    // Read on a clock of 0.1 ms: 10 ms are more than twenty of its steps.
    const steady = (runMs: number): NetworkTimer => ({
      ...steadyTimer([1], false),
      prefixMs: (_, times) => Promise.resolve(success(times * runMs)),
    });
    expect((await timesOf(steady(0.01), 'prefixes')).steps[0]?.repeats).toBe(50);
    expect((await timesOf(steady(10), 'prefixes')).steps[0]?.repeats).toBe(1);
    const repeats = (await timesOf(steady(1), 'prefixes')).steps[0]?.repeats;
    expect(repeats).toBe(10);
  });

  it('of a real network covers every node once, on WebAssembly, and leaks no tensor', async () => {
    const declared = graphOf(
      convNorm(
        'second',
        convNorm('first', input({ height: 8, width: 8, channels: 3 }), {
          outChannels: 4,
          kernel: 3,
          activation: 'relu',
        }),
        {
          outChannels: 8,
          kernel: 1,
        },
      ),
    );
    const executor = await wasmExecutor();
    const before = executor.memory().tensors;
    const network = await compiled(executor, foldedGraph(declared), foldedTensors(declared, randomTensors(declared)));
    const timer = valueOf(await openTimer(network));
    const { steps, wholeMs, clock } = await timesOf(timer, 'auto');
    const computed = network.graph.nodes.filter(({ op }) => op.kind !== 'input').map(({ id }) => id);
    expect(steps.flatMap(({ ids }) => ids).toSorted()).toEqual(computed.toSorted());
    expect(steps.every(({ samplesMs }) => samplesMs.length === 3 && samplesMs.every((ms) => ms > 0))).toBe(true);
    expect(wholeMs.every((ms) => ms > 0)).toBe(true);
    expect(clock.resolutionMs).toBeGreaterThan(0);
    network.dispose();
    expect(executor.memory().tensors).toBe(before);
  });
});

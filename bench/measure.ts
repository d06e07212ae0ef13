import type { Page } from '@playwright/test';
import type { Backend } from '../src/run/device/executor';
import { benchGraph, type BenchNetwork } from '../src/run/measure/benchNetworks';
import { devicePlanOf } from '../src/run/webgpu/devicePlan';
import type { Runtime, ScriptTimes } from './page/contestant';
import { largestDifference, type Measurement } from './summary';

export type Heat = {
  readonly network: BenchNetwork;
  readonly backend: Backend;
  /** WebAssembly threads; 0 on WebGPU. */
  readonly threads: number;
  readonly rounds: number;
};

const runtimes: readonly Runtime[] = ['ours', 'stock', 'graphModel', 'onnxruntime'];

/** Idle threads spin for a moment; after the pause the next contestant has the processor to itself. */
const pauseMs = 200;

/**
 * Opens all contestants on one network, warms each up with two runs, compares their logits, then times them in turn.
 * Reports and leaves out a contestant that cannot run or whose logits differ.
 */
export async function measure(page: Page, heat: Heat, report: (message: string) => void): Promise<Measurement> {
  const { network, backend, threads, rounds } = heat;
  const logits = new Map<Runtime, readonly number[]>();
  for (const runtime of runtimes) {
    try {
      await page.evaluate(([key, id, net, count]) => window.bench.open(key, id, net, count), [
        runtime,
        { runtime, backend },
        network.id,
        threads,
      ] as const);
      await page.evaluate((key) => window.bench.logits(key), runtime);
      logits.set(runtime, await page.evaluate((key) => window.bench.logits(key), runtime));
    } catch (error) {
      report(`${network.name} on ${backend}: ${runtime} does not run: ${error instanceof Error ? error.message : ''}`);
    }
  }
  const differences = new Map(
    [...logits].map(([runtime, values]) => [runtime, difference(values, logits.get('stock'))]),
  );
  for (const [runtime, found] of differences) {
    if (found <= largestDifference) continue;
    report(
      `${network.name} on ${backend}: ${runtime} computes something else (got ${found}, wanted ${largestDifference})`,
    );
    differences.delete(runtime);
  }
  const times = new Map<Runtime, number[]>([...differences.keys()].map((runtime) => [runtime, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [runtime, timesMs] of rotated([...times], round)) {
      await page.waitForTimeout(pauseMs);
      timesMs.push(await page.evaluate((key) => window.bench.runMs(key), runtime));
    }
  }
  const script = new Map<Runtime, ScriptTimes | null>();
  for (const runtime of times.keys())
    script.set(runtime, await page.evaluate((key) => window.bench.script(key), runtime));
  const contestants = [...times].map(([runtime, timesMs]) => {
    return { runtime, timesMs, difference: differences.get(runtime) ?? NaN, script: script.get(runtime) ?? null };
  });
  const plan = devicePlanOf(benchGraph(network).graph);
  const dispatches = plan.ok ? plan.value.steps.length : NaN;
  return { network: network.name, backend, threads, dispatches, contestants };
}

/** Starts each round with another contestant, or each would always run after the same one's spinning threads. */
function rotated<T>(list: readonly T[], by: number): readonly T[] {
  const first = by % list.length;
  return [...list.slice(first), ...list.slice(0, first)];
}

/** The largest difference, as a share of the largest reference value. */
function difference(values: readonly number[], reference: readonly number[] | undefined): number {
  if (reference?.length !== values.length) return Infinity;
  const largest = Math.max(...reference.map(Math.abs));
  return Math.max(...values.map((value, index) => Math.abs(value - (reference[index] ?? NaN)))) / largest;
}

import { success, type Result } from '../../nets/result';
import type { Graph } from '../../nets/graph';
import type { Executor } from '../device/executor';
import type { NetworkTimer } from '../device/networkTimer';
import { randomTensors } from '../weights/randomTensors';
import { repeatsToRead } from '../device/repeatsToRead';
import type { RunError } from '../errors/runError';
import type { ServedCalls } from '../worker/serveCalls';
import { loadSilenceMs } from '../worker/silence';
import { openTimer } from './openTimer';

/** Times of one run in milliseconds: for each network, one for each finished round. */
export type ExperimentSamples = readonly (readonly number[])[];

export type ExperimentTiming = {
  readonly rounds: number;
  /** Called when a network is ready (`samples` still empty) and after every round. */
  readonly onProgress: (done: number, total: number, samples: ExperimentSamples) => void;
  readonly served: ServedCalls;
};

/** A sample lasts at least this long, in milliseconds; shorter runs are repeated. */
const wantedMs = 40;
const maxRuns = 200;

/**
 * Times networks against each other. All are compiled first; then each round runs every network, alternately forwards
 * and backwards, so that a device that heats up or is busy slows all of them and not just the last.
 */
export async function timeExperiment(
  executor: Executor,
  graphs: readonly Graph[],
  { rounds, onProgress, served }: ExperimentTiming,
): Promise<Result<ExperimentSamples, RunError>> {
  const total = graphs.length + rounds;
  const ready: Ready[] = [];
  for (const graph of graphs) {
    const network = await prepareNetwork(executor, graph, served);
    if (!network.ok) return network;
    ready.push(network.value);
    onProgress(
      ready.length,
      total,
      graphs.map(() => []),
    );
  }
  const timed = await served.silently(Infinity, () =>
    timeRounds(ready, rounds, (done, samples) => onProgress(graphs.length + done, total, samples)),
  );
  for (const { dispose } of ready) dispose();
  return timed;
}

async function timeRounds(
  ready: readonly Ready[],
  rounds: number,
  onRound: (done: number, samples: ExperimentSamples) => void,
): Promise<Result<ExperimentSamples, RunError>> {
  const samples: number[][] = ready.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    const order = round % 2 === 0 ? ready.keys() : [...ready.keys()].reverse();
    for (const index of order) {
      const network = ready[index];
      if (network === undefined) continue;
      const taken = await network.timer.prefixMs(network.timer.steps.length, network.runs);
      if (!taken.ok) return taken;
      samples[index]?.push(taken.value / network.runs);
    }
    onRound(
      round + 1,
      samples.map((sample) => [...sample]),
    );
  }
  return success(samples);
}

type Ready = { readonly timer: NetworkTimer; readonly runs: number; readonly dispose: () => void };

/** Compiles a network with random weights, warms it up, and finds how many runs make a sample. */
async function prepareNetwork(executor: Executor, graph: Graph, served: ServedCalls): Promise<Result<Ready, RunError>> {
  const network = await served.silently(loadSilenceMs, () =>
    executor.compile(graph, randomTensors(graph), () => undefined),
  );
  if (!network.ok) return network;
  return served.silently(Infinity, async () => {
    const timer = await openTimer(network.value);
    if (!timer.ok) return timer;
    const runs = await repeatsToRead((times) => timer.value.prefixMs(timer.value.steps.length, times), {
      wantedMs,
      max: maxRuns,
    });
    if (!runs.ok) return runs;
    return success({ timer: timer.value, runs: runs.value, dispose: network.value.dispose });
  });
}

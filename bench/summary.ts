import { medianOf } from '../src/nets/measurements/spread';
import type { Backend } from '../src/run/device/executor';
import type { Runtime, ScriptTimes } from './page/contestant';

/** One network on one backend: every contestant's times, round by round, in milliseconds. */
export type Measurement = {
  readonly network: string;
  readonly backend: Backend;
  /** Threads of WebAssembly; 0 on WebGPU. */
  readonly threads: number;
  /** Dispatches of our recorded network, a frame's own two not counted. */
  readonly dispatches: number;
  readonly contestants: readonly ContestantTimes[];
};

export type ContestantTimes = {
  readonly runtime: Runtime;
  readonly timesMs: readonly number[];
  /** Largest difference of a logit from the stock ops', as a share of the largest logit. */
  readonly difference: number;
  /** Null where the contestant cannot tell, and on WebAssembly. */
  readonly script: ScriptTimes | null;
};

/** What ours is to reach: at most this share of a peer's time. */
export type Target = {
  readonly network: string;
  readonly backend: Backend;
  readonly peer: Runtime;
  readonly ratio: number;
};

export type Verdict = Target & { readonly threads: number; readonly measured: number; readonly isMet: boolean };

/** Logits further apart than this are not the same network's. */
export const largestDifference = 1e-3;

const targets: readonly Target[] = [
  { network: 'MobileNet V2 1.0', backend: 'webgpu', peer: 'onnxruntime', ratio: 0.2 },
  { network: 'MobileNet V2 1.0', backend: 'webgpu', peer: 'graphModel', ratio: 0.3 },
  { network: 'ShuffleNet V1 g=3', backend: 'webgpu', peer: 'onnxruntime', ratio: 0.2 },
  { network: 'ShuffleNet V1 g=3', backend: 'webgpu', peer: 'graphModel', ratio: 0.2 },
  { network: 'MobileNet V2 1.0', backend: 'wasm', peer: 'onnxruntime', ratio: 1 },
  { network: 'SqueezeNet 1.1', backend: 'wasm', peer: 'onnxruntime', ratio: 1 },
  { network: 'ShuffleNet V2 1.0', backend: 'wasm', peer: 'onnxruntime', ratio: 1 },
  { network: 'ShuffleNet V1 g=3', backend: 'wasm', peer: 'onnxruntime', ratio: 1.1 },
];

/**
 * Ours as a share of a peer's time: the median over the rounds of the ratio within each round, in which both ran right
 * after each other. So a machine that slows down and recovers does not decide. NaN when either did not run.
 */
export function ratioTo(peer: Runtime, { contestants }: Measurement): number {
  const timesOf = (runtime: Runtime) => contestants.find((each) => each.runtime === runtime)?.timesMs ?? [];
  const peers = timesOf(peer);
  const ratios = timesOf('ours').flatMap((ours, round) => {
    const theirs = peers[round];
    return theirs === undefined ? [] : [ours / theirs];
  });
  return medianOf(ratios);
}

/** Every target that something was measured for, met or missed. */
export function verdictsOf(measurements: readonly Measurement[]): readonly Verdict[] {
  return targets.flatMap((target) =>
    measurements
      .filter(({ network, backend }) => network === target.network && backend === target.backend)
      .map((measurement) => {
        const measured = ratioTo(target.peer, measurement);
        return { ...target, threads: measurement.threads, measured, isMet: measured <= target.ratio };
      }),
  );
}

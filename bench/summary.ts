import { medianOf } from '../src/nets/measurements/spread';
import type { Backend } from '../src/run/device/executor';
import type { Runtime, ScriptTimes } from './page/contestant';

/** One network on one backend: every contestant's times, round by round, in milliseconds. */
export type Measurement = {
  readonly network: string;
  readonly backend: Backend;
  /** WebAssembly threads; 0 on WebGPU. */
  readonly threads: number;
  /** Dispatches of our recorded network, without the two that read a frame. */
  readonly dispatches: number;
  readonly contestants: readonly ContestantTimes[];
};

export type ContestantTimes = {
  readonly runtime: Runtime;
  readonly timesMs: readonly number[];
  /** Largest difference of a logit from that of the stock ops, as a share of the largest logit. */
  readonly difference: number;
  /** Null on WebAssembly, and where the contestant cannot measure it. */
  readonly script: ScriptTimes | null;
};

/** The max share of a peer's time that our run may take. */
export type Target = {
  readonly network: string;
  readonly backend: Backend;
  readonly peer: Runtime;
  readonly ratio: number;
};

export type Verdict = Target & { readonly threads: number; readonly measured: number; readonly isMet: boolean };

/** Above this difference the logits are not those of the same network. */
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
 * Our time as a share of a peer's: the median of the per-round ratios. Both run close together within a round, so a
 * machine that slows down for a while slows both. NaN when either did not run.
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

/** A verdict for every target that was measured. */
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

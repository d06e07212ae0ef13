import type { Result } from '../nets/result';
import type { RunError } from './runError';

/**
 * What takes the time: the device's own timestamps around its work (`timestamps`), or the processor's clock around the
 * commands until the device has done them (`wall`).
 */
export type Clock = {
  readonly kind: 'timestamps' | 'wall';
  /** The least difference that it can show, measured, in milliseconds. */
  readonly resolutionMs: number;
};

/**
 * A compiled network with an input, for taking its time in parts. Times are in milliseconds for all repeats together, so
 * that the caller decides how often is often enough. Whoever opens one disposes of it; until then it holds every
 * tensor of the network.
 */
export type NetworkTimer = {
  /** The ids of the nodes that each step of the replay computes, in order: an op, with what is fused into it. */
  readonly steps: readonly (readonly string[])[];
  /** What times a step alone; null when the device can only be timed as a whole. */
  readonly stepClock: Clock | null;
  /** What times the first so many steps. */
  readonly prefixClock: Clock;
  /** How often a step may be repeated in one go without filling the memory. */
  readonly mostRepeats: (step: number) => number;
  /** One step `times` times in a row, on the inputs it has in the network. An error where `stepClock` is null. */
  readonly stepMs: (step: number, times: number) => Promise<Result<number, RunError>>;
  /** The first `count` steps, `times` times in a row; nothing is read back. */
  readonly prefixMs: (count: number, times: number) => Promise<Result<number, RunError>>;
  readonly dispose: () => void;
};

import type { Result } from '../../nets/result';
import type { RunError } from '../errors/runError';

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
 * that the caller decides how often is often enough. It works in the network's own memory: nothing else may run it meanwhile.
 */
export type NetworkTimer = {
  /**
   * The ids of the nodes that each step of the replay computes, in order: an op, with what is fused into it. Nodes that
   * cost the device nothing are in none.
   */
  readonly steps: readonly (readonly string[])[];
  /** What times a step alone; null when the device can only be timed as a whole. */
  readonly stepClock: Clock | null;
  /** What times the first so many steps. */
  readonly prefixClock: Clock;
  /**
   * One step `times` times in a row. Steps that are timed in their order find the inputs that they have in the network.
   * An error where `stepClock` is null.
   */
  readonly stepMs: (step: number, times: number) => Promise<Result<number, RunError>>;
  /** The first `count` steps, `times` times in a row; nothing is read back. */
  readonly prefixMs: (count: number, times: number) => Promise<Result<number, RunError>>;
};

import type { Result } from '../../nets/result';
import type { RunError } from '../errors/runError';

/**
 * How times are measured: by the device's own timestamps (`timestamps`), or on the processor, from the first command
 * until the device has finished (`wall`).
 */
export type Clock = {
  readonly kind: 'timestamps' | 'wall';
  /** The smallest difference that the clock shows, measured, in milliseconds. */
  readonly resolutionMs: number;
};

/**
 * Times parts of a compiled network on one input. Times are in milliseconds for all repeats together; the caller
 * decides how many. It uses the memory of the network, which must not run meanwhile.
 */
export type NetworkTimer = {
  /**
   * The node ids that each step of the replay computes, in order: an op, with those fused into it. Nodes that cost
   * nothing on the device are in none.
   */
  readonly steps: readonly (readonly string[])[];
  /** Times a single step; null when the device can only be timed as a whole. */
  readonly stepClock: Clock | null;
  /** Times the first k steps. */
  readonly prefixClock: Clock;
  /**
   * Runs one step `times` times in a row. Steps timed in order read the inputs that they have in the network. Fails
   * where `stepClock` is null.
   */
  readonly stepMs: (step: number, times: number) => Promise<Result<number, RunError>>;
  /** Runs the first `count` steps `times` times in a row, without reading anything back. */
  readonly prefixMs: (count: number, times: number) => Promise<Result<number, RunError>>;
};

import type { DeviceReport } from '../device/executor';
import type { RunError } from '../errors/runError';

/** The device of a tfjs backend, as the executor uses it. */
export type TfjsDevice = {
  readonly report: DeviceReport;
  readonly lost: Promise<string>;
  /** Runs commands and reports whether the device refused any: a refused command can look like a fast one. */
  readonly checked: <T>(commands: () => T) => { readonly value: T; readonly verdict: Promise<RunError | null> };
  /** Submits the commands that tfjs has recorded so far. */
  readonly flush: () => void;
  /** Resolves when the device has finished all submitted work. */
  readonly idle: () => Promise<void>;
  /** Compiles every kernel that `commands` use, without running them. */
  readonly prepare: (commands: () => void) => Promise<void>;
  /** Releases memory of freed tensors that tfjs keeps for reuse. */
  readonly trim: () => void;
  readonly bytesHeld: () => number;
  /** Destroys the device, as a crashed driver would. */
  readonly loseDevice: () => void;
  readonly dispose: () => void;
};

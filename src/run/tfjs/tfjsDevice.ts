import type { DeviceReport } from '../device/executor';
import type { RunError } from '../errors/runError';

/** What the executor needs to know about the device under a tfjs backend. */
export type TfjsDevice = {
  readonly report: DeviceReport;
  readonly lost: Promise<string>;
  /** Runs commands and finds out whether the device refused any: results of refused commands look fast and plausible. */
  readonly checked: <T>(commands: () => T) => { readonly value: T; readonly verdict: Promise<RunError | null> };
  /** Hands the device every command that is still only recorded. */
  readonly flush: () => void;
  /** Resolves when the device has done all it was told. */
  readonly idle: () => Promise<void>;
  /** Prepares every kernel that `commands` use, before their first real run. */
  readonly prepare: (commands: () => void) => Promise<void>;
  /** Gives back the memory of freed tensors that was kept for reuse. */
  readonly trim: () => void;
  readonly bytesHeld: () => number;
  /** Destroys the device, as a crashed driver would. */
  readonly loseDevice: () => void;
  readonly dispose: () => void;
};

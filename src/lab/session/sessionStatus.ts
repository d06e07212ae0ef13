import type { StoreApi } from 'zustand/vanilla';
import type { DeviceMemory, DeviceReport } from '../../run/device/executor';
import type { FrameSource } from '../../run/frames/frameSource';
import type { LoadProgress, LoadReport } from '../../run/engine/engineCalls';
import type { RunError } from '../../run/errors/runError';

/** How far what was chosen has come about. */
export type LiveStatus = {
  readonly device: DeviceReport | null;
  /** The graphics device was lost and is being brought back. */
  readonly isRecovering: boolean;
  readonly progress: LoadProgress | null;
  /** The network that runs. */
  readonly report: LoadReport | null;
  /** What the engine holds now: for the network, and for looks inside it. */
  readonly memory: DeviceMemory | null;
  readonly source: FrameSource | null;
  readonly isOpening: boolean;
  readonly engineFault: RunError | null;
  /** Why the wanted source did not open; the one before it stays. */
  readonly sourceFault: RunError | null;
};

export type LiveStatusStore = StoreApi<LiveStatus>;

export const idleStatus: LiveStatus = {
  device: null,
  isRecovering: false,
  progress: null,
  report: null,
  memory: null,
  source: null,
  isOpening: false,
  engineFault: null,
  sourceFault: null,
};

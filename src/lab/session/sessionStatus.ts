import type { StoreApi } from 'zustand/vanilla';
import type { DeviceMemory, DeviceReport } from '../../run/device/executor';
import type { LoadProgress, LoadReport } from '../../run/engine/engineCalls';
import type { RunError } from '../../run/errors/runError';
import type { FrameSource } from '../../run/frames/frameSource';
import type { FrameFeed } from '../feed/frameFeed';
import type { Runnable } from '../networks/runnable';
import type { SourceChoice } from './chosenSource';

/** One network of a run: the only one of a live run, or one of those that race. */
export type Lane = {
  /** As `runnableName` writes it. */
  readonly name: string;
  readonly runnable: Runnable;
  readonly progress: LoadProgress | null;
  /** Null until the network is loaded. */
  readonly report: LoadReport | null;
  /** Why it does not run, while the other lanes go on. */
  readonly fault: RunError | null;
  readonly frames: FrameFeed;
};

/** How far a session has got with what was chosen. */
export type SessionStatus = {
  readonly device: DeviceReport | null;
  /** The graphics device was lost and is being recovered. */
  readonly isRecovering: boolean;
  /** How often in a row it was lost, up to the last loss; 0 before the first. */
  readonly losses: number;
  /** What the engine holds now: for its networks, and for looks inside them. */
  readonly memory: DeviceMemory | null;
  /** In the order in which they were chosen. */
  readonly lanes: readonly Lane[];
  readonly source: FrameSource | null;
  /** What `source` was opened from, while another may be chosen already. */
  readonly shown: SourceChoice | null;
  readonly isOpening: boolean;
  /** What was chosen and did not open, until something else is chosen or opens. */
  readonly failed: SourceChoice | null;
  /** Whether the source that shows gives no more pictures: a camera that went away, a video that broke off. */
  readonly hasEnded: boolean;
  /** Why nothing runs; a fault of one network alone is in its lane. */
  readonly engineFault: RunError | null;
  /** Why the chosen source did not open, in which case the previous one stays, or gives no more pictures. */
  readonly sourceFault: RunError | null;
};

export type SessionStore = StoreApi<SessionStatus>;

export const idleStatus: SessionStatus = {
  device: null,
  isRecovering: false,
  losses: 0,
  memory: null,
  lanes: [],
  source: null,
  shown: null,
  isOpening: false,
  failed: null,
  hasEnded: false,
  engineFault: null,
  sourceFault: null,
};

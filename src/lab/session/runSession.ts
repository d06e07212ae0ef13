import { createStore } from 'zustand/vanilla';
import type { Engine } from '../../run/engine/engine';
import type { BackendChoice, TuningChoice } from '../../run/device/executor';
import type { FrameSource } from '../../run/frames/frameSource';
import { runLive, type LiveRun } from '../../run/loops/runLanes';
import type { LoadReport, NetworkChoice } from '../../run/engine/engineCalls';
import { frameFeed, type FrameFeed } from '../feed/frameFeed';
import { idleStatus, type LiveStatus, type LiveStatusStore } from './sessionStatus';
import { networkSlot } from './sessionEngine';
import { sourceSlot, type SourceChoice } from './sessionSource';
import { stillFrames } from './stillFrames';
import { taskSlot } from './latestTask';

/** Everything that the person decides about a live run. Parts that stay the same object are left running. */
export type LiveChoice = {
  readonly backend: BackendChoice;
  readonly tuning: TuningChoice;
  /** Null as long as it is not known which networks there are. */
  readonly network: NetworkChoice | null;
  readonly source: SourceChoice;
  /** Whether a photo is classified over and over, to measure it. */
  readonly repeatsPhoto: boolean;
  /** Whether the picture of a camera or video stands still; the network then looks at it once. */
  readonly isPaused: boolean;
  /** Whether guesses are averaged over frames. */
  readonly smoothsGuesses: boolean;
};

export type LiveSession = {
  readonly status: LiveStatusStore;
  readonly frames: FrameFeed;
  /** The running engine, for looks inside; null before the first choice. */
  readonly engine: () => Engine | null;
  /** Brings about what is chosen; only what differs from the last choice is started anew. */
  readonly choose: (choice: LiveChoice) => void;
  readonly retryEngine: () => void;
  readonly retrySource: () => void;
  /** Ends camera and engine. A later `choose` starts again. */
  readonly close: () => void;
};

/** Joins an engine, a network and a picture source, each of which can change while the others stay. */
export function createLiveSession(): LiveSession {
  const status = createStore<LiveStatus>()(() => idleStatus);
  const frames = frameFeed((index) => status.getState().report?.labels?.[index] ?? String(index));
  const running = taskSlot();
  let chosen: LiveChoice | null = null;

  const stop = (): void => {
    running.stop();
    frames.clear();
  };

  function begin(): void {
    const { source, report } = status.getState();
    const engine = network.engine();
    stop();
    if (source === null || chosen === null) return;
    source.hold(chosen.isPaused);
    if (report === null || engine === null) return;
    const run = { source: asChosen(source, chosen), engine, onFrame: frames.push, ...runOf(report) };
    running.start((signal) => follow({ ...run, signal }, status));
  }

  const network = networkSlot(status, begin);
  const source = sourceSlot(status, begin);
  function load(choice: LiveChoice): void {
    stop();
    network.load(choice.network);
  }

  return {
    status,
    frames,
    engine: network.engine,
    choose: (choice) => {
      const last = chosen;
      chosen = choice;
      const startsAnew = last?.backend !== choice.backend || last.tuning !== choice.tuning;
      if (startsAnew) network.start(choice.backend, choice.tuning);
      if (startsAnew || last.network !== choice.network) load(choice);
      if (last?.source !== choice.source) source.open(choice.source);
      if (last !== null && (last.repeatsPhoto !== choice.repeatsPhoto || last.isPaused !== choice.isPaused)) begin();
      frames.smooth(choice.smoothsGuesses);
    },
    retryEngine: () => {
      if (chosen === null) return;
      network.start(chosen.backend, chosen.tuning);
      load(chosen);
    },
    retrySource: () => {
      if (chosen !== null) source.open(chosen.source);
    },
    close: () => {
      stop();
      source.close();
      network.close();
      chosen = null;
      status.setState(idleStatus);
    },
  };
}

/** On WebGPU the worker is free while the device computes. */
function runOf({ network, device }: LoadReport): Pick<LiveRun, 'network' | 'overlaps'> {
  return { network, overlaps: device.backend === 'webgpu' };
}

/** Runs until the end, and tells why if it was not wanted. */
async function follow(run: LiveRun, status: LiveStatusStore): Promise<void> {
  const ended = await runLive(run);
  if (ended.ok || run.signal.aborted) return;
  status.setState(ended.error.code === 'cameraLost' ? { sourceFault: ended.error } : { engineFault: ended.error });
}

/** A source that moves, or the one picture it stands still at. */
function asChosen(source: FrameSource, { isPaused, repeatsPhoto }: LiveChoice): FrameSource {
  return source.kind === 'photo' || isPaused ? stillFrames(source, repeatsPhoto) : source;
}

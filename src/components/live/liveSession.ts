import { createStore } from 'zustand/vanilla';
import type { BackendChoice } from '../../run/executor';
import { runLive } from '../../run/liveRun';
import type { NetworkChoice } from '../../run/network';
import { frameFeed, type FrameFeed } from './frameFeed';
import { idleStatus, type LiveStatus, type LiveStatusStore } from './liveStatus';
import { networkSlot } from './networkSlot';
import { photoFrames } from './photoFrames';
import { sourceSlot, type SourceChoice } from './sourceSlot';
import { taskSlot } from './taskSlot';

/** Everything that the person decides about a live run. Parts that stay the same object are left running. */
export type LiveChoice = {
  readonly backend: BackendChoice;
  /** Null as long as it is not known which networks there are. */
  readonly network: NetworkChoice | null;
  readonly source: SourceChoice;
  /** Whether a photo is classified over and over, to measure it. */
  readonly repeatsPhoto: boolean;
};

export type LiveSession = {
  readonly status: LiveStatusStore;
  readonly frames: FrameFeed;
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
  const frames = frameFeed();
  const running = taskSlot();
  let chosen: LiveChoice | null = null;

  function run(): void {
    const { source, report } = status.getState();
    const engine = network.engine();
    frames.clear();
    if (source === null || report === null || engine === null) return;
    const seen = source.kind === 'photo' ? photoFrames(source, chosen?.repeatsPhoto ?? false) : source;
    running.start(async (signal) => {
      const ended = await runLive({ source: seen, engine, network: report.network, onFrame: frames.push, signal });
      if (ended.ok || signal.aborted) return;
      status.setState(ended.error.code === 'cameraLost' ? { sourceFault: ended.error } : { engineFault: ended.error });
    });
  }

  const network = networkSlot(status, run);
  const source = sourceSlot(status, run);

  function load(choice: LiveChoice): void {
    running.stop();
    frames.clear();
    network.load(choice.network);
  }

  return {
    status,
    frames,
    choose: (choice) => {
      const last = chosen;
      chosen = choice;
      const startsAnew = last?.backend !== choice.backend;
      if (startsAnew) network.start(choice.backend);
      if (startsAnew || last.network !== choice.network) load(choice);
      if (last?.source !== choice.source) source.open(choice.source);
      if (last !== null && last.repeatsPhoto !== choice.repeatsPhoto) run();
    },
    retryEngine: () => {
      if (chosen === null) return;
      network.start(chosen.backend);
      load(chosen);
    },
    retrySource: () => {
      if (chosen !== null) source.open(chosen.source);
    },
    close: () => {
      running.stop();
      source.close();
      network.close();
      chosen = null;
      frames.clear();
      status.setState(idleStatus);
    },
  };
}

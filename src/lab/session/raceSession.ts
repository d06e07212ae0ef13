import { createStore, type StoreApi } from 'zustand/vanilla';
import { createEngine, type Engine } from '../../run/engine/engine';
import type { BackendChoice } from '../../run/device/executor';
import { runRace, type RaceRun } from '../../run/loops/raceRun';
import { idleStatus, type LiveStatusStore } from './sessionStatus';
import { sourceSlot, type SourceChoice } from './sessionSource';
import { stillFrames } from './stillFrames';
import { taskSlot } from './latestTask';
import { laneSlots, type Lane, type LaneSlots, type Racer } from './sessionLanes';
import { raceFeed, type RaceFeed } from '../feed/feedGroup';

/** What is to race. Parts that stay the same are left running. */
export type RaceChoice = {
  readonly backend: BackendChoice;
  readonly networks: readonly Racer[];
  readonly source: SourceChoice;
  /** Whether the picture of a camera or video stands still; every network then looks at it once. */
  readonly isPaused: boolean;
};

export type RaceSession = {
  /** Device, source and their faults; `report` stays null. */
  readonly status: LiveStatusStore;
  readonly lanes: StoreApi<readonly Lane[]>;
  readonly frames: RaceFeed;
  readonly choose: (choice: RaceChoice) => void;
  readonly retryEngine: () => void;
  /** Loads the networks again that did not load. */
  readonly retryLanes: () => void;
  readonly retrySource: () => void;
  readonly close: () => void;
};

/** Joins an engine, several networks in it, and a picture source. A photo is looked at over and over. */
export function createRaceSession(openEngine: (backend: BackendChoice) => Engine = createEngine): RaceSession {
  const status: LiveStatusStore = createStore(() => idleStatus);
  const frames = raceFeed();
  const running = taskSlot();
  const slots = laneSlots(status, frames, begin, openEngine);
  const source = sourceSlot(status, begin);
  let chosen: RaceChoice | null = null;

  function begin(): void {
    running.stop();
    const { source: seen } = status.getState();
    const networks = slots.lanes.getState().flatMap(({ report }) => report?.network ?? []);
    const engine = slots.engine();
    if (seen === null || chosen === null) return;
    seen.hold(chosen.isPaused);
    if (engine === null || networks.length === 0) return;
    const isStill = seen.kind === 'photo' || chosen.isPaused;
    const run = { source: isStill ? stillFrames(seen, seen.kind === 'photo') : seen, engine, networks };
    running.start((signal) => follow({ ...run, onFrame: frames.push, signal }, status, slots));
  }

  function restart({ backend, networks }: RaceChoice): void {
    running.stop();
    slots.start(backend);
    slots.load(networks);
  }

  return {
    status,
    lanes: slots.lanes,
    frames,
    choose: (choice) => {
      const last = chosen;
      chosen = choice;
      if (last?.backend !== choice.backend) restart(choice);
      else if (last.networks !== choice.networks) slots.load(choice.networks);
      if (last?.source !== choice.source) source.open(choice.source);
      if (last !== null && last.isPaused !== choice.isPaused) begin();
    },
    retryEngine: () => {
      if (chosen !== null) restart(chosen);
    },
    retryLanes: () => {
      if (chosen !== null) slots.load(chosen.networks);
    },
    retrySource: () => {
      if (chosen !== null) source.open(chosen.source);
    },
    close: () => {
      running.stop();
      source.close();
      slots.close();
      chosen = null;
      status.setState(idleStatus);
    },
  };
}

/** Runs until the end, and tells why if it was not wanted. A network that finds no memory leaves; the others go on. */
async function follow(run: RaceRun, status: LiveStatusStore, slots: LaneSlots): Promise<void> {
  const ended = await runRace(run);
  if (ended.ok || run.signal.aborted) return;
  const { error, network } = ended.error;
  if (error.code === 'cameraLost') status.setState({ sourceFault: error });
  else if (error.code === 'outOfMemory' && network !== null) slots.fail(network, error);
  else status.setState({ engineFault: error });
}

import { createStore } from 'zustand/vanilla';
import type { BackendChoice, TuningChoice } from '../../run/device/executor';
import { createEngine, type Engine } from '../../run/engine/engine';
import type { RunError } from '../../run/errors/runError';
import type { FrameSource } from '../../run/frames/frameSource';
import { runLanes, type LaneRun } from '../../run/loops/runLanes';
import { feedGroup, type FeedGroup } from '../feed/feedGroup';
import type { Runnable } from '../networks/runnable';
import { latestTask } from './latestTask';
import { sessionEngine } from './sessionEngine';
import { sessionLanes, type SessionLanes } from './sessionLanes';
import type { SourceChoice } from './chosenSource';
import { openSource, sessionSource } from './sessionSource';
import { idleStatus, type SessionStore } from './sessionStatus';
import { stillFrames } from './stillFrames';

/** Everything that a person decides about a run. Parts that stay the same object are left running. */
export type RunChoice = {
  readonly backend: BackendChoice;
  readonly tuning: TuningChoice;
  /** One for a live run, several for a race; none until it is known which networks there are. */
  readonly networks: readonly Runnable[];
  readonly source: SourceChoice;
  /** Which pictures are classified over and over, to measure them: photos, or a paused camera or video as well. */
  readonly repeats: 'nothing' | 'photos' | 'stills';
  /** Whether the picture of a camera or video is held. */
  readonly isPaused: boolean;
  /** Whether guesses are averaged over frames. */
  readonly smoothsGuesses: boolean;
};

export type RunSession = {
  readonly status: SessionStore;
  readonly frames: Pick<FeedGroup, 'summaries' | 'subscribe'>;
  /** The running engine, for looks inside; null before the first choice. */
  readonly engine: () => Engine | null;
  /** Runs what is chosen; only the parts that differ from the last choice start again. */
  readonly choose: (choice: RunChoice) => void;
  /** Starts another engine with the same networks. */
  readonly retryEngine: () => void;
  /** Loads the networks again that failed. */
  readonly retryLanes: () => void;
  readonly retrySource: () => void;
  /** Ends camera and engine. A later `choose` starts again. */
  readonly close: () => void;
};

/** How engines and sources are opened, where not in the usual way. */
type Opens = { readonly engine: typeof createEngine; readonly source: typeof openSource };

/** Joins an engine, its networks and a source of frames, each of which can change while the others stay. */
export function createRunSession(open: Partial<Opens> = {}): RunSession {
  const status: SessionStore = createStore(() => idleStatus);
  const frames = feedGroup();
  const running = latestTask();
  const engine = sessionEngine(status, open.engine ?? createEngine);
  const lanes = sessionLanes(status, frames, engine.current, begin);
  const source = sessionSource(status, open.source ?? openSource, beginAfresh);
  let chosen: RunChoice | null = null;

  function begin(): void {
    running.stop();
    const run = chosen === null ? null : runOf(chosen, status, engine.current());
    if (run !== null) running.start((signal) => follow({ ...run, signal }, status, lanes));
  }

  /** After a change of the picture. A live run measures from the start; in a race, measurements go on. */
  function beginAfresh(): void {
    const [only, ...others] = status.getState().lanes;
    if (others.length === 0) only?.frames.clear();
    begin();
  }

  /** Loads what is missing into the engine that runs, or all into another; by default only if its worker is gone. */
  function load(choice: RunChoice, another = status.getState().engineFault?.code === 'workerGone'): void {
    if (another) {
      lanes.clear();
      engine.start(choice.backend, choice.tuning);
    } else engine.clearFault();
    lanes.load(choice.networks);
  }

  const retry = (start: (choice: RunChoice) => void) => (): void => {
    if (chosen !== null) start(chosen);
  };

  return {
    ...{ status, frames, engine: engine.current },
    choose: (choice) => {
      const last = chosen;
      chosen = choice;
      frames.smooth(choice.smoothsGuesses);
      if (last?.backend !== choice.backend || last.tuning !== choice.tuning) load(choice, true);
      else if (last.networks !== choice.networks) load(choice);
      if (last?.source !== choice.source) source.open(choice.source);
      if (last !== null && (last.repeats !== choice.repeats || last.isPaused !== choice.isPaused)) beginAfresh();
    },
    retryEngine: retry((choice) => load(choice, true)),
    retryLanes: retry((choice) => load(choice)),
    retrySource: source.retry,
    close: () => {
      running.stop();
      source.close();
      lanes.clear();
      engine.close();
      chosen = null;
      status.setState(idleStatus);
    },
  };
}

/** What can run now, or null where the picture, the engine or every network is missing. Holds a paused picture. */
function runOf(choice: RunChoice, status: SessionStore, engine: Engine | null): Omit<LaneRun, 'signal'> | null {
  const { source, lanes } = status.getState();
  source?.hold(choice.isPaused);
  const ready = lanes.flatMap(({ report, frames }) => (report === null ? [] : [{ report, frames }]));
  if (source === null || engine === null || ready.length === 0) return null;
  const feeds = new Map(ready.map(({ report, frames }) => [report.network, frames]));
  return {
    source: framesOf(source, choice),
    engine,
    networks: [...feeds.keys()],
    // On WebGPU the worker is free while the device computes.
    overlaps: lanes.length === 1 && ready.every(({ report }) => report.device.backend === 'webgpu'),
    onFrame: (network, frame) => feeds.get(network)?.push(frame),
  };
}

/** A moving source as it is, a picture that does not move once or over and over. */
function framesOf(source: FrameSource, { isPaused, repeats }: RunChoice): FrameSource {
  const isPhoto = source.kind === 'photo';
  if (!isPhoto && !isPaused) return source;
  return stillFrames(source, repeats === 'stills' || (repeats === 'photos' && isPhoto));
}

/** Faults of a source that gives no more pictures. */
const sourceFaults: ReadonlySet<RunError['code']> = new Set(['cameraLost', 'videoBroke', 'notAnImage']);

/** Runs until the end, and reports why if that was not wanted. A network that finds no memory leaves the run. */
async function follow(run: LaneRun, status: SessionStore, lanes: SessionLanes): Promise<void> {
  const ended = await runLanes(run);
  if (ended.ok || run.signal.aborted) return;
  const { error, network } = ended.error;
  if (sourceFaults.has(error.code)) status.setState({ sourceFault: error, hasEnded: error.code !== 'notAnImage' });
  else if (error.code === 'outOfMemory' && network !== null) lanes.fail(network, error);
  else status.setState({ engineFault: error });
}

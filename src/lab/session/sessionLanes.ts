import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Engine } from '../../run/engine/engine';
import type { BackendChoice } from '../../run/device/executor';
import type { LoadProgress, LoadReport, NetworkChoice, NetworkHandle } from '../../run/engine/engineCalls';
import type { RunError } from '../../run/errors/runError';
import type { LiveStatusStore } from './sessionStatus';
import { taskSlot } from './latestTask';
import type { RaceFeed } from '../feed/feedGroup';

/** One of the networks that race. */
export type Lane = {
  /** As `runnableName` writes it. */
  readonly name: string;
  readonly choice: NetworkChoice;
  readonly progress: LoadProgress | null;
  readonly report: LoadReport | null;
  /** Why it does not run; the others do. */
  readonly fault: RunError | null;
};

/** A network that is to race. */
export type Racer = Pick<Lane, 'name' | 'choice'>;

/** Room for one engine with several networks in it. */
export type LaneSlots = {
  readonly engine: () => Engine | null;
  readonly lanes: StoreApi<readonly Lane[]>;
  /** Replaces the engine. Its networks are gone with it. */
  readonly start: (backend: BackendChoice) => void;
  /** Loads the racers that are not there yet, and frees those that are not wanted any more. */
  readonly load: (racers: readonly Racer[]) => void;
  /** Takes a network that has failed while it ran out of the race, and frees what it held; the others go on. */
  readonly fail: (network: NetworkHandle, fault: RunError) => void;
  readonly close: () => void;
};

/**
 * @param onChanged called when other networks are ready to run than before
 * @param open starts an engine
 */
export function laneSlots(
  status: LiveStatusStore,
  frames: RaceFeed,
  onChanged: () => void,
  open: (backend: BackendChoice) => Engine,
): LaneSlots {
  const lanes = createStore<readonly Lane[]>(() => []);
  const loading = taskSlot();
  let engine: Engine | null = null;

  const free = (): void => {
    loading.stop();
    engine?.dispose();
    frames.clear();
    lanes.setState([], true);
  };

  return {
    engine: () => engine,
    lanes,
    start: (backend) => {
      free();
      engine = followed(open(backend), status);
    },
    load: (racers) => {
      const before = lanes.getState();
      const kept = new Map(before.map((lane) => [lane.name, lane]));
      for (const { name, report } of before) {
        if (report === null || racers.some((racer) => racer.name === name)) continue;
        void engine?.unload(report.network);
        frames.drop(report.network);
      }
      lanes.setState(
        racers.map(({ name, choice }) => kept.get(name) ?? idleLane(name, choice)),
        true,
      );
      onChanged();
      const current = engine;
      if (current !== null) loading.start((signal) => loadLanes(current, lanes, onChanged, signal));
    },
    fail: (network, fault) => {
      void engine?.unload(network);
      frames.drop(network);
      lanes.setState(
        lanes.getState().map((lane) => (lane.report?.network === network ? { ...lane, report: null, fault } : lane)),
        true,
      );
      onChanged();
    },
    close: () => {
      free();
      engine = null;
    },
  };
}

function idleLane(name: string, choice: NetworkChoice): Lane {
  return { name, choice, progress: null, report: null, fault: null };
}

/** An engine whose device and losses show in `status`. */
function followed(engine: Engine, status: LiveStatusStore): Engine {
  status.setState({ device: null, isRecovering: false, engineFault: null });
  engine.subscribe((event) => {
    if (event.kind === 'deviceLost') status.setState({ isRecovering: true });
    else if (event.kind === 'recovered') status.setState({ isRecovering: false, device: event.device });
    else status.setState({ isRecovering: false, engineFault: event.error });
  });
  void engine.device().then((device) => {
    if (device.ok) status.setState({ device: device.value });
    // The worker that is given up answers too, when it ends.
    else if (device.error.code !== 'aborted') status.setState({ engineFault: device.error });
  });
  return engine;
}

/** Loads one lane after another, and lets the race begin with those that are ready. */
async function loadLanes(
  engine: Engine,
  lanes: StoreApi<readonly Lane[]>,
  onLoaded: () => void,
  signal: AbortSignal,
): Promise<void> {
  const change = (name: string, part: Partial<Lane>): void => {
    if (signal.aborted) return;
    lanes.setState(
      lanes.getState().map((lane) => (lane.name === name ? { ...lane, ...part } : lane)),
      true,
    );
  };
  for (const { name, choice, report } of lanes.getState()) {
    if (report !== null) continue;
    change(name, { fault: null });
    const loaded = await engine.load(choice, { onProgress: (progress) => change(name, { progress }), signal });
    if (signal.aborted) {
      if (loaded.ok) void engine.unload(loaded.value.network);
      return;
    }
    change(name, loaded.ok ? { report: loaded.value, progress: null } : { fault: loaded.error, progress: null });
    if (loaded.ok) onLoaded();
  }
}

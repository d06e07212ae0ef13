import type { Engine } from '../../run/engine/engine';
import type { NetworkHandle } from '../../run/engine/engineCalls';
import type { RunError } from '../../run/errors/runError';
import { untilCalled } from '../../run/frames/untilCalled';
import type { FeedGroup } from '../feed/feedGroup';
import { networkChoiceOf, runnableName, type Runnable } from '../networks/runnable';
import { latestTask } from './latestTask';
import type { Lane, SessionStore } from './sessionStatus';

/** The networks of a session, which load one after another into its engine. */
export type SessionLanes = {
  /** Keeps the lanes whose network is still wanted, frees the others, and loads what is missing. */
  readonly load: (networks: readonly Runnable[]) => void;
  /** Frees a network that failed while it ran, and says why in its lane. */
  readonly fail: (network: NetworkHandle, fault: RunError) => void;
  /** Forgets all lanes, whose engine is gone. */
  readonly clear: () => void;
};

/**
 * @param engine the one to load into
 * @param onChanged called when the set of networks that can run has changed
 */
export function sessionLanes(
  status: SessionStore,
  frames: FeedGroup,
  engine: () => Engine | null,
  onChanged: () => void,
): SessionLanes {
  const loading = latestTask();
  /** A different field is a different race: what was measured in the one before does not compare with it. */
  const changed = (): void => {
    for (const { frames: feed } of status.getState().lanes) feed.clear();
    onChanged();
  };
  let loadedAtMs = -Infinity;

  const free = ({ name, report }: Lane): void => {
    if (report !== null) void engine()?.unload(report.network);
    frames.drop(name);
  };

  return {
    load: (networks) => {
      const { lanes } = status.getState();
      const kept = lanes.filter((lane) => networks.some((runnable) => isLaneOf(lane, runnable)));
      for (const lane of lanes) if (!kept.includes(lane)) free(lane);
      const wanted = networks.map(
        (runnable) => kept.find((lane) => isLaneOf(lane, runnable)) ?? idleLane(runnable, frames, status),
      );
      status.setState({ lanes: wanted });
      const isUnchanged = wanted.length === lanes.length && wanted.every((lane) => lanes.includes(lane));
      if (!isUnchanged) changed();
      const isHasty = networks.length === 1 && performance.now() - loadedAtMs < hastyMs;
      if (networks.length > 0) loadedAtMs = performance.now();
      loading.start(async (signal) => {
        if (isHasty) await delay(hastyMs, signal);
        const current = engine();
        if (current !== null && !signal.aborted) await loadAll(current, status, changed, signal);
      });
    },
    fail: (network, fault) => {
      const lane = status.getState().lanes.find(({ report }) => report?.network === network);
      if (lane === undefined) return;
      void engine()?.unload(network);
      change(status, lane.name, { report: null, fault });
      changed();
    },
    clear: () => {
      loading.stop();
      for (const { name } of status.getState().lanes) frames.drop(name);
      status.setState({ lanes: [] });
    },
  };
}

/** Whoever replaces the only network again this soon is dragging a slider: only the last one is loaded. */
const hastyMs = 400;

async function delay(delayMs: number, signal: AbortSignal): Promise<void> {
  await untilCalled(signal, (done) => {
    const timer = setTimeout(done, delayMs);
    return () => clearTimeout(timer);
  });
}

/** Weights that replace others under the same name are another network. */
function isLaneOf({ name, runnable }: Lane, wanted: Runnable): boolean {
  return name === runnableName(wanted) && runnable.manifest === wanted.manifest;
}

function idleLane(runnable: Runnable, frames: FeedGroup, status: SessionStore): Lane {
  const name = runnableName(runnable);
  const labelOf = (index: number): string => {
    const lane = status.getState().lanes.find((each) => each.name === name);
    return lane?.report?.labels?.[index] ?? String(index);
  };
  return { name, runnable, progress: null, report: null, fault: null, frames: frames.add(name, labelOf) };
}

/** Loads one lane after another, so that the run begins with those that are ready. */
async function loadAll(engine: Engine, status: SessionStore, onLoaded: () => void, signal: AbortSignal): Promise<void> {
  for (const { name, runnable, report } of status.getState().lanes) {
    if (report !== null) continue;
    change(status, name, { fault: null });
    const onProgress = (progress: Lane['progress']): void => {
      if (!signal.aborted) change(status, name, { progress });
    };
    const loaded = await engine.load(networkChoiceOf(runnable), { onProgress, signal });
    if (signal.aborted) {
      if (loaded.ok) void engine.unload(loaded.value.network);
      return;
    }
    change(status, name, { progress: null, ...(loaded.ok ? { report: loaded.value } : { fault: loaded.error }) });
    if (!loaded.ok) continue;
    status.setState({ device: loaded.value.device });
    onLoaded();
  }
}

function change(status: SessionStore, name: string, part: Partial<Lane>): void {
  status.setState({
    lanes: status.getState().lanes.map((lane) => (lane.name === name ? { ...lane, ...part } : lane)),
  });
}

import { createEngine, type Engine, type EngineEvent } from '../../run/engine/engine';
import type { BackendChoice, TuningChoice } from '../../run/device/executor';
import type { LoadProgress, NetworkChoice } from '../../run/engine/engineCalls';
import { untilCalled } from '../../run/frames/untilCalled';
import { followMemory } from './followMemory';
import type { LiveStatus, LiveStatusStore } from './sessionStatus';
import { taskSlot } from './latestTask';

/** Room for one engine with one network in it. */
export type NetworkSlot = {
  /** The running engine, or null before the first. */
  readonly engine: () => Engine | null;
  /** Replaces the engine. Its network is gone with it. */
  readonly start: (backend: BackendChoice, tuning: TuningChoice) => void;
  /** Replaces the network; null leaves the engine without one. */
  readonly load: (network: NetworkChoice | null) => void;
  readonly close: () => void;
};

/** @param onLoaded called when a network is ready to run, its report being in `status` */
export function networkSlot(status: LiveStatusStore, onLoaded: () => void): NetworkSlot {
  const loading = taskSlot();
  const remembering = taskSlot();
  let engine: Engine | null = null;
  let loadedAtMs = -Infinity;

  function start(backend: BackendChoice, tuning: TuningChoice): void {
    engine?.dispose();
    const started = createEngine(backend, tuning);
    engine = started;
    status.setState({ device: null, isRecovering: false, report: null, memory: null, engineFault: null });
    remembering.start((signal) => followMemory(started, (memory) => status.setState({ memory }), signal));
    started.subscribe((event) => {
      if (engine === started) status.setState(afterEvent(event, status.getState()));
    });
    void started.device().then((device) => {
      if (engine === started) status.setState(device.ok ? { device: device.value } : { engineFault: device.error });
    });
  }

  function load(network: NetworkChoice | null): void {
    const { report: previous } = status.getState();
    if (previous !== null) void engine?.unload(previous.network);
    status.setState({ report: null, progress: null, engineFault: null });
    const isHasty = performance.now() - loadedAtMs < hastyMs;
    loadedAtMs = performance.now();
    loading.start(async (signal) => {
      const isWanted = !isHasty || (await settled(hastyMs, signal));
      if (engine === null || network === null || !isWanted) return;
      const onProgress = (progress: LoadProgress) => {
        if (!signal.aborted) status.setState({ progress });
      };
      const report = await engine.load(network, { onProgress, signal });
      if (signal.aborted) return;
      if (!report.ok) {
        status.setState({ progress: null, engineFault: report.error });
        return;
      }
      status.setState({ progress: null, report: report.value, device: report.value.device });
      onLoaded();
    });
  }

  return {
    engine: () => engine,
    start,
    load,
    close: () => {
      loading.stop();
      remembering.stop();
      engine?.dispose();
      engine = null;
    },
  };
}

/** Who chooses another network this soon is dragging a slider: only the one it is let go at is loaded. */
const hastyMs = 400;

/** Waits; false when the signal has fired in the meantime. */
async function settled(delayMs: number, signal: AbortSignal): Promise<boolean> {
  await untilCalled(signal, (done) => {
    const timer = setTimeout(done, delayMs);
    return () => clearTimeout(timer);
  });
  return !signal.aborted;
}

function afterEvent(event: EngineEvent, { report }: LiveStatus): Partial<LiveStatus> {
  switch (event.kind) {
    case 'deviceLost':
      return { isRecovering: true };
    case 'recovered': {
      const again = event.reports.find(({ network }) => network === report?.network);
      return { isRecovering: false, device: event.device, ...(again === undefined ? {} : { report: again }) };
    }
    case 'failed':
      return { isRecovering: false, engineFault: event.error };
  }
}

import type { BackendChoice, TuningChoice } from '../../run/device/executor';
import type { createEngine, Engine, EngineEvent } from '../../run/engine/engine';
import { followMemory } from './followMemory';
import { latestTask } from './latestTask';
import type { SessionStatus, SessionStore } from './sessionStatus';

/** The engine of a session. What happens to its device shows in the session's status. */
export type SessionEngine = {
  /** The running engine, or null before the first. */
  readonly current: () => Engine | null;
  /** Replaces the engine. Its networks are gone with it. */
  readonly start: (backend: BackendChoice, tuning: TuningChoice) => void;
  /** Forgets the last fault; a device that is missing still reports its own again. */
  readonly clearFault: () => void;
  readonly close: () => void;
};

export function sessionEngine(status: SessionStore, open: typeof createEngine): SessionEngine {
  const following = latestTask();
  let engine: Engine | null = null;

  async function reportDevice(of: Engine): Promise<void> {
    const device = await of.device();
    if (engine === of) status.setState(device.ok ? { device: device.value } : { engineFault: device.error });
  }

  return {
    current: () => engine,
    start: (backend, tuning) => {
      engine?.dispose();
      const started = open(backend, tuning);
      engine = started;
      status.setState({ device: null, isRecovering: false, losses: 0, memory: null, engineFault: null });
      following.start((signal) => followMemory(started, (memory) => status.setState({ memory }), signal));
      started.subscribe((event) => {
        if (engine === started) status.setState(statusAfter(event, status.getState()));
      });
      void reportDevice(started);
    },
    clearFault: () => {
      status.setState({ engineFault: null });
      if (engine !== null) void reportDevice(engine);
    },
    close: () => {
      following.stop();
      engine?.dispose();
      engine = null;
    },
  };
}

function statusAfter(event: EngineEvent, { lanes }: SessionStatus): Partial<SessionStatus> {
  switch (event.kind) {
    case 'deviceLost':
      return { isRecovering: true, losses: event.losses };
    case 'recovered': {
      const reports = new Map(event.reports.map((report) => [report.network, report]));
      const reloaded = lanes.map((lane) =>
        lane.report === null ? lane : { ...lane, report: reports.get(lane.report.network) ?? lane.report },
      );
      return { isRecovering: false, device: event.device, lanes: reloaded };
    }
    case 'failed':
      return { isRecovering: false, engineFault: event.error };
  }
}

import { success, type Result } from '../../nets/result';
import type { StartOptions } from './engineWorker';
import type { DeviceReport } from '../device/executor';
import type { LoadReport, NetworkChoice, NetworkHandle } from './engineCalls';
import type { RunError } from '../errors/runError';
import { openWorkerSession, type WorkerSession } from './workerSession';

/** What happens to the device without a call from the page. `recovered` has new reports of all loaded networks. */
export type EngineEvent =
  | { readonly kind: 'deviceLost'; readonly detail: string }
  | { readonly kind: 'recovered'; readonly device: DeviceReport; readonly reports: readonly LoadReport[] }
  | { readonly kind: 'failed'; readonly error: RunError };

/** A worker session that is replaced when its device is lost. */
export type RecoveringSession = {
  /** The current session, once it has reloaded every network of the last one. */
  readonly current: () => Promise<WorkerSession>;
  readonly dispose: () => void;
};

/** A device lost more often than this within a minute is given up. */
const maxLosses = 3;
const lossWindowMs = 60_000;

/**
 * Keeps a session alive. When the device is lost, a new worker opens a new device and reloads the networks under their
 * old handles. After repeated losses `auto` falls back to WebAssembly.
 * @param choices the loaded networks by handle; read when the device is lost
 */
export function recoveringSession(
  start: Omit<StartOptions, 'giveUpWebgpu'>,
  choices: ReadonlyMap<NetworkHandle, NetworkChoice>,
  tell: (event: EngineEvent) => void,
): RecoveringSession {
  const lostAtMs: number[] = [];
  let disposed = false;
  let current: Promise<WorkerSession> = Promise.resolve(openWorkerSession({ ...start, giveUpWebgpu: false }, recover));

  function recover(detail: string): void {
    if (disposed) return;
    tell({ kind: 'deviceLost', detail });
    const nowMs = performance.now();
    lostAtMs.push(nowMs);
    const recentLosses = lostAtMs.filter((timeMs) => nowMs - timeMs < lossWindowMs).length;
    const fresh = openWorkerSession({ ...start, giveUpWebgpu: recentLosses > maxLosses }, recover);
    current = reload(fresh, choices).then((outcome) => {
      if (outcome.ok) tell({ kind: 'recovered', ...outcome.value });
      // If the device is lost again during recovery, that loss starts its own recovery.
      else if (outcome.error.code !== 'deviceLost') tell({ kind: 'failed', error: outcome.error });
      return fresh;
    });
  }

  return {
    current: () => current,
    dispose: () => {
      disposed = true;
      void current.then((session) => session.close());
    },
  };
}

type Reloaded = { readonly device: DeviceReport; readonly reports: readonly LoadReport[] };

async function reload(
  fresh: WorkerSession,
  choices: ReadonlyMap<NetworkHandle, NetworkChoice>,
): Promise<Result<Reloaded, RunError>> {
  const device = await fresh.device;
  if (!device.ok) return device;
  const reports: LoadReport[] = [];
  for (const [handle, choice] of choices) {
    const report = await fresh.load(handle, choice, () => undefined);
    if (!report.ok) return report;
    reports.push(report.value);
  }
  return success({ device: device.value, reports });
}

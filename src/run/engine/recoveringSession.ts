import { success, type Result } from '../../nets/result';
import type { StartOptions } from './engineWorker';
import type { DeviceReport } from '../device/executor';
import type { LoadReport, NetworkChoice, NetworkHandle } from './engineCalls';
import type { RunError } from '../errors/runError';
import { lossCount } from './lossCount';
import type { openWorkerSession, WorkerSession } from './workerSession';

/**
 * What happens to the device without a call from the page. `recovered` has new reports of all loaded networks. `losses`
 * counts the losses in a row, this one included.
 */
export type EngineEvent =
  | { readonly kind: 'deviceLost'; readonly detail: string; readonly losses: number }
  | { readonly kind: 'recovered'; readonly device: DeviceReport; readonly reports: readonly LoadReport[] }
  | { readonly kind: 'failed'; readonly error: RunError };

/** A worker session that is replaced when its device is lost. */
export type RecoveringSession = {
  /** The current session, once it has reloaded every network of the last one. */
  readonly current: () => Promise<WorkerSession>;
  /** A frame came through: enough of them, and the losses before are forgotten. */
  readonly noteFrame: () => void;
  readonly dispose: () => void;
};

/**
 * Keeps a session alive. When the device is lost, a new worker opens a new device and reloads the networks under their
 * old handles; after repeated losses, one of WebAssembly. A worker that is gone is not replaced: that is told, and it is
 * for the page to start another engine.
 * @param choices the loaded networks by handle; read when the device is lost
 */
export function recoveringSession(
  open: typeof openWorkerSession,
  start: Omit<StartOptions, 'losses'>,
  choices: ReadonlyMap<NetworkHandle, NetworkChoice>,
  tell: (event: EngineEvent) => void,
): RecoveringSession {
  const count = lossCount();
  let disposed = false;
  let newest = openWith(0);
  let current = Promise.resolve(newest);

  function openWith(losses: number): WorkerSession {
    return open({ ...start, losses }, { onLost: recover, onGone: (error) => tell({ kind: 'failed', error }) });
  }

  function recover(detail: string): void {
    if (disposed) return;
    const losses = count.add(performance.now());
    tell({ kind: 'deviceLost', detail, losses });
    const fresh = openWith(losses);
    newest = fresh;
    current = reload(fresh, choices).then((outcome) => {
      if (outcome.ok) tell({ kind: 'recovered', ...outcome.value });
      // If the device is lost again during recovery, that loss starts its own recovery.
      else if (outcome.error.code !== 'deviceLost') tell({ kind: 'failed', error: outcome.error });
      return fresh;
    });
  }

  return {
    current: () => current,
    noteFrame: count.noteFrame,
    dispose: () => {
      disposed = true;
      newest.close();
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

import { success, type Result } from '../../nets/result';
import type { StartOptions } from './engineWorker';
import type { DeviceReport } from '../device/executor';
import type { LoadReport, NetworkChoice, NetworkHandle } from './engineCalls';
import type { RunError } from '../errors/runError';
import { openWorkerSession, type WorkerSession } from './workerSession';

/** What happens to the device behind the page's back. `recovered` comes with fresh reports of all loaded networks. */
export type EngineEvent =
  | { readonly kind: 'deviceLost'; readonly detail: string }
  | { readonly kind: 'recovered'; readonly device: DeviceReport; readonly reports: readonly LoadReport[] }
  | { readonly kind: 'failed'; readonly error: RunError };

/** A worker that is replaced when its device is lost. */
export type RecoveringSession = {
  /** The session that calls go to, once it has every network that the last one had. */
  readonly current: () => Promise<WorkerSession>;
  readonly dispose: () => void;
};

/** A device lost this often within a minute will not get better by trying again. */
const tolerableLosses = 3;
const lossWindowMs = 60_000;

/**
 * Keeps a session alive: a lost device ends the worker, and a fresh worker opens a fresh device and loads the networks
 * again under their old handles. A device that is lost again and again is given up; then `auto` goes to WebAssembly.
 * @param choices what is loaded, by handle; read when the device is lost
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
    const fresh = openWorkerSession({ ...start, giveUpWebgpu: recentLosses > tolerableLosses }, recover);
    current = reloaded(fresh, choices).then((outcome) => {
      if (outcome.ok) tell({ kind: 'recovered', ...outcome.value });
      // A device lost again while it was coming back has its own recovery under way.
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

async function reloaded(
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

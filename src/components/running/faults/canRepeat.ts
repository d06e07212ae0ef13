import type { RunErrorCode } from '../../../run/errors/runError';

/** Faults whose cause is outside of what was chosen: a device, a connection, another program. */
const passing: ReadonlySet<RunErrorCode> = new Set([
  ...(['noCamera', 'cameraDenied', 'cameraBusy', 'cameraSilent', 'cameraLost', 'cameraUnfit'] as const),
  ...(['downloadFailed', 'weightsCutShort', 'weightsDamaged'] as const),
  ...(['deviceLost', 'outOfMemory', 'deviceError', 'workerFailed', 'workerGone', 'aborted'] as const),
]);

/** Whether the same may succeed the next time. A file that is refused for what is in it stays refused. */
export function canRepeat({ code }: { readonly code: RunErrorCode }): boolean {
  return passing.has(code);
}

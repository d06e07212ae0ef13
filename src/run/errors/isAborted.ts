/** Ask again after every wait: TypeScript takes a signal's `aborted`, once false, to stay false. */
export function isAborted(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true;
}

/**
 * Whether the signal has fired by now. Reading `signal.aborted` twice does not work: TypeScript assumes it stays false.
 */
export function isAborted(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true;
}

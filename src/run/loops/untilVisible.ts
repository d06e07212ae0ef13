import { untilCalled } from '../frames/untilCalled';

/** Waits while the tab is hidden. True when it had to wait. */
export async function untilVisible(signal: AbortSignal): Promise<boolean> {
  let waited = false;
  while (document.hidden && !signal.aborted) {
    waited = true;
    await untilCalled(signal, (done) => {
      document.addEventListener('visibilitychange', done);
      return () => document.removeEventListener('visibilitychange', done);
    });
  }
  return waited;
}

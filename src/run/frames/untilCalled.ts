/**
 * Waits until the callback given to `arm` is called, or until `signal` fires. `arm` returns a function that undoes it,
 * so that a loop that waits thousands of times leaks no listener.
 */
export async function untilCalled(signal: AbortSignal, arm: (done: () => void) => () => void): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => {
    const finish = (): void => {
      signal.removeEventListener('abort', finish);
      disarm();
      resolve();
    };
    const disarm = arm(finish);
    signal.addEventListener('abort', finish);
  });
}

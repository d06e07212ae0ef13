/** Queues work on a device. It does one thing at a time, but accepts the next frame while it computes the last. */
export type DeviceTurns = {
  /** Runs an action after all earlier work, frames included, has ended. A failure does not stop the next one. */
  readonly alone: <T>(action: () => Promise<T>) => Promise<T>;
  /** Calls `issue` in its turn. The next turn starts as soon as `issue` returns, without waiting for its promise. */
  readonly issued: <T>(issue: () => Promise<T>) => Promise<T>;
};

export function deviceTurns(): DeviceTurns {
  let last: Promise<unknown> = Promise.resolve();
  const underWay = new Set<Promise<unknown>>();
  const inTurn = <T>(action: () => Promise<T>): Promise<T> => {
    const next = last.then(action, action);
    last = next;
    return next;
  };
  return {
    alone: (action) =>
      inTurn(async () => {
        await Promise.allSettled(underWay);
        return action();
      }),
    issued: async (issue) => {
      // Wrapped in an object: returning the promise itself would make the turn wait for it.
      const { answer } = await inTurn(() => {
        const frame = issue();
        const done = frame.then(forget, forget);
        function forget(): void {
          underWay.delete(done);
        }
        underWay.add(done);
        return Promise.resolve({ answer: frame });
      });
      return answer;
    },
  };
}

/** Who may use a device when: it does one thing at a time, but can be handed the next frame while it computes the last. */
export type DeviceTurns = {
  /** Runs an action when all before it have ended, frames too. One that fails does not stop the next. */
  readonly alone: <T>(action: () => Promise<T>) => Promise<T>;
  /** Calls `issue` in its turn; the next turn comes as soon as it has returned, before the answer is there. */
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
      // In an object, because a turn that returns a promise would wait for it.
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

/** A place for one task at a time: starting the next one aborts the last. */
export type TaskSlot = {
  readonly start: (task: (signal: AbortSignal) => Promise<void>) => void;
  readonly stop: () => void;
};

export function taskSlot(): TaskSlot {
  let current = new AbortController();
  return {
    start: (task) => {
      current.abort();
      current = new AbortController();
      void task(current.signal);
    },
    stop: () => {
      current.abort();
    },
  };
}

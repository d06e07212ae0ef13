/** Runs one task at a time: starting the next aborts the last. */
export type LatestTask = {
  readonly start: (task: (signal: AbortSignal) => Promise<void>) => void;
  readonly stop: () => void;
};

export function latestTask(): LatestTask {
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

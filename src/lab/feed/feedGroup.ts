import { frameFeed, type FrameFeed, type FrameSummary } from './frameFeed';

/** The newest frames of each network, by the name of its lane. */
export type FrameSummaries = ReadonlyMap<string, FrameSummary>;

/** The feeds of all lanes of a session. */
export type FeedGroup = {
  /** @param labelOf name of an output of the network */
  readonly add: (name: string, labelOf: (index: number) => string) => FrameFeed;
  /** Clears and forgets the feed of a lane that is gone. */
  readonly drop: (name: string) => void;
  /** Averages guesses over frames in every feed, now and to come. */
  readonly smooth: (isSmooth: boolean) => void;
  /** The same object until the next frame. */
  readonly summaries: () => FrameSummaries;
  readonly subscribe: (listener: () => void) => () => void;
};

export function feedGroup(): FeedGroup {
  const feeds = new Map<string, FrameFeed>();
  const listeners = new Set<() => void>();
  let isSmooth = false;
  let summaries: FrameSummaries | null = null;
  const tell = (): void => {
    summaries = null;
    for (const listener of listeners) listener();
  };
  return {
    add: (name, labelOf) => {
      const feed = frameFeed(labelOf);
      feed.smooth(isSmooth);
      feed.subscribe(tell);
      feeds.set(name, feed);
      return feed;
    },
    drop: (name) => {
      const feed = feeds.get(name);
      feeds.delete(name);
      feed?.clear();
    },
    smooth: (wanted) => {
      isSmooth = wanted;
      for (const feed of feeds.values()) feed.smooth(wanted);
    },
    summaries: () => {
      summaries ??= new Map(
        [...feeds].flatMap(([name, feed]) => {
          const summary = feed.summary();
          return summary === null ? [] : [[name, summary] as const];
        }),
      );
      return summaries;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

import type { LiveFrame } from '../../run/loops/runLanes';
import type { NetworkHandle } from '../../run/engine/engineCalls';
import { frameFeed, type FrameFeed, type LiveReading } from './frameFeed';

/** What the newest frames say of each network. */
export type RaceReadings = ReadonlyMap<NetworkHandle, LiveReading>;

/** Carries the frames of several networks past React's state. */
export type RaceFeed = {
  readonly push: (network: NetworkHandle, frame: LiveFrame) => void;
  /** Forgets a network that has left the race. */
  readonly drop: (network: NetworkHandle) => void;
  readonly clear: () => void;
  /** The same object until the next frame. */
  readonly readings: () => RaceReadings;
  readonly subscribe: (listener: () => void) => () => void;
};

export function raceFeed(): RaceFeed {
  const feeds = new Map<NetworkHandle, FrameFeed>();
  const listeners = new Set<() => void>();
  let readings: RaceReadings = new Map();
  const tell = (): void => {
    readings = new Map(
      [...feeds].flatMap(([network, feed]) => {
        const reading = feed.reading();
        return reading === null ? [] : [[network, reading] as const];
      }),
    );
    for (const listener of listeners) listener();
  };
  return {
    push: (network, frame) => {
      const feed = feeds.get(network) ?? frameFeed();
      feeds.set(network, feed);
      feed.push(frame);
      tell();
    },
    drop: (network) => {
      feeds.delete(network);
      tell();
    },
    clear: () => {
      feeds.clear();
      tell();
    },
    readings: () => readings,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

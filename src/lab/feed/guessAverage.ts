import type { Classification, Guess } from '../../run/engine/engineCalls';

/** Weight of the newest frame. With this, half of what is shown comes from the last three frames. */
const newestShare = 0.2;

/** An output whose average falls below this is forgotten, so that not every output ever seen is kept. */
const forgottenBelow = 1e-5;

/** Averages guesses over frames, so that the label is steady while the picture shakes. */
export type GuessAverage = {
  /** The best guesses over this frame and the previous ones. */
  readonly add: (frame: Pick<Classification, 'likely' | 'top'>) => readonly Guess[];
  readonly clear: () => void;
};

/**
 * An exponential moving average of each frame's probabilities; an output missing from a frame counts as 0.
 * @param labelOf name of an output
 */
export function guessAverage(labelOf: (index: number) => string): GuessAverage {
  let average: ReadonlyMap<number, number> | null = null;
  return {
    add: ({ likely, top }) => {
      const newest = new Map(likely.map(({ index, probability }) => [index, probability]));
      const before = average ?? newest;
      const next = new Map<number, number>();
      for (const index of new Set([...before.keys(), ...newest.keys()])) {
        const mean = newestShare * (newest.get(index) ?? 0) + (1 - newestShare) * (before.get(index) ?? 0);
        if (mean > forgottenBelow) next.set(index, mean);
      }
      average = next;
      return Array.from(next, ([index, probability]) => ({ index, probability }))
        .sort((a, b) => b.probability - a.probability)
        .slice(0, top.length)
        .map((guess) => ({ ...guess, label: labelOf(guess.index) }));
    },
    clear: () => {
      average = null;
    },
  };
}

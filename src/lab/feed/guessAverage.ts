import type { Classification, Guess } from '../../run/engine/engineCalls';

/** How much a new frame counts against those before it: half of what is shown is from the last three frames. */
const newestShare = 0.2;

/** An output whose average fell this low is left out, so that not every output ever seen is carried along. */
const forgottenBelow = 1e-5;

/** Averages what the network finds over frames, so that a label stays while the picture trembles. */
export type GuessAverage = {
  /** The best guesses over this frame and those before it. */
  readonly add: (frame: Pick<Classification, 'likely' | 'top'>) => readonly Guess[];
  readonly clear: () => void;
};

/**
 * An exponential moving average of the probabilities that come with each frame; an output that does not come counts as 0.
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

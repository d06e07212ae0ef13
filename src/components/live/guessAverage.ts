import type { Classification, Guess } from '../../run/network';

/** How much a new frame counts against those before it: half of what is shown is from the last three frames. */
const newestShare = 0.2;

/** Averages what the network finds over frames, so that a label stays while the picture trembles. */
export type GuessAverage = {
  /** The best guesses over this frame and those before it. */
  readonly add: (frame: Pick<Classification, 'logits' | 'top'>) => readonly Guess[];
  readonly clear: () => void;
};

/**
 * An exponential moving average of all probabilities.
 * @param labelOf name of an output
 */
export function guessAverage(labelOf: (index: number) => string): GuessAverage {
  let average: Float32Array | null = null;
  return {
    add: ({ logits, top }) => {
      const probabilities = softmax(logits);
      const before = average?.length === probabilities.length ? average : probabilities;
      const next = probabilities.map((value, index) => newestShare * value + (1 - newestShare) * (before[index] ?? 0));
      average = next;
      return Array.from(next, (probability, index) => ({ index, probability }))
        .sort((a, b) => b.probability - a.probability)
        .slice(0, top.length)
        .map((guess) => ({ ...guess, label: labelOf(guess.index) }));
    },
    clear: () => {
      average = null;
    },
  };
}

function softmax(logits: Float32Array): Float32Array {
  const highest = logits.reduce((a, b) => Math.max(a, b), -Infinity);
  const exponentials = logits.map((logit) => Math.exp(logit - highest));
  const sum = exponentials.reduce((total, value) => total + value, 0);
  return exponentials.map((value) => value / sum);
}

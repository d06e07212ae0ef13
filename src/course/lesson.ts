import type { Check } from './check';
import type { Exercise } from './exercise';
import type { Prediction } from './prediction';
import type { Words } from './words';

/** What a chapter teaches and asks; its page shows the predictions at their figures, the frame shows the rest. */
export type Lesson = {
  /** The chapter's address: `/counting`. */
  readonly path: string;
  /** What the reader can do afterwards: each starts with a verb. */
  readonly goals: readonly [Words, Words, Words];
  /** Chapters that come first, by their paths. */
  readonly needs: readonly string[];
  /** What else is needed, in a few words: `Multiplication`. */
  readonly needsWords?: Words;
  /** The chapter's block in a network with shipped weights: the folder of these, and its path in the graph. */
  readonly xray?: { readonly net: string; readonly at: string };
  readonly predictions: Readonly<Record<string, Prediction>>;
  /** At least seven, three of them computed; five are shown at a time. */
  readonly checks: readonly Check[];
  readonly exercises: readonly Exercise[];
  readonly keyPoints: readonly [Words, Words, Words];
};

/** Check questions that are shown at a time. */
export const checksShown = 5;

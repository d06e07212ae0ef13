import { drawChecks, type ShownCheck } from './drawChecks';
import type { Lesson } from './lesson';
import type { ChoicePrediction, NumberPrediction, Prediction } from './prediction';

/** What a sheet asks: guesses that need no figure on a screen, and check questions with numbers of this sheet. */
export type Worksheet = {
  readonly guesses: readonly (NumberPrediction | ChoicePrediction)[];
  readonly checks: readonly ShownCheck[];
};

const [guessCount, checkCount] = [2, 3];

/** The questions of a chapter's sheet. The same seed draws the same numbers, for the sheet and for its answers. */
export function worksheetOf(lesson: Lesson, seed: number): Worksheet {
  const guesses = Object.values(lesson.predictions).filter(isWritten);
  return { guesses: guesses.slice(0, guessCount), checks: drawChecks(lesson.checks, seed).slice(0, checkCount) };
}

/** Bars to draw and orders to drag need their figures. */
function isWritten(prediction: Prediction): prediction is NumberPrediction | ChoicePrediction {
  return prediction.kind === 'number' || prediction.kind === 'choice';
}

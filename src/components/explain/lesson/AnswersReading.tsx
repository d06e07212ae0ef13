import { useAnswersHidden } from './useAnswersHidden';

/** Reads whether answers are hidden for a page that shows none, so that another value is told there as well. */
export function AnswersReading() {
  useAnswersHidden();
  return null;
}

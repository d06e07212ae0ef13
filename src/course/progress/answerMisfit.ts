import { countedGraph } from '../../nets/readings/cost';
import { claimIds } from '../claims';
import type { Check } from '../check';
import { drawChecks } from '../drawChecks';
import type { SliderExercise } from '../exercise';
import type { Lesson } from '../lesson';
import type { Prediction } from '../prediction';
import type { Answer, Given } from './answer';

/** Why an answer is none to the question that it names. */
export type AnswerMisfit =
  /** There is no such question, in this version. */
  | 'question'
  /** The question is answered in another way: a number for a choice. */
  | 'kind'
  /** It has no such option. */
  | 'option'
  /** An order has an item twice, lacks one, or has one of another question. */
  | 'order'
  /** Bars are too few or too many, or not from 0 to 100%. */
  | 'bars'
  /** A number below 0, a part above 100%, or more than there could be. */
  | 'range'
  /** Values that the sliders do not have, or that do not solve the exercise. */
  | 'sliders';

/**
 * What keeps an answer from being one to its question; undefined if nothing does.
 * @param lesson of the answer’s chapter; undefined where there is none
 */
export function answerMisfit(answer: Answer, lesson: Lesson | undefined): AnswerMisfit | undefined {
  const { id, given } = answer;
  if (claimIds.has(id)) return given.kind === 'truth' ? undefined : 'kind';
  if (lesson === undefined) return 'question';
  const prediction = Object.values(lesson.predictions).find((each) => each.id === id);
  if (prediction !== undefined) return predictionMisfit(prediction, given);
  const check = lesson.checks.find((each) => each.id === id);
  if (check !== undefined) return checkMisfit(check, answer, lesson);
  const exercise = lesson.exercises.find((each) => each.id === id);
  if (exercise === undefined) return 'question';
  if (given.kind === 'shown') return undefined;
  return exercise.kind === 'sliders' && given.kind === 'sliders' ? sliderMisfit(exercise, given.values) : 'kind';
}

function predictionMisfit(prediction: Prediction, given: Given): AnswerMisfit | undefined {
  if (given.kind === 'shown') return undefined;
  switch (prediction.kind) {
    case 'number':
      return given.kind === 'number' ? numberMisfit(given.value, prediction) : 'kind';
    case 'choice':
      return given.kind === 'choice' ? optionMisfit(given.value, prediction) : 'kind';
    case 'order': {
      if (given.kind !== 'order') return 'kind';
      const asked = prediction.items.map(({ value }) => value).toSorted();
      const said = given.values.toSorted();
      return asked.length === said.length && asked.every((value, at) => value === said[at]) ? undefined : 'order';
    }
    case 'bars': {
      if (given.kind !== 'bars') return 'kind';
      const areShares = given.values.every((value) => value >= 0 && value <= 100);
      return areShares && given.values.length === prediction.bars.length ? undefined : 'bars';
    }
  }
}

function checkMisfit(check: Check, { given, seed }: Answer, { checks }: Lesson): AnswerMisfit | undefined {
  switch (check.kind) {
    case 'computed': {
      if (given.kind !== 'number') return 'kind';
      const drawn = seed === undefined ? undefined : drawChecks(checks, seed).find(({ id }) => id === check.id);
      return numberMisfit(given.value, drawn?.kind === 'computed' ? drawn : {});
    }
    case 'choice':
      return given.kind === 'choice' ? optionMisfit(given.value, check) : 'kind';
    case 'truth':
      return given.kind === 'truth' ? undefined : 'kind';
  }
}

function numberMisfit(
  value: number,
  { isPart = false, most = isPart ? 100 : Infinity }: { readonly isPart?: boolean; readonly most?: number },
): AnswerMisfit | undefined {
  return value < 0 || value > most ? 'range' : undefined;
}

function optionMisfit(
  said: string,
  { options }: { readonly options: readonly { readonly value: string }[] },
): AnswerMisfit | undefined {
  return options.some(({ value }) => value === said) ? undefined : 'option';
}

function sliderMisfit(
  { explorable, fixed, isSolved }: SliderExercise,
  said: Readonly<Record<string, number | string>>,
): AnswerMisfit | undefined {
  const { values, block } = explorable.at({ ...said, ...fixed });
  const areLegal = Object.entries(said).every(([name, value]) => Object.hasOwn(values, name) && values[name] === value);
  return areLegal && isSolved(values, countedGraph(block).cost) ? undefined : 'sliders';
}

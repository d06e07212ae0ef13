import type { Explorable } from '../nets/explorables/explorable';
import type { Choice } from '../nets/parameter';
import type { Cost } from '../nets/readings/cost';
import type { TitledPath } from './pageTitles';
import type { Words } from './words';

/** Work of several minutes, with an answer to unfold. */
export type Exercise = PaperExercise | SliderExercise;

export type PaperExercise = {
  readonly kind: 'paper';
  /** Stable, and its name in the store: `counting/e2`. */
  readonly id: string;
  readonly question: Words;
  readonly answer: Words;
  /** The page where it is done, in the state to begin with. */
  readonly link?: ExerciseLink;
};

export type ExerciseLink = { readonly path: TitledPath; readonly query?: Readonly<Record<string, string>> };

/** Whether it is done by measuring on a device, which paper is not. */
export function isMeasured(exercise: Exercise): boolean {
  if (exercise.kind !== 'paper' || exercise.link === undefined) return false;
  const { path } = exercise.link;
  return path === '/race' || path === '/layers' || path === '/guidelines';
}

/** `/layers?net=mobilenet-v1` */
export function addressOf({ path, query = {} }: ExerciseLink): string {
  const values = Object.entries(query).map(([name, value]) => `${name}=${value}`);
  return values.length === 0 ? path : `${path}?${values.join('&')}`;
}

/** A state of an explorable to find. It is found while the sliders move. */
export type SliderExercise = {
  readonly kind: 'sliders';
  readonly id: string;
  readonly question: Words;
  readonly answer: Words;
  readonly explorable: Explorable;
  /** Values that the exercise fixes. */
  readonly fixed: Choice;
  /** Sliders to move, with their labels. */
  readonly free: Readonly<Record<string, Words>>;
  /** Where they start. */
  readonly start: Choice;
  /** Whether these values solve it; `cost` is that of the block there. */
  readonly isSolved: (values: Choice, cost: Cost) => boolean;
  /** A solution, which a test holds to `isSolved`. */
  readonly solution: Choice;
};

import type { NumberForm, Option } from './prediction';
import type { Random } from './random';
import type { Words } from './words';

/** A question of the end of a chapter: right or wrong at once, with why. */
export type Check = ComputedCheck | ChoiceCheck | TruthCheck;

export type ComputedCheck = {
  readonly kind: 'computed';
  /** Stable, and its name in the store: `counting/q1`. */
  readonly id: string;
  /** An instance with numbers of its own. */
  readonly draw: (random: Random) => DrawnCheck;
};

export type DrawnCheck = {
  readonly question: Words;
  /** Read from a graph. */
  readonly answer: number;
  /** The same by the formula that `why` explains. */
  readonly closed: number;
  readonly why: Words;
  /** What is counted, where it is one of the three costs. */
  readonly cost?: 'params' | 'macs' | 'memory';
  /** Defaults to a count. */
  readonly form?: NumberForm;
  /** Whether per cent are part of a whole, at most 100; a growth or a ratio may be more. */
  readonly isPart?: boolean;
  /** The largest answer that there could be: how many channels there are, of which some are asked for. */
  readonly most?: number;
  /** What stands behind the field: `MiB`. */
  readonly unit?: string;
  /** Decimals that are asked for; a whole number if undefined. */
  readonly decimals?: number;
  /** What the input map gives instead of the output map, where they differ. */
  readonly ofInputMap?: number;
  /** Other wrong answers that are common, with the line for whoever gives them. */
  readonly misses?: readonly { readonly said: number; readonly why: Words }[];
  /** Whether only the exact number counts; within 0.5% otherwise. */
  readonly isExact?: boolean;
};

export type ChoiceCheck = {
  readonly kind: 'choice';
  readonly id: string;
  readonly question: Words;
  readonly options: readonly Option[];
  readonly answer: string;
  readonly why: Words;
};

export type TruthCheck = {
  readonly kind: 'truth';
  readonly id: string;
  /** A sentence that is true or false. */
  readonly statement: Words;
  readonly isTrue: boolean;
  readonly why: Words;
};

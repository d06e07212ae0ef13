import type { Words } from './words';

/** A question that is asked before the figure shows its answer. A guess is never graded. */
export type Prediction = NumberPrediction | ChoicePrediction | OrderPrediction | BarsPrediction;

type Asked = {
  /** Stable, and its name in the store: `counting/p2`. */
  readonly id: string;
  readonly question: Words;
  /** One line: why it is so. */
  readonly why: Words;
  /**
   * A key of the address that chooses values of the figure, or what such keys have before their dot: a link that has one of
   * them shows the answer, so that what somebody shares is seen.
   */
  readonly figure?: string;
};

/** How a number is written: `1.18×`, `26.3%` (a share of 100), `1.1` (points of per cent), `7,225,344`. */
export type NumberForm = 'times' | 'percent' | 'points' | 'count';

export type NumberPrediction = Asked & {
  readonly kind: 'number';
  readonly form: NumberForm;
  /** Whether per cent are part of a whole, at most 100; a growth or a ratio may be more. */
  readonly isPart?: boolean;
  /** The largest answer that there could be: how many blocks there are, of which some are asked for. */
  readonly most?: number;
  /** In the form's unit: 26.3 for 26.3%. */
  readonly answer: () => number;
  /** Decimals of the answer where it is said; 0 if undefined. */
  readonly decimals?: number;
  /** Wrong answers that are common, with the line for whoever gives them. */
  readonly misses?: readonly { readonly said: number; readonly why: Words }[];
};

export type ChoicePrediction<V extends string = string> = Asked & {
  readonly kind: 'choice';
  readonly options: readonly Option<V>[];
  readonly answer: V;
};

export type Option<V extends string = string> = {
  readonly value: V;
  readonly label: Words;
  /** The line for whoever chooses it wrongly. */
  readonly why?: Words;
};

export type OrderPrediction<V extends string = string> = Asked & {
  readonly kind: 'order';
  /** In the order in which they are offered. */
  readonly items: readonly { readonly value: V; readonly label: Words; readonly detail?: Words }[];
  /** What the first and the last place are: `least`, `most`. */
  readonly ends: readonly [Words, Words];
  readonly answer: readonly V[];
  readonly misses?: readonly { readonly said: readonly V[]; readonly why: Words }[];
};

export type BarsPrediction = Asked & {
  readonly kind: 'bars';
  /** Shares in per cent, drawn from 0 to 100. */
  readonly bars: readonly DrawnBar[];
  /** The line for whoever draws bars like these, shares in per cent in the order of `bars`. */
  readonly misses?: readonly { readonly when: (said: readonly number[]) => boolean; readonly why: Words }[];
};

export type DrawnBar = {
  readonly id: string;
  readonly label: Words;
  readonly answer: () => number;
  readonly tone: 'params' | 'macs' | 'memory';
  /** Decimals of the answer where it is said; 1 if undefined. */
  readonly decimals?: number;
};

/** Whether an address chooses values of the figure of a prediction, so that it shows its answer. */
export function isShownBy({ figure }: Pick<Prediction, 'figure'>, address: URLSearchParams): boolean {
  if (figure === undefined) return false;
  return [...address.keys()].some((key) => key === figure || key.startsWith(`${figure}.`));
}

import type { Graph, Node } from '../graph';
import { graphOf } from '../graph';

/**
 * A block that a page lets people turn knobs on: which values each knob can take, the graph for any choice of them, and
 * the graph of what the block replaces. The page's sliders, diagram, formulas and costs all come from here.
 */
export type Explorable<Name extends string = string> = {
  /** The namespace of its knobs in the URL: lower case, one word. */
  readonly id: string;
  readonly knobs: Readonly<Record<Name, Knob>>;
  /** The block; `values` must be settled. */
  readonly graph: (values: KnobValues) => Graph;
  /** What the block is compared with, for the same values; undefined where there is nothing to compare. */
  readonly replaced: ((values: KnobValues) => Graph) | undefined;
};

/**
 * A knob over numbers. `values` ascend; as a function they follow from the knobs declared before this one, so that, say,
 * groups only ever offers divisors of the channels. The default is a wish: the nearest legal value is taken.
 */
export type NumberKnob = {
  readonly kind: 'number';
  readonly default: number;
  readonly values: readonly number[] | ((chosen: (knob: string) => number) => readonly number[]);
};

/** A knob over a few named choices. */
export type ChoiceKnob = { readonly kind: 'choice'; readonly default: string; readonly values: readonly string[] };

export type Knob = NumberKnob | ChoiceKnob;
export type Knobs = Readonly<Record<string, Knob>>;

/** A value for every knob, by name. */
export type KnobValues = Readonly<Record<string, number | string>>;

/** What the block function of an explorable with knobs K receives. */
export type ValuesOf<K extends Knobs> = {
  readonly [N in keyof K]: K[N] extends { readonly kind: 'choice'; readonly values: readonly (infer V)[] } ? V : number;
};

type Declaration<K extends Knobs> = {
  readonly id: string;
  readonly knobs: K;
  /** From settled values to the block's last node. */
  readonly block: (values: ValuesOf<K>) => Node;
  /** The same for what the block replaces; it should take and give the same shapes. */
  readonly replaced?: (values: ValuesOf<K>) => Node;
};

/** An explorable whose block function sees its knobs' own types. */
export function defineExplorable<const K extends Knobs>({
  id,
  knobs,
  block,
  replaced,
}: Declaration<K>): Explorable<keyof K & string> {
  const typed = (values: KnobValues): ValuesOf<K> => {
    const settled = settle(knobs, values);
    if (!isComplete(knobs, settled))
      throw new TypeError(`${id}: knobs without a value (wanted ${Object.keys(knobs).join(', ')})`);
    return settled;
  };
  return {
    id,
    knobs,
    graph: (values) => graphOf(block(typed(values))),
    replaced: replaced === undefined ? undefined : (values) => graphOf(replaced(typed(values))),
  };
}

/** Legal values nearest to the wanted ones, knob after knob in the order of declaration; defaults where nothing is wanted. */
export function settle(knobs: Knobs, wanted: KnobValues): KnobValues {
  const settled: Record<string, number | string> = {};
  for (const [name, knob] of Object.entries(knobs)) {
    const value = wanted[name] ?? knob.default;
    settled[name] =
      knob.kind === 'choice'
        ? knownChoice(knob, value)
        : nearest(legalNumbers(knob, settled), Number(value), knob.default);
  }
  return settled;
}

/** The numbers that a knob can take beside `values` of the knobs before it; ascending, never empty. */
export function legalNumbers(knob: NumberKnob, values: KnobValues): readonly number[] {
  const legal = typeof knob.values === 'function' ? knob.values((name) => Number(values[name])) : knob.values;
  return legal.length > 0 ? legal : [knob.default];
}

/** The common divisors of whole numbers, ascending: the legal groups of a convolution. */
export function commonDivisors(...counts: readonly number[]): readonly number[] {
  const largest = Math.min(...counts);
  const candidates = Array.from({ length: largest }, (_, index) => index + 1);
  return candidates.filter((divisor) => counts.every((count) => count % divisor === 0));
}

/** From `first` to `last` inclusive in steps of `step`, free of binary dust. */
export function steps(first: number, last: number, step = 1): readonly number[] {
  const count = Math.floor((last - first) / step + 1e-9) + 1;
  return Array.from({ length: Math.max(count, 0) }, (_, index) => Number((first + index * step).toPrecision(12)));
}

function isComplete<K extends Knobs>(knobs: K, values: KnobValues): values is KnobValues & ValuesOf<K> {
  return Object.keys(knobs).every((name) => values[name] !== undefined);
}

function knownChoice(knob: ChoiceKnob, value: number | string): string {
  return knob.values.find((known) => known === String(value)) ?? knob.default;
}

function nearest(values: readonly number[], wanted: number, fallback: number): number {
  const target = Number.isFinite(wanted) ? wanted : fallback;
  return values.reduce(
    (best, value) => (Math.abs(value - target) < Math.abs(best - target) ? value : best),
    values[0] ?? fallback,
  );
}

import type { Graph, Node } from '../graph';
import { graphOf } from '../graph';
import type { Choice, Parameter, ParameterSet, ValuesOf } from '../parameter';
import { nearestChoice } from '../parameter';

/**
 * A block with knobs: its graph and that of what it replaces, for any values of the knobs. A page derives its sliders,
 * diagram, formulas and costs from it.
 */
export type Explorable<Name extends string = string> = {
  /** The namespace of its knobs in the URL: lower case, one word. */
  readonly id: string;
  readonly knobs: Readonly<Record<Name, Parameter>>;
  /** The block and what it replaces at the legal values nearest to the wanted ones. */
  readonly at: (wanted: Choice) => Explored;
  /** The block alone. */
  readonly graph: (wanted: Choice) => Graph;
};

/** An explorable at legal values. */
export type Explored = {
  readonly values: Choice;
  readonly block: Graph;
  /** What the block replaces; undefined if it replaces nothing. */
  readonly replaced: Graph | undefined;
};

type Declaration<K extends ParameterSet> = {
  readonly id: string;
  readonly knobs: K;
  /** From legal values to the block's last node. */
  readonly block: (values: ValuesOf<K>) => Node;
  /** The same for what the block replaces, with the same input and output shapes if possible. */
  readonly replaced?: (values: ValuesOf<K>) => Node;
};

/** An explorable whose block function sees its knobs' own types. */
export function defineExplorable<const K extends ParameterSet>({
  id,
  knobs,
  block,
  replaced,
}: Declaration<K>): Explorable<keyof K & string> {
  return {
    id,
    knobs,
    at: (wanted) => {
      const values = nearestChoice(knobs, wanted);
      return { values, block: graphOf(block(values)), replaced: replaced && graphOf(replaced(values)) };
    },
    graph: (wanted) => graphOf(block(nearestChoice(knobs, wanted))),
  };
}

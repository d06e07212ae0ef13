import { parseAsString, useQueryStates } from 'nuqs';
import { useMemo } from 'react';
import type { Explorable } from '../../../nets/explorables/explorable';
import type { Node } from '../../../nets/graph';
import type { Choice } from '../../../nets/parameter';
import type { Cost, Counted } from '../../../nets/readings/cost';
import { countedGraph } from '../../../nets/readings/cost';
import type { Figure } from '../../../nets/readings/formula';

/** An explorable as the person has set it: everything that a page shows of it, and the ways to change it. */
export type Exploration<Name extends string = string> = {
  readonly explorable: Explorable<Name>;
  /** A legal value for every knob. */
  readonly values: Choice;
  readonly block: Counted;
  /** What the block replaces; undefined where there is nothing to compare. */
  readonly replaced: Counted | undefined;
  /** The node that the panel explains: the chosen one, else the one with the most multiply-adds. */
  readonly selected: Node;
  /** Sets some knobs. Values that are not legal together move to the nearest ones that are. */
  readonly choose: (wanted: Choice) => void;
  readonly select: (nodeId: string) => void;
  readonly view: View;
  readonly look: (wanted: Partial<View>) => void;
  /** Back to the defaults. */
  readonly reset: () => void;
};

/** How the exploration is looked at. */
export type View = {
  /** Which figure of the selected node is taken apart. */
  readonly figure: Figure;
  /** Which picture is shown: the block, what it replaces, or both side by side. */
  readonly shown: Shown;
  /** Whether norms and activations have boxes of their own. */
  readonly unfolded: boolean;
};

export type Shown = (typeof showns)[number];

const figures: readonly Figure[] = ['macs', 'params', 'memoryAccess'];
const showns = ['block', 'replaced', 'both'] as const;

/**
 * Keeps the knobs and the view of an explorable in the page's query, as `ID.knob=value`, `ID.at=node` and so on: copying
 * the address copies the state. Two components that explore the same thing share one state. `firstFigure` is the figure
 * that is taken apart at first.
 */
export function useExploration<Name extends string>(
  explorable: Explorable<Name>,
  firstFigure: Figure = 'macs',
): Exploration<Name> {
  // Apart, so that looking at another node builds and counts nothing: a query that stays the same stays the same object.
  const [knobs, setKnobs] = useExplorableQuery(explorable.id, Object.keys(explorable.knobs));
  const [query, setQuery] = useExplorableQuery(explorable.id, viewNames);
  const { values, block, replaced } = useMemo(() => countedAt(explorable, knobs), [explorable, knobs]);
  const chosen = block.graph.nodes.find((node) => node.id === query['at']);
  return {
    explorable,
    values,
    block,
    replaced,
    selected: chosen ?? costliest(block.cost),
    choose: (wanted) => {
      void setKnobs(
        Object.fromEntries(Object.entries(wanted).map(([name, value]) => [name, wishOf(explorable, name, value)])),
      );
    },
    select: (nodeId) => {
      void setQuery({ at: nodeId });
    },
    view: {
      figure: figures.find((figure) => figure === query['of']) ?? firstFigure,
      shown: replaced === undefined ? 'block' : (showns.find((shown) => shown === query['show']) ?? 'block'),
      unfolded: query['parts'] === 'all',
    },
    look: ({ figure, shown, unfolded }) => {
      void setQuery({
        ...(figure === undefined ? {} : { of: figure === firstFigure ? null : figure }),
        ...(shown === undefined ? {} : { show: shown === 'block' ? null : shown }),
        ...(unfolded === undefined ? {} : { parts: unfolded ? 'all' : null }),
      });
    },
    reset: () => {
      void setKnobs(null);
      void setQuery(null);
    },
  };
}

const viewNames = ['at', 'of', 'show', 'parts'];

/** The texts under `ID.name` in the page's query, and the way to change them. */
function useExplorableQuery(id: string, names: readonly string[]) {
  return useQueryStates(Object.fromEntries(names.map((name) => [name, parseAsString])), {
    urlKeys: Object.fromEntries(names.map((name) => [name, `${id}.${name}`])),
  });
}

function countedAt(explorable: Explorable, query: Query) {
  const { values, block, replaced } = explorable.at(present(query));
  return { values, block: countedGraph(block), replaced: replaced && countedGraph(replaced) };
}

type Query = Readonly<Record<string, string | null>>;

function present(query: Query): Choice {
  return Object.fromEntries(Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== null));
}

/** Text for the address; null, which keeps the address short, for the default. */
function wishOf(explorable: Explorable, name: string, value: number | string): string | null {
  return explorable.knobs[name]?.default === value ? null : String(value);
}

function costliest(cost: Cost): Node {
  const [first, ...rest] = cost.layers;
  if (first === undefined) throw new TypeError('useExploration: the graph has no nodes (wanted at least an input)');
  return rest.reduce((max, layer) => (layer.macs > max.macs ? layer : max), first).node;
}

import { parseAsString, useQueryStates } from 'nuqs';
import { useMemo } from 'react';
import type { Explorable, KnobValues } from '../../../nets/explorables/explorable';
import { settle } from '../../../nets/explorables/explorable';
import type { Graph, Node } from '../../../nets/graph';
import type { Cost } from '../../../nets/readings/cost';
import { costOf } from '../../../nets/readings/cost';
import type { Figure } from '../../../nets/readings/formula';

/** A graph with its cost. */
export type Counted = { readonly graph: Graph; readonly cost: Cost };

/** An explorable as the person has set it: everything that a page shows of it, and the ways to change it. */
export type Exploration<Name extends string = string> = {
  readonly explorable: Explorable<Name>;
  /** A legal value for every knob. */
  readonly values: KnobValues;
  readonly block: Counted;
  /** What the block replaces; undefined where there is nothing to compare. */
  readonly replaced: Counted | undefined;
  /** The node that the panel explains: the chosen one, else the one with the most multiply-adds. */
  readonly selected: Node;
  /** Sets some knobs. Values that are not legal together move to the nearest ones that are. */
  readonly choose: (wanted: KnobValues) => void;
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
 * Keeps the knobs and the selected node of an explorable in the page's query, as `ID.knob=value`, `ID.at=node` and
 * so on: copying the address copies the state.
 * Two components that explore the same thing share one state. `firstFigure` is the figure that is taken apart at first.
 */
export function useExploration<Name extends string>(
  explorable: Explorable<Name>,
  firstFigure: Figure = 'macs',
): Exploration<Name> {
  const { parsers, urlKeys } = useMemo(() => addressOf(explorable), [explorable]);
  const [query, setQuery] = useQueryStates(parsers, { urlKeys });
  const values = settle(explorable.knobs, present(query));
  const key = JSON.stringify(values);
  const { block, replaced } = useMemo(() => countedOf(explorable, key), [explorable, key]);
  const chosen = block.graph.nodes.find((node) => node.id === query['at']);
  return {
    explorable,
    values,
    block,
    replaced,
    selected: chosen ?? costliest(block.cost),
    choose: (wanted) => {
      void setQuery(
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
      void setQuery(null);
    },
  };
}

function addressOf(explorable: Explorable) {
  const names = [...Object.keys(explorable.knobs), 'at', 'of', 'show', 'parts'];
  return {
    parsers: Object.fromEntries(names.map((name) => [name, parseAsString])),
    urlKeys: Object.fromEntries(names.map((name) => [name, `${explorable.id}.${name}`])),
  };
}

function countedOf(
  explorable: Explorable,
  key: string,
): { readonly block: Counted; readonly replaced: Counted | undefined } {
  const values = parsedValues(key);
  const counted = (graph: Graph): Counted => ({ graph, cost: costOf(graph) });
  return {
    block: counted(explorable.graph(values)),
    replaced: explorable.replaced && counted(explorable.replaced(values)),
  };
}

/** The values behind their own JSON, which is what tells React whether they changed. */
function parsedValues(key: string): KnobValues {
  const values: unknown = JSON.parse(key);
  if (typeof values !== 'object' || values === null) return {};
  return Object.fromEntries(
    Object.entries(values).filter(
      (entry): entry is [string, number | string] => typeof entry[1] === 'number' || typeof entry[1] === 'string',
    ),
  );
}

/** Text for the address; null, which keeps the address short, for the default. */
function wishOf(explorable: Explorable, name: string, value: number | string): string | null {
  return explorable.knobs[name]?.default === value ? null : String(value);
}

function present(query: Readonly<Record<string, string | null>>): KnobValues {
  return Object.fromEntries(Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== null));
}

function costliest(cost: Cost): Node {
  const [first, ...rest] = cost.layers;
  if (first === undefined) throw new TypeError('useExploration: the graph has no nodes (wanted at least an input)');
  return rest.reduce((most, layer) => (layer.macs > most.macs ? layer : most), first).node;
}

import { parseAsString, useQueryStates } from 'nuqs';
import { useMemo } from 'react';
import type { Explorable } from '../../../nets/explorables/explorable';
import type { Node } from '../../../nets/graph';
import { movedValues, type Choice } from '../../../nets/parameter';
import type { Cost, Counted } from '../../../nets/readings/cost';
import { countedGraph } from '../../../nets/readings/cost';
import type { Figure } from '../../../nets/readings/formula';
import { oneOf } from '../../ui/address/parsers';
import { useLocks, type Locks } from '../../ui/address/locks';
import { refusalOf } from '../../ui/address/refusalOf';
import { useArrivedQuery, useReading } from '../../ui/address/readings';

/** An explorable at the person's values: what a page shows of it, and how to change it. */
export type Exploration<Name extends string = string> = {
  readonly explorable: Explorable<Name>;
  /** A legal value for every knob. */
  readonly values: Choice;
  readonly block: Counted;
  /** What the block replaces; undefined if it replaces nothing. */
  readonly replaced: Counted | undefined;
  /** The node that the panel explains: the chosen one, or else the one with the most multiply-adds. */
  readonly selected: Node;
  /** Sets some knobs. Combinations that are not legal move to the nearest legal values. */
  readonly choose: (wanted: Choice) => void;
  readonly select: (nodeId: string) => void;
  readonly view: View;
  readonly changeView: (wanted: Partial<View>) => void;
  /** Goes back to the defaults. */
  readonly reset: () => void;
};

/** How the page presents an exploration. */
export type View = {
  /** Which figure of the selected node the panel breaks down. */
  readonly figure: Figure;
  /** Which picture to show: the block, what it replaces, or both side by side. */
  readonly shown: Shown;
  /** Whether norms and activations have their own boxes. */
  readonly unfolded: boolean;
  /** Whether the picture shows values of a trained network, where the page has some. */
  readonly withData: boolean;
};

export type Shown = (typeof shownPictures)[number];

const figures: readonly Figure[] = ['macs', 'params', 'memoryAccess'];
const shownPictures = ['block', 'replaced', 'both'] as const;

/**
 * Keeps the knobs and the view of an explorable in the page's query, as `ID.knob=value`, `ID.at=node` and so on: copying
 * the address copies the state, and components that explore the same block share it. The panel opens at `firstFigure`.
 */
export function useExploration<Name extends string>(
  explorable: Explorable<Name>,
  firstFigure: Figure = 'macs',
): Exploration<Name> {
  // Two queries, so that selecting a node does not count again: nuqs returns the same object until one of its keys changes.
  const [knobs, setKnobs] = useExplorableQuery(explorable.id, Object.keys(explorable.knobs));
  const [query, setQuery] = useExplorableQuery(explorable.id, viewNames);
  const locks = useLocks((state) => state.locks);
  const { values, block, replaced } = useMemo(
    () => countedAt(explorable, heldKnobs(explorable.id, knobs, locks)),
    [explorable, knobs, locks],
  );
  useRefusedKnobs(explorable);
  const chosen = block.graph.nodes.find((node) => node.id === query['at']);
  return {
    explorable,
    values,
    block,
    replaced,
    selected: chosen ?? costliestNode(block.cost),
    choose: (wanted) => {
      void setKnobs(
        Object.fromEntries(
          Object.entries(wanted)
            .filter(([name]) => !(`${explorable.id}.${name}` in locks))
            .map(([name, value]) => [name, addressTextOf(explorable, name, value)]),
        ),
      );
    },
    select: (nodeId) => {
      void setQuery({ at: nodeId });
    },
    view: {
      figure: figures.find((figure) => figure === query['of']) ?? firstFigure,
      shown: replaced === undefined ? 'block' : (shownPictures.find((shown) => shown === query['show']) ?? 'block'),
      unfolded: query['parts'] === 'all',
      withData: query['data'] === 'on',
    },
    changeView: ({ figure, shown, unfolded, withData }) => {
      void setQuery({
        ...(figure === undefined ? {} : { of: figure === firstFigure ? null : figure }),
        ...(shown === undefined ? {} : { show: shown === 'block' ? null : shown }),
        ...(unfolded === undefined ? {} : { parts: unfolded ? 'all' : null }),
        ...(withData === undefined ? {} : { data: withData ? 'on' : null }),
      });
    },
    reset: () => {
      void setKnobs(null);
      void setQuery(null);
    },
  };
}

const viewParsers = { of: oneOf(figures), show: oneOf(shownPictures), parts: oneOf(['all']), data: oneOf(['on']) };

/** Says which values of the knobs and the view the address had that are not legal. */
function useRefusedKnobs(explorable: Explorable): void {
  const { id, knobs } = explorable;
  const arrived = useArrivedQuery();
  const refused = useMemo(() => {
    const texts = Object.keys(knobs).map((name) => [name, arrived.get(`${id}.${name}`)] as const);
    const wishes = wishesOf(Object.fromEntries(texts));
    const moved = movedValues(knobs, wishes).map(({ name, got, used, legal }) => ({
      ...{ key: `${id}.${name}`, text: got, used: String(used) },
      why: { kind: 'legal' as const, legal },
    }));
    const views = Object.entries(viewParsers).flatMap(([name, parser]) => {
      const text = arrived.get(`${id}.${name}`);
      return (text === null ? null : refusalOf(`${id}.${name}`, text, parser)) ?? [];
    });
    const node = arrived.get(`${id}.at`);
    const isMissing = node !== null && !hasNode(explorable, wishes, node);
    const missing = { key: `${id}.at`, text: node ?? '', used: null, why: { kind: 'noSuchLayer' as const } };
    return [...moved, ...views, ...(isMissing ? [missing] : [])];
  }, [explorable, id, knobs, arrived]);
  useReading(
    [...Object.keys(knobs), ...viewNames].map((name) => `${id}.${name}`),
    refused,
  );
}

/** Whether the block has this layer at these values, or at its defaults: the values may have moved on since it was chosen. */
function hasNode(explorable: Explorable, wishes: Choice, nodeId: string): boolean {
  return [wishes, {}].some((wanted) => explorable.at(wanted).block.nodes.some(({ id }) => id === nodeId));
}

const viewNames = ['at', 'of', 'show', 'parts', 'data'];

/** The values of `ID.name` in the page's query, and a setter. */
function useExplorableQuery(id: string, names: readonly string[]) {
  return useQueryStates(Object.fromEntries(names.map((name) => [name, parseAsString])), {
    urlKeys: Object.fromEntries(names.map((name) => [name, `${id}.${name}`])),
  });
}

function countedAt(explorable: Explorable, query: Query) {
  const { values, block, replaced } = explorable.at(wishesOf(query));
  return { values, block: countedGraph(block), replaced: replaced && countedGraph(replaced) };
}

type Query = Readonly<Record<string, string | null>>;

/** The values of the address, but for those that a task holds. */
function heldKnobs(id: string, knobs: Query, locks: Locks): Query {
  return Object.fromEntries(
    Object.entries(knobs).map(([name, value]) => {
      const held = locks[`${id}.${name}`];
      return [name, held === undefined ? value : held];
    }),
  );
}

function wishesOf(query: Query): Choice {
  return Object.fromEntries(Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== null));
}

/** A knob's value in the address; null for the default, which keeps the address short. */
function addressTextOf(explorable: Explorable, name: string, value: number | string): string | null {
  return explorable.knobs[name]?.default === value ? null : String(value);
}

function costliestNode(cost: Cost): Node {
  const [first, ...rest] = cost.layers;
  if (first === undefined) throw new TypeError('useExploration: the graph has no nodes (wanted at least an input)');
  return rest.reduce((max, layer) => (layer.macs > max.macs ? layer : max), first).node;
}

import type { Graph, Node } from '../../nets/graph';
import { consumersOf, valueAt } from '../../nets/graph';
import { segmentedLayout, type ChannelLayout } from './channelLayout';
import { partOfPlace, type MapPlace, type MapStore } from './mapStore';

/** Where concatenations lie, so that their parts can be written there at once instead of being copied. */
export type Joins = {
  /** The place for a node's value inside the concatenation that alone reads it; null when there is none. */
  readonly placeInside: (node: Node) => MapPlace | null;
  readonly placeOf: (concat: Node) => MapPlace;
  readonly layoutOf: (concat: Node) => ChannelLayout;
};

/** @param wishes how a node's readers would like it laid out, by id */
export function joinsOf(graph: Graph, wishes: ReadonlyMap<string, ChannelLayout>, store: MapStore): Joins {
  const consumers = consumersOf(graph);
  const places = new Map<string, MapPlace>();
  const layoutOf = (concat: Node): ChannelLayout => wishes.get(concat.id) ?? segmentedLayout(partBounds(concat));
  const placeOf = (concat: Node): MapPlace => {
    const place = places.get(concat.id) ?? placeInside(concat) ?? store.allocate(concat.shape, layoutOf(concat));
    places.set(concat.id, place);
    return place;
  };
  const placeInside = (node: Node): MapPlace | null => {
    const concat = concatAround(node, valueAt(consumers, node.id));
    if (concat === null) return null;
    const from = partBounds(concat)[concat.inputs.indexOf(node)] ?? 0;
    return partOfPlace(placeOf(concat), from, from + node.shape.channels);
  };
  return { placeInside, placeOf, layoutOf };
}

/** The concatenation that alone reads a node, if that is all that happens to it. */
function concatAround(node: Node, [reader, ...others]: readonly Node[]): Node | null {
  return reader?.op.kind === 'concat' && others.length === 0 && node.op.kind !== 'input' ? reader : null;
}

/** Where the parts of a concatenation begin, and at last where they end. */
export function partBounds({ inputs }: Node): readonly number[] {
  const bounds = [0];
  for (const part of inputs) bounds.push((bounds.at(-1) ?? 0) + part.shape.channels);
  return bounds;
}

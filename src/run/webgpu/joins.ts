import type { Graph, Node } from '../../nets/graph';
import { consumersOf, valueAt } from '../../nets/graph';
import { segmentedLayout, type ChannelLayout } from './channelLayout';
import { partOfPlace, type MapPlace, type MapStore } from './mapStore';

/** Places for concatenations, so that their parts are written in place and need no copy. */
export type Joins = {
  /** The place of a node inside the concatenation that is its only reader; null where there is none. */
  readonly placeInside: (node: Node) => MapPlace | null;
  readonly placeOf: (concat: Node) => MapPlace;
  readonly layoutOf: (concat: Node) => ChannelLayout;
};

/** @param preferred the layout that a node's readers prefer, by id */
export function joinsOf(graph: Graph, preferred: ReadonlyMap<string, ChannelLayout>, store: MapStore): Joins {
  const consumers = consumersOf(graph);
  const places = new Map<string, MapPlace>();
  const layoutOf = (concat: Node): ChannelLayout => preferred.get(concat.id) ?? segmentedLayout(partBounds(concat));
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

/** The concatenation that is a node's only reader. */
function concatAround(node: Node, [reader, ...others]: readonly Node[]): Node | null {
  return reader?.op.kind === 'concat' && others.length === 0 && node.op.kind !== 'input' ? reader : null;
}

/** First channel of each part of a concatenation, then the number of channels. */
export function partBounds({ inputs }: Node): readonly number[] {
  const bounds = [0];
  for (const part of inputs) bounds.push((bounds.at(-1) ?? 0) + part.shape.channels);
  return bounds;
}

import type { Graph, Node } from '../../nets/graph';
import { consumersOf, inputOf, valueAt } from '../../nets/graph';
import { hasTrait } from '../../nets/op';
import { naturalLayout, type ChannelLayout } from './channelLayout';
import { mapCopier, type MapCopier } from './mapCopier';
import type { DeviceStep, MapTarget, MapView } from './deviceStep';
import type { ViewStep } from './fusedSteps';
import { joinsOf, partBounds } from './joins';
import { layoutWishes } from './layoutWishes';
import { mapStore, partOfPlace, runOf, targetIn, viewOf, type PlannedBuffer } from './mapStore';
import { otherView } from './otherView';

/** Decides, step by step, where every value of a graph lies. */
export type MapPlanner = {
  /** Where a node's value is. */
  readonly viewOf: (node: Node) => MapView;
  /** Takes in a node that is another view of what is there. */
  readonly see: (view: ViewStep) => void;
  /** Where the value of `result` goes, computed in the order of `rows`; from then on it can be read there. */
  readonly target: (result: Node, rows: ChannelLayout) => MapTarget;
  /** A place for what is between two steps, laid out like `map`. */
  readonly scratch: (map: MapView) => MapTarget;
  /** The order in which a convolution that is free to choose should compute a value. */
  readonly wantedRows: (result: Node, residual: ChannelLayout | null) => ChannelLayout;
  readonly moved: MapCopier['moved'];
  readonly add: (step: DeviceStep) => void;
  readonly steps: () => readonly DeviceStep[];
  readonly buffers: () => readonly PlannedBuffer[];
};

export function mapPlanner(graph: Graph): MapPlanner {
  const consumers = consumersOf(graph);
  const wishes = layoutWishes(graph);
  const store = mapStore();
  const joins = joinsOf(graph, wishes, store);
  const steps: DeviceStep[] = [];
  const copier = mapCopier(steps, store);
  const inputLayout = naturalLayout(graph.input.shape.channels);
  const views = new Map([[graph.input.id, viewOf(store.allocate(graph.input.shape, inputLayout), inputLayout)]]);

  /** The layout of what this value is added to or multiplied with, where that is there already. */
  const partnerLayout = (node: Node): ChannelLayout | undefined =>
    valueAt(consumers, node.id)
      .filter(({ op }) => hasTrait(op, 'combinesMaps'))
      .flatMap((reader) => reader.inputs.filter((input) => input !== node))
      .map((other) => views.get(other.id)?.layout)
      .find((layout) => layout !== undefined);

  const join = (concat: Node): void => {
    const place = joins.placeOf(concat);
    for (const [index, part] of concat.inputs.entries()) {
      const from = partBounds(concat)[index] ?? 0;
      const view = views.get(part.id);
      // A part that has no view of its own was written into its place.
      if (view !== undefined) copier.into(view, partOfPlace(place, from, from + part.shape.channels), [concat.id]);
    }
    if (joins.placeInside(concat) === null) views.set(concat.id, viewOf(place, joins.layoutOf(concat)));
  };

  return {
    viewOf: (node) => valueAt(views, node.id),
    see: ({ op, result }) => {
      const { id, shape } = inputOf(result);
      if (op.kind === 'concat') join(result);
      else views.set(result.id, otherView(op, shape.channels, valueAt(views, id), copier.copied));
    },
    target: (result, rows) => {
      const inside = joins.placeInside(result);
      if (inside !== null) return targetIn(inside, rows);
      const layout = wishes.get(result.id) ?? rows;
      const place = store.allocate(result.shape, layout);
      views.set(result.id, viewOf(place, layout));
      return targetIn(place, rows);
    },
    scratch: (map) => targetIn(store.allocate(map, map.layout), map.layout),
    wantedRows: (result, residual) => {
      const inside = joins.placeInside(result);
      if (inside !== null) return runOf(inside, result) ?? naturalLayout(result.shape.channels);
      return residual ?? wishes.get(result.id) ?? partnerLayout(result) ?? naturalLayout(result.shape.channels);
    },
    moved: copier.moved,
    add: (step) => steps.push(step),
    steps: () => steps,
    buffers: store.buffers,
  };
}

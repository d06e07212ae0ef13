import type { Graph, Node } from '../../nets/graph';
import { consumersOf, inputOf, valueAt } from '../../nets/graph';
import { hasTrait } from '../../nets/op';
import { naturalLayout, type ChannelLayout } from './channelLayout';
import { mapCopier, type MapCopier } from './mapCopier';
import type { DeviceStep, MapTarget, MapView } from './deviceStep';
import type { ViewStep } from './fusedSteps';
import { joinsOf, partBounds } from './joins';
import { preferredLayouts } from './preferredLayouts';
import { mapStore, partOfPlace, runOf, targetIn, viewOf, type PlannedBuffer } from './mapStore';
import { relabelledMap } from './relabelledMap';

/** Decides step by step where each value of a graph is in memory. */
export type MapPlanner = {
  /** Where a node's value is. */
  readonly viewOf: (node: Node) => MapView;
  /** Adds a node whose value is already in memory, under other channel numbers. */
  readonly addView: (view: ViewStep) => void;
  /** Reserves memory for `result`, which a dispatch computes in the order of `rows`. */
  readonly target: (result: Node, rows: ChannelLayout) => MapTarget;
  /** Reserves memory for an intermediate value with the layout of `map`. */
  readonly scratch: (map: MapView) => MapTarget;
  /** The best order for an ungrouped convolution to compute its channels in. */
  readonly bestRows: (result: Node, residual: ChannelLayout | null) => ChannelLayout;
  readonly inLayout: MapCopier['inLayout'];
  readonly add: (step: DeviceStep) => void;
  readonly steps: () => readonly DeviceStep[];
  readonly buffers: () => readonly PlannedBuffer[];
};

export function mapPlanner(graph: Graph): MapPlanner {
  const consumers = consumersOf(graph);
  const preferred = preferredLayouts(graph);
  const store = mapStore();
  const joins = joinsOf(graph, preferred, store);
  const steps: DeviceStep[] = [];
  const copier = mapCopier(steps, store);
  const inputLayout = naturalLayout(graph.input.shape.channels);
  const views = new Map([[graph.input.id, viewOf(store.allocate(graph.input.shape, inputLayout), inputLayout)]]);

  /** The layout of the value that this one is combined with, where that is in memory already. */
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
      // A part without a view was written in place.
      if (view !== undefined) copier.copyInto(view, partOfPlace(place, from, from + part.shape.channels), [concat.id]);
    }
    if (joins.placeInside(concat) === null) views.set(concat.id, viewOf(place, joins.layoutOf(concat)));
  };

  return {
    viewOf: (node) => valueAt(views, node.id),
    addView: ({ op, result }) => {
      const { id, shape } = inputOf(result);
      if (op.kind === 'concat') join(result);
      else views.set(result.id, relabelledMap(op, shape.channels, valueAt(views, id), copier.copyTo));
    },
    target: (result, rows) => {
      const inside = joins.placeInside(result);
      if (inside !== null) return targetIn(inside, rows);
      const layout = preferred.get(result.id) ?? rows;
      const place = store.allocate(result.shape, layout);
      views.set(result.id, viewOf(place, layout));
      return targetIn(place, rows);
    },
    scratch: (map) => targetIn(store.allocate(map, map.layout), map.layout),
    bestRows: (result, residual) => {
      const inside = joins.placeInside(result);
      if (inside !== null) return runOf(inside, result) ?? naturalLayout(result.shape.channels);
      return residual ?? preferred.get(result.id) ?? partnerLayout(result) ?? naturalLayout(result.shape.channels);
    },
    inLayout: copier.inLayout,
    add: (step) => steps.push(step),
    steps: () => steps,
    buffers: store.buffers,
  };
}

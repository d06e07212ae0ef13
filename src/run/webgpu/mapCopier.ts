import { sameLayout, type ChannelLayout } from './channelLayout';
import { runStart, type ConvolutionStep, type DeviceStep, type MapTarget, type MapView } from './deviceStep';
import { targetIn, viewOf, type MapPlace, type MapStore } from './mapStore';

/** Moves maps that lie where their reader cannot use them. */
export type MapCopier = {
  /** @param ids the nodes whose values the copy makes */
  readonly into: (map: MapView, place: MapPlace, ids: readonly string[]) => void;
  readonly copied: (map: MapView, layout: ChannelLayout) => MapView;
  /** The map itself where it has this layout, else a copy that has. */
  readonly moved: (map: MapView, layout: ChannelLayout) => MapView;
};

/** @param steps the plan so far, to which copies are added */
export function mapCopier(steps: DeviceStep[], store: MapStore): MapCopier {
  const into: MapCopier['into'] = (map, place, ids) => {
    const target = targetIn(place, map.layout);
    const last = steps.at(-1);
    // A convolution that has just written beside it can write the copy too.
    if (last?.kind === 'convolution' && canCopy(last, map, target))
      steps[steps.length - 1] = { ...last, copy: { from: map, slots: target.slots }, ids: [...last.ids, ...ids] };
    else steps.push({ kind: 'combine', mode: 'copy', ids, inputs: [map], target, activation: null });
  };
  const copied: MapCopier['copied'] = (map, layout) => {
    const place = store.allocate(map, layout);
    into(map, place, []);
    return viewOf(place, layout);
  };
  return { into, copied, moved: (map, layout) => (sameLayout(map.layout, layout) ? map : copied(map, layout)) };
}

/** Whether a convolution's dispatch has as many invocations as the copy needs, and writes to its buffer. */
function canCopy({ copy, groups, window, input, target, rows }: ConvolutionStep, map: MapView, to: MapTarget): boolean {
  const isPointwise = groups === 1 && window.kernel[0] === 1 && window.kernel[1] === 1 && window.stride === 1;
  const isBeside = target.buffer === to.buffer && input.height === to.height && input.width === to.width;
  const isAlike = (runStart(target.slots) === null) === (runStart(to.slots) === null);
  return copy === null && isPointwise && isBeside && isAlike && rows.length >= map.layout.length;
}

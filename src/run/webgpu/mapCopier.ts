import { sameLayout, type ChannelLayout } from './channelLayout';
import { runStart, type ConvolutionStep, type DeviceStep, type MapTarget, type MapView } from './deviceStep';
import { targetIn, viewOf, type MapPlace, type MapStore } from './mapStore';

/** Copies maps whose layout their reader cannot use. */
export type MapCopier = {
  /** @param ids the nodes that the copy computes */
  readonly copyInto: (map: MapView, place: MapPlace, ids: readonly string[]) => void;
  readonly copyTo: (map: MapView, layout: ChannelLayout) => MapView;
  /** The map itself where it has this layout, else a copy in it. */
  readonly inLayout: (map: MapView, layout: ChannelLayout) => MapView;
};

/** @param steps the plan so far; copies are appended */
export function mapCopier(steps: DeviceStep[], store: MapStore): MapCopier {
  const copyInto: MapCopier['copyInto'] = (map, place, ids) => {
    const target = targetIn(place, map.layout);
    const last = steps.at(-1);
    // The convolution just before can write the copy too.
    if (last?.kind === 'convolution' && canCopy(last, map, target))
      steps[steps.length - 1] = { ...last, copy: { from: map, slots: target.slots }, ids: [...last.ids, ...ids] };
    else steps.push({ kind: 'combine', mode: 'copy', ids, inputs: [map], target, activation: null });
  };
  const copyTo: MapCopier['copyTo'] = (map, layout) => {
    const place = store.allocate(map, layout);
    copyInto(map, place, []);
    return viewOf(place, layout);
  };
  return { copyInto, copyTo, inLayout: (map, layout) => (sameLayout(map.layout, layout) ? map : copyTo(map, layout)) };
}

/** Whether a convolution has as many invocations as the copy needs, and writes to the same buffer. */
function canCopy({ copy, groups, window, input, target, rows }: ConvolutionStep, map: MapView, to: MapTarget): boolean {
  const isPointwise = groups === 1 && window.kernel[0] === 1 && window.kernel[1] === 1 && window.stride === 1;
  const isBeside = target.buffer === to.buffer && input.height === to.height && input.width === to.width;
  const isAlike = (runStart(target.slots) === null) === (runStart(to.slots) === null);
  return copy === null && isPointwise && isBeside && isAlike && rows.length >= map.layout.length;
}

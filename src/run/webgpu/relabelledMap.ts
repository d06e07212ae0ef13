import type { Op } from '../../nets/op';
import { naturalLayout, shuffledLayout, slotRange, type ChannelLayout } from './channelLayout';
import type { MapView } from './deviceStep';
import type { ViewStep } from './fusedSteps';

/**
 * The result of a view in its input's memory; copied only where its channels share vectors with others.
 * @param channels of the input
 */
export function relabelledMap(
  op: Exclude<ViewStep['op'], Op<'concat'>>,
  channels: number,
  map: MapView,
  copyTo: (map: MapView, layout: ChannelLayout) => MapView,
): MapView {
  switch (op.kind) {
    case 'activation':
    case 'dropout':
      return map;
    case 'channelShuffle':
      return { ...map, layout: shuffledLayout(map.layout, op.groups, channels) };
    case 'channelSlice': {
      const range = slotRange(map.layout, op.from, op.to);
      if (range !== null) return { ...map, ...range, firstSlot: map.firstSlot + range.firstSlot };
      const part = map.layout.map((channel) => (channel === null || channel < op.from ? null : channel - op.from));
      const wanted = naturalLayout(op.to - op.from);
      return copyTo({ ...map, layout: part.map((channel) => (wanted.includes(channel) ? channel : null)) }, wanted);
    }
    case 'flatten': {
      const isWhole = map.firstSlot === 0 && map.pixelSlots === map.layout.length;
      return flattened(isWhole ? map : copyTo(map, map.layout));
    }
  }
}

/** A map as one pixel, in PyTorch's order: channel, row, column. */
function flattened(map: MapView): MapView {
  const pixels = map.height * map.width;
  const layout = Array.from({ length: pixels }, (_, pixel) =>
    map.layout.map((channel) => (channel === null ? null : channel * pixels + pixel)),
  ).flat();
  return { ...map, height: 1, width: 1, pixelSlots: layout.length, layout };
}

import type { Node } from '../../nets/graph';
import { naturalLayout, shuffledLayout, slotRange, type ChannelLayout } from './channelLayout';
import type { MapView } from './deviceStep';

/** A node that moves nothing, seen in its input's memory; copied only where its channels lie scattered there. */
export function otherView(
  { id, op, inputs: [source] }: Node,
  map: MapView,
  copied: (map: MapView, layout: ChannelLayout) => MapView,
): MapView {
  switch (op.kind) {
    case 'activation':
    case 'dropout':
      return map;
    case 'channelShuffle':
      return { ...map, layout: shuffledLayout(map.layout, op.groups, source?.shape.channels ?? 0) };
    case 'channelSlice': {
      const range = slotRange(map.layout, op.from, op.to);
      if (range !== null) return { ...map, ...range, firstSlot: map.firstSlot + range.firstSlot };
      const part = map.layout.map((channel) => (channel === null || channel < op.from ? null : channel - op.from));
      const wanted = naturalLayout(op.to - op.from);
      return copied({ ...map, layout: part.map((channel) => (wanted.includes(channel) ? channel : null)) }, wanted);
    }
    case 'flatten': {
      const isWhole = map.firstSlot === 0 && map.pixelSlots === map.layout.length;
      return flattened(isWhole ? map : copied(map, map.layout));
    }
    default:
      throw new Error(`${id}: ${op.kind} is no view`);
  }
}

/** A map as one pixel, its channels in PyTorch's order: channel, row, column. */
function flattened(map: MapView): MapView {
  const pixels = map.height * map.width;
  const layout = Array.from({ length: pixels }, (_, pixel) =>
    map.layout.map((channel) => (channel === null ? null : channel * pixels + pixel)),
  ).flat();
  return { ...map, height: 1, width: 1, pixelSlots: layout.length, layout };
}

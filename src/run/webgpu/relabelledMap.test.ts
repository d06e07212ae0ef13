import { expect, test } from 'vitest';
import { naturalLayout } from './channelLayout';
import type { MapView } from './deviceStep';
import { relabelledMap } from './relabelledMap';

/** Two pixels of eight slots. */
const map: MapView = {
  buffer: 0,
  height: 1,
  width: 2,
  pixelSlots: 8,
  firstSlot: 0,
  layout: naturalLayout(8),
};
const half: MapView = { ...map, firstSlot: 4, layout: naturalLayout(4) };

function flattened(view: MapView): { readonly copies: readonly MapView[]; readonly layout: MapView['layout'] } {
  const copies: MapView[] = [];
  const copyTo = (from: MapView) => {
    copies.push(from);
    return { ...from, buffer: 1, firstSlot: 0, pixelSlots: from.layout.length };
  };
  return { layout: relabelledMap({ kind: 'flatten' }, 8, view, copyTo).layout, copies };
}

test('a map that has its memory for itself is flattened where it lies, in the order of PyTorch', () => {
  // Channel c of pixel p becomes feature 2 c + p.
  const features = [0, 2, 4, 6, 8, 10, 12, 14, 1, 3, 5, 7, 9, 11, 13, 15];
  expect(flattened(map)).toEqual({ copies: [], layout: features });
});

test('half of the channels of a map is copied first, since the other half lies between its pixels', () => {
  expect(flattened(half)).toEqual({ copies: [half], layout: [0, 2, 4, 6, 1, 3, 5, 7] });
  expect(flattened({ ...half, firstSlot: 0 }).copies).toHaveLength(1);
});

import { expect, test } from 'vitest';
import {
  groupedLayout,
  isGrouped,
  naturalLayout,
  segmentedLayout,
  shuffledLayout,
  slotRange,
  slotsOf,
  unshuffledLayout,
} from './channelLayout';

test('channels fill whole vectors, padded with holes', () => {
  expect(naturalLayout(5)).toEqual([0, 1, 2, 3, 4, null, null, null]);
  expect(groupedLayout(2, 6)).toEqual([0, 1, 2, null, 3, 4, 5, null]);
  expect(segmentedLayout([0, 4, 6])).toEqual([0, 1, 2, 3, 4, 5, null, null]);
});

test('a shuffle relabels the slots, and its inverse restores the labels', () => {
  expect(shuffledLayout(naturalLayout(8), 2, 8)).toEqual([0, 2, 4, 6, 1, 3, 5, 7]);
  const layout = groupedLayout(3, 30);
  expect(shuffledLayout(unshuffledLayout(layout, 3, 30), 3, 30)).toEqual(layout);
});

test('a slice is a view where its channels have vectors of their own', () => {
  expect(slotRange(groupedLayout(2, 6), 3, 6)).toEqual({ firstSlot: 4, layout: [0, 1, 2, null] });
  expect(slotRange(naturalLayout(6), 3, 6)).toBeNull();
  expect(slotRange(shuffledLayout(naturalLayout(8), 2, 8), 0, 4)).toBeNull();
});

test('a layout is grouped when no vector holds channels of two groups', () => {
  expect(isGrouped(groupedLayout(3, 30), 3, 30)).toBe(true);
  expect(isGrouped(naturalLayout(24), 3, 24)).toBe(true);
  expect(isGrouped(naturalLayout(30), 3, 30)).toBe(false);
});

test('every channel has one slot', () => {
  expect(slotsOf(groupedLayout(2, 6))).toEqual([0, 1, 2, 4, 5, 6]);
});

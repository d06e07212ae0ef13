import { expect, test } from 'vitest';
import { blockShown, memoryOrder, newStore, storeShown, viewOf, wholeStores } from './channelView';
import { gatherOf } from './gather';

const store = newStore(1, 2, 4, 2);
const other = newStore(1, 2, 2);

test('a view shows a store only with all its channels in order', () => {
  expect(storeShown(viewOf(store))).toBe(store);
  expect(storeShown(viewOf(store).slice(0, 2))).toBeNull();
  expect(storeShown(viewOf(store).toReversed())).toBeNull();
});

test('a view shows whole stores in any order, but not in part and not twice', () => {
  const both = [...viewOf(other), ...viewOf(store)];
  expect(wholeStores(both.toReversed())).toEqual([store, other]);
  expect(wholeStores(both.slice(1))).toBeNull();
  expect(wholeStores([...both, ...viewOf(other)])).toBeNull();
});

test('a block is one group, in any order', () => {
  const second = viewOf(store).slice(2).toReversed();
  expect(blockShown(second)).toEqual({ block: { store, first: 2, channels: 2 }, places: [1, 0] });
  expect(blockShown(viewOf(store).slice(1, 3))).toBeNull();
  expect(blockShown([...viewOf(other).slice(0, 1), ...viewOf(other).slice(0, 1)])).toBeNull();
});

test('a single pixel has no groups, so any run of its channels is a block', () => {
  const vector = newStore(1, 1, 4, 2);
  expect(vector.groups).toBe(1);
  expect(blockShown(viewOf(vector).slice(1, 3))).toEqual({
    block: { store: vector, first: 1, channels: 2 },
    places: [0, 1],
  });
});

test('memory order brings channels of one store together', () => {
  const mixed = [1, 0].flatMap((index) => [
    { store, index },
    { store: other, index },
  ]);
  expect(memoryOrder(mixed)).toEqual([2, 0, 3, 1]);
});

test('a copy puts channels of grouped and ungrouped stores side by side, pixel by pixel', () => {
  const to = newStore(1, 2, 3);
  // Two groups of two pixels of two channels; then two pixels of two channels.
  const memory = Float32Array.of(0, 1, 10, 11, 2, 3, 12, 13, 4, 5, 14, 15, 0, 0, 0, 0, 0, 0);
  const begins = new Map([
    [store, 0],
    [other, 8],
    [to, 12],
  ]);
  const view = [...viewOf(store).slice(2), ...viewOf(other).slice(1)];
  gatherOf(view, to, (which) => begins.get(which) ?? NaN)(memory);
  expect([...memory.slice(12)]).toEqual([2, 3, 5, 12, 13, 15]);
});

import { describe, expect, test } from 'vitest';
import type { Operand } from './operand';
import { concatenated, sliced } from './operand';
import { statedInput } from './statedNode';
import { mapOf, mapView, reshaped, sizesOf, transposed, vectorOf, type View } from './view';

const map = statedInput('map', { height: 4, width: 5, channels: 6 });
const first = mapView(map, 'channelsFirst');
const last = mapView(map, 'channelsLast');

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('undefined');
  return value;
}

function viewOf(operand: Operand | undefined): View {
  const { kind, ...rest } = must(operand);
  if (kind !== 'view' || !('view' in rest)) throw new Error('no view');
  return rest.view;
}

describe('a tensor as a view of a map', () => {
  test('has the layout that it is transposed to', () => {
    expect(sizesOf(first)).toEqual([1, 6, 4, 5]);
    expect(mapOf(must(transposed(last, [0, 3, 1, 2])), 'channelsFirst')).toBe(map);
    expect(mapOf(last, 'channelsFirst')).toBeUndefined();
    expect(transposed(first, [0, 1, 1, 2])).toBeUndefined();
  });

  test('flattens in either order of its values, whatever the sizes leave open', () => {
    expect(vectorOf(must(reshaped(first, [1, -1])))?.op).toEqual({ kind: 'flatten', order: 'channelsFirst' });
    expect(vectorOf(must(reshaped(last, [-1, 120])))?.op).toEqual({ kind: 'flatten', order: 'channelsLast' });
    expect(vectorOf(must(reshaped(must(transposed(first, [0, 1, 3, 2])), [1, 120])))).toBeUndefined();
    expect(reshaped(first, [1, 7, -1])).toBeUndefined();
  });

  test('shuffles its channels by a split, a transpose and a merge', () => {
    const split = must(reshaped(first, [1, 2, 3, 4, 5]));
    const merged = must(reshaped(must(transposed(split, [0, 2, 1, 3, 4])), [1, -1, 4, 5]));
    expect(mapOf(merged, 'channelsFirst')?.op).toEqual({ kind: 'channelShuffle', groups: 2 });
    // What reads the same view reads the same node.
    expect(mapOf(merged, 'channelsFirst')).toBe(mapOf(merged, 'channelsFirst'));
    expect(mapOf(must(reshaped(split, [1, 6, 4, 5])), 'channelsFirst')).toBe(map);
  });

  test('of an open size is reshaped by what is known', () => {
    const open = mapView(statedInput('open', { height: null, width: null, channels: 6 }), 'channelsFirst');
    const split = must(reshaped(open, [1, 2, 3, null, null]));
    expect(sizesOf(split)).toEqual([1, 2, 3, null, null]);
    expect(reshaped(open, [1, 6, 20])).toBeUndefined();
  });

  test("gives every other channel, as Megvii's split does, as the half of a shuffle", () => {
    const pairs = must(transposed(must(reshaped(first, [3, 2, 20])), [1, 0, 2]));
    const half = viewOf(sliced('half', pairs, 0, 1, 2));
    expect(half.node.op).toEqual({ kind: 'channelSlice', from: 3, to: 6 });
    expect(half.node.inputs[0]?.op).toEqual({ kind: 'channelShuffle', groups: 3 });
    expect(sliced('rows', first, 2, 0, 2)).toBeUndefined();
  });

  test('is joined to others along its channels only', () => {
    expect(viewOf(concatenated('all', [first, first], 1)).node.shape.channels).toBe(12);
    expect(concatenated('all', [first, first], 2)).toBeUndefined();
    expect(concatenated('all', [first, last], 1)).toBeUndefined();
  });
});

import { describe, expect, test } from 'vitest';
import { channelsWired, litWires } from './litWires';

describe('a channel comes from', () => {
  test('all channels of a pointwise layer, and its own of a depthwise one', () => {
    expect(channelsWired({ kind: 'all' }, 3, 9, 5)).toEqual([0, 1, 2]);
    expect(channelsWired({ kind: 'own' }, 9, 9, 5)).toEqual([5]);
  });

  test('the channels of its group', () => {
    expect(channelsWired({ kind: 'groups', groups: 3 }, 6, 12, 4)).toEqual([2, 3]);
  });

  test('where a shuffle takes it from: the first of each group come first', () => {
    const from = Array.from({ length: 6 }, (_, at) => channelsWired({ kind: 'shuffle', groups: 3 }, 6, 6, at)[0]);
    expect(from).toEqual([0, 2, 4, 1, 3, 5]);
  });
});

test('a wire lights up from each row that is read to the row of the channel', () => {
  const card = { id: '', x: 0, y: 0, width: 20, height: 104, columns: 2, room: 50 };
  const from = { card, channels: 12 };
  const to = { card: { ...card, x: 100 }, channels: 12 };
  expect(litWires(from, to, { kind: 'all' }, 5).split('M')).toHaveLength(7);
  const own = litWires(from, to, { kind: 'own' }, 5);
  expect(own).toMatch(/^M22.0 69.0C60.0 69.0 60.0 69.0 98.0 69.0$/);
});

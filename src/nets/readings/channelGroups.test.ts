import { expect, test } from 'vitest';
import { channelShuffle, channelSlice, conv, input } from '../build';
import { graphOf } from '../graph';
import { channelGroupsOf } from './channelGroups';

const image = input({ height: 2, width: 2, channels: 6 });

test('a shuffle interleaves the groups, and a layer over all channels ends them', () => {
  const grouped = conv('grouped', image, { outChannels: 6, kernel: 1, groups: 3 });
  const shuffled = channelShuffle('shuffled', grouped, 3);
  const mixed = conv('mixed', shuffled, { outChannels: 2, kernel: 1 });
  const groups = channelGroupsOf(graphOf(mixed));
  expect(groups.get('grouped')).toEqual([0, 0, 1, 1, 2, 2]);
  expect(groups.get('shuffled')).toEqual([0, 1, 2, 0, 1, 2]);
  expect(groups.get('mixed')).toEqual([null, null]);
});

test('a part of the channels keeps the groups of that part', () => {
  const grouped = conv('grouped', image, { outChannels: 6, kernel: 1, groups: 3 });
  const part = channelSlice('part', grouped, 1, 4);
  expect(channelGroupsOf(graphOf(part)).get('part')).toEqual([0, 1, 1]);
});

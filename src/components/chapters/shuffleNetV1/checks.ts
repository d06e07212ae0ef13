import { msg } from '@lingui/core/macro';
import type { Check } from '../../../course/check';
import { channelShuffle, input } from '../../../nets/build';
import { groupedStack } from '../../../nets/explorables/groupedStack';
import { comparedUnit } from '../../../nets/explorables/shuffleUnits';
import { graphOf } from '../../../nets/graph';
import { contributorsOf } from '../../../nets/readings/contributors';
import { costOf } from '../../../nets/readings/cost';

export const shuffleNetV1Checks = [
  {
    kind: 'computed',
    id: 'shufflenet-v1/q1',
    draw: (random) => {
      const groups = random.pick([1, 2, 3, 4, 8]);
      const channels = 4 * groups * random.pick([6, 9, 12]);
      const side = random.pick([7, 14, 28]);
      const bottleneck = channels / 4;
      const answer = costOf(graphOf(comparedUnit('shuffleNet', { channels, groups, resolution: side }))).macs;
      const pixels = side ** 2;
      return {
        question: msg`A ShuffleNet unit with stride 1: ${channels} channels on a ${side}×${side} map, ${groups} groups, and a bottleneck of a quarter of the channels. How many multiply-adds?`,
        cost: 'macs',
        answer,
        closed: pixels * ((2 * channels * bottleneck) / groups + 9 * bottleneck),
        misses: [
          ...(groups === 1
            ? []
            : [
                {
                  said: pixels * (2 * channels * bottleneck + 9 * bottleneck),
                  why: msg`The two 1×1 convolutions are grouped: divide them by g.`,
                },
              ]),
          {
            said: pixels * ((2 * channels * bottleneck) / groups + 9 * bottleneck ** 2),
            why: msg`The 3×3 is depthwise: 9m a pixel, not 9m².`,
          },
          {
            said: pixels * ((channels * bottleneck) / groups + 9 * bottleneck),
            why: msg`There are two 1×1 convolutions: one into the bottleneck, one out of it.`,
          },
        ],
        why: ({ exact }) =>
          msg`hw(2cm/g + 9m) = ${side}² × (2 × ${channels} × ${bottleneck} / ${groups} + 9 × ${bottleneck}) = ${exact(answer)}.`,
      };
    },
  },
  {
    kind: 'computed',
    id: 'shufflenet-v1/q2',
    draw: (random) => {
      const groups = random.pick([3, 4, 5, 6]);
      const perGroup = random.pick([3, 4, 5]);
      const [row, column] = [random.pick([0, 1, 2]), random.pick([1, 2])];
      const channel = row * perGroup + column;
      const back = (channel % groups) * perGroup + Math.floor(channel / groups);
      const answer = positionAfter(channel, groups, perGroup);
      return {
        question: msg`A channel shuffle of ${groups} groups with ${perGroup} channels each. Counted from 0: to which position does channel ${channel} move?`,
        isExact: true,
        answer,
        closed: column * groups + row,
        misses:
          back === answer
            ? []
            : [
                {
                  said: back,
                  why: msg`That is the way back: you wrote the table with g columns. It has a row for each group.`,
                },
              ],
        why: msg`Channel ${channel} is in row ${row} and column ${column} of the table. Read by columns: ${column} × ${groups} + ${row}.`,
      };
    },
  },
  {
    kind: 'computed',
    id: 'shufflenet-v1/q3',
    draw: (random) => {
      const groups = random.pick([4, 6, 8]);
      const perGroup = random.pick([2, 3]);
      const units = random.pick([1, 2, 3]);
      const graph = groupedStack({ groups, channelsPerGroup: perGroup, units, shuffled: true });
      const count = groups * perGroup;
      const reached = Math.min(groups, perGroup ** units);
      return {
        question: msg`${groups} groups of ${perGroup} channels, ${units} units, each with a shuffle between its two grouped convolutions. How many of the ${count} input channels reach one output?`,
        isExact: true,
        most: count,
        answer: contributorsOf(graph, 0).get(graph.input.id)?.size ?? 0,
        closed: perGroup * reached,
        misses: [
          { said: perGroup, why: msg`That is without a shuffle: its own group.` },
          { said: reached, why: msg`That many groups; each has ${perGroup} channels.` },
        ],
        why: msg`Each unit multiplies the groups that are reached by n: min(g, n^U) = min(${groups}, ${perGroup}^${units}) = ${reached} groups of ${perGroup} channels.`,
      };
    },
  },
  {
    kind: 'truth',
    id: 'shufflenet-v1/q4',
    statement: msg`The channel shuffle has weights, which are trained.`,
    isTrue: false,
    why: msg`It is a fixed order: no weights, no multiply-adds.`,
  },
  {
    kind: 'choice',
    id: 'shufflenet-v1/q5',
    question: msg`How does the unit with stride 2 join its two branches?`,
    options: [
      {
        value: 'add',
        label: msg`It adds them`,
        why: msg`So does the unit with stride 1. Here the output has more channels than the input.`,
      },
      { value: 'pool', label: msg`It concatenates the branch and the average-pooled input` },
      {
        value: 'pointwise',
        label: msg`It adds the branch to a 1×1 convolution of the input`,
        why: msg`That is how ResNet does it. A pool needs no weights.`,
      },
      { value: 'max', label: msg`It takes the larger of both`, why: msg`No: all channels of both are kept.` },
    ],
    answer: 'pool',
    why: msg`A 3×3 average pool with stride 2 on the shortcut, then a concatenation: more channels at little cost.`,
  },
  {
    kind: 'truth',
    id: 'shufflenet-v1/q6',
    statement: msg`In a ShuffleNet unit, a ReLU follows the depthwise convolution.`,
    isTrue: false,
    why: msg`It has batch norm only. ReLU follows the first 1×1 convolution, and the sum or concatenation at the end.`,
  },
  {
    kind: 'choice',
    id: 'shufflenet-v1/q7',
    question: msg`How is the very first 1×1 convolution of stage 2 grouped?`,
    options: [
      {
        value: 'g',
        label: msg`In g groups, as all others`,
        why: msg`All others are; this one reads too few channels.`,
      },
      { value: 'none', label: msg`Not at all` },
      { value: 'depthwise', label: msg`It is depthwise`, why: msg`A depthwise 1×1 would only scale each channel.` },
    ],
    answer: 'none',
    why: msg`Its input has only 24 channels.`,
  },
  {
    kind: 'truth',
    id: 'shufflenet-v1/q8',
    statement: msg`The channel shuffle has no multiply-adds, and yet it has a memory access cost.`,
    isTrue: true,
    why: msg`If it runs by itself, it reads its whole map and writes it again.`,
  },
] as const satisfies readonly Check[];

/** Where a shuffle node puts a channel: the output that is made from it alone. */
function positionAfter(channel: number, groups: number, perGroup: number): number {
  const map = input({ height: 1, width: 1, channels: groups * perGroup });
  const graph = graphOf(channelShuffle('shuffle', map, groups));
  const positions = Array.from({ length: groups * perGroup }, (_, position) => position);
  return positions.find((position) => contributorsOf(graph, position).get(graph.input.id)?.has(channel)) ?? -1;
}

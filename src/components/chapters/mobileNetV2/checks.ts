import { msg } from '@lingui/core/macro';
import type { Check } from '../../../course/check';
import { conv, input } from '../../../nets/build';
import { mirroredResidual } from '../../../nets/explorables/mirroredResidual';
import { graphOf } from '../../../nets/graph';
import { costOf } from '../../../nets/readings/cost';

/** Multiply-adds of a 3x3 convolution with as many output as input channels. */
export function convolutionMacs({
  channels,
  groups,
  side,
}: {
  readonly channels: number;
  readonly groups: number;
  readonly side: number;
}): number {
  const map = input({ height: side, width: side, channels });
  return costOf(graphOf(conv('conv', map, { outChannels: channels, kernel: 3, groups }))).macs;
}

export const mobileNetV2Checks = [
  {
    kind: 'computed',
    id: 'mobilenet-v2/q1',
    draw: (random) => {
      const [inChannels, outChannels] = [random.pick([16, 24, 32, 64, 96]), random.pick([24, 32, 64, 96])];
      const expansion = random.pick([2, 3, 4, 6]);
      const wide = inChannels * expansion;
      const cost = costOf(mirroredResidual.graph({ inChannels, outChannels, expansion }));
      const answer = cost.layers.reduce((sum, { weights }) => sum + weights, 0);
      const [expand, depthwise, project] = [inChannels * wide, 9 * wide, wide * outChannels];
      return {
        question: msg`An inverted residual from ${inChannels} to ${outChannels} channels expands ${expansion} times. How many weights have its three convolutions together, without batch norm?`,
        cost: 'params',
        answer,
        closed: expand + depthwise + project,
        misses: [
          { said: expand + 9 * wide * wide + project, why: msg`That has a standard 3×3: this one is depthwise.` },
          { said: expand + project, why: msg`The depthwise 3×3 is missing.` },
          { said: answer - expand, why: msg`The expansion is missing.` },
        ],
        why: ({ exact }) =>
          msg`${inChannels} × ${wide} + 9 × ${wide} + ${wide} × ${outChannels} = ${exact(answer)}: expand, filter, project.`,
      };
    },
  },
  {
    kind: 'computed',
    id: 'mobilenet-v2/q2',
    draw: (random) => {
      const inChannels = random.pick([24, 32, 64, 96]);
      const [outChannels, expansion] = [random.pick([24, 32, 64, 96]), random.pick([4, 6])];
      const [stride, side] = [random.pick([1, 2]), random.pick([14, 28, 56])];
      const wide = inChannels * expansion;
      const [before, after] = [side ** 2, (side / stride) ** 2];
      const answer = costOf(
        mirroredResidual.graph({ inChannels, outChannels, expansion, stride, resolution: side }),
      ).macs;
      const rest = 9 * wide + wide * outChannels;
      const small = (inChannels * wide + rest) * after;
      return {
        question: msg`An inverted residual with stride ${stride} reads a ${side}×${side} map of ${inChannels} channels, expands ${expansion} times and writes ${outChannels} channels. How many multiply-adds?`,
        cost: 'macs',
        answer,
        closed: inChannels * wide * before + rest * after,
        ofInputMap: (inChannels * wide + rest) * before,
        misses:
          stride === 1
            ? []
            : [{ said: small, why: msg`The expansion comes before the stride: it runs on the large map.` }],
        why: ({ exact }) =>
          msg`Expansion ${inChannels} × ${wide} × ${exact(before)}, then (9 × ${wide} + ${wide} × ${outChannels}) × ${exact(after)}: ${exact(answer)}.`,
      };
    },
  },
  {
    kind: 'computed',
    id: 'mobilenet-v2/q3',
    draw: (random) => {
      const channels = random.pick([2, 3, 4, 5, 6, 7, 8]);
      const patterns = 2 ** channels;
      return {
        question: msg`A plane goes through n = ${channels} random channels and ReLU. What percentage of its points is lost on average, to one decimal?`,
        form: 'percent',
        isPart: true,
        decimals: 1,
        answer: (100 * lostPatterns(channels)) / patterns,
        closed: (100 * (channels + 1)) / patterns,
        misses: [
          { said: 100 / patterns, why: msg`A point with one surviving channel is lost as well: two numbers need two.` },
        ],
        why: ({ percent }) =>
          msg`Of 2^${channels} = ${patterns} patterns, ${channels + 1} have fewer than two channels that pass: ${percent((channels + 1) / patterns)}.`,
      };
    },
  },
  {
    kind: 'choice',
    id: 'mobilenet-v2/q4',
    question: msg`An inverted residual goes from 64 to 96 channels at stride 1. Does it have a shortcut?`,
    options: [
      { value: 'yes', label: msg`Yes: the stride is 1`, why: msg`The shapes differ as well in their channels.` },
      {
        value: 'projection',
        label: msg`Yes, through a 1×1 convolution`,
        why: msg`ResNet does so; MobileNet V2 leaves the shortcut out.`,
      },
      { value: 'no', label: msg`No` },
    ],
    answer: 'no',
    why: msg`Only equal shapes can be added: stride 1, and as many output as input channels. That holds for 10 of its 17 blocks.`,
  },
  {
    kind: 'choice',
    id: 'mobilenet-v2/q5',
    question: msg`Why is the 3×3 of an inverted residual depthwise?`,
    options: [
      { value: 'affordable', label: msg`A standard one on the wide map would cost too much` },
      {
        value: 'mixing',
        label: msg`It mixes channels better`,
        why: msg`It does not mix channels at all; the two 1×1 do.`,
      },
      {
        value: 'relu',
        label: msg`So that ReLU6 loses nothing`,
        why: msg`What protects the features is the width of the map, not the kind of the 3×3.`,
      },
    ],
    answer: 'affordable',
    why: msg`On 144 channels a standard 3×3 does 144 times the multiply-adds of a depthwise one.`,
  },
  {
    kind: 'truth',
    id: 'mobilenet-v2/q6',
    statement: msg`In an inverted residual the input is subtracted instead of added.`,
    isTrue: false,
    why: msg`It is added. What is inverted is the order of the widths: narrow, wide, narrow.`,
  },
  {
    kind: 'truth',
    id: 'mobilenet-v2/q7',
    statement: msg`At stride 2 the expansion still runs on the large map.`,
    isTrue: true,
    why: msg`The stride is in the depthwise 3×3, and the expansion comes before it.`,
  },
  {
    kind: 'choice',
    id: 'mobilenet-v2/q8',
    question: msg`What is ReLU6 for?`,
    options: [
      {
        value: 'features',
        label: msg`It protects narrow maps`,
        why: msg`It loses at least as much as ReLU. The linear projection protects them.`,
      },
      { value: 'bits', label: msg`For arithmetic with few bits` },
      { value: 'speed', label: msg`It computes faster than ReLU`, why: msg`It clips on two sides instead of one.` },
    ],
    answer: 'bits',
    why: msg`If no value exceeds 6, the few numbers that 8 bits can hold lie close together.`,
  },
] as const satisfies readonly Check[];

/** Of all patterns of channels that pass or do not, those with fewer than two that pass. */
function lostPatterns(channels: number): number {
  const patterns = Array.from({ length: 2 ** channels }, (_, pattern) => pattern);
  const passing = (pattern: number): number => pattern.toString(2).replaceAll('0', '').length;
  return patterns.filter((pattern) => passing(pattern) < 2).length;
}

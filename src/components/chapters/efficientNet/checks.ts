import { msg } from '@lingui/core/macro';
import type { Check } from '../../../course/check';
import { conv, input } from '../../../nets/build';
import { graphOf } from '../../../nets/graph';
import { efficientNetLite0 } from '../../../nets/models/efficientNetLite0';
import { builtGraph } from '../../../nets/models/model';
import { growthOf } from '../../../nets/readings/compoundScaling';
import { costOf } from '../../../nets/readings/cost';

/** Multiply-adds of Lite0's classifier, the one layer that does not know the image's size. */
const classifierMacs = 1280 * 1000;

export const efficientNetChecks = [
  {
    kind: 'computed',
    id: 'efficientnet-lite0/q1',
    draw: (random) => {
      const [depth, width, resolution] = [random.pick([0, 1, 2]), random.pick([0, 1, 2]), random.pick([1, 2, 3])];
      return {
        question: msg`Depth grows by 1.2 to the power of ${depth}, width by 1.1 to the power of ${width}, the image’s side by 1.15 to the power of ${resolution}. How many times the multiply-adds, to two decimals?`,
        form: 'times',
        decimals: 2,
        answer: growthOf({ depth, width, resolution }).macs,
        closed: 1.2 ** depth * 1.1 ** (2 * width) * 1.15 ** (2 * resolution),
        misses: [
          {
            said: 1.2 ** depth * 1.1 ** width * 1.15 ** resolution,
            why: msg`Width and resolution count squared.`,
          },
        ],
        why: msg`1.2^${depth} × 1.1^(2 × ${width}) × 1.15^(2 × ${resolution}): width and resolution count squared.`,
      };
    },
  },
  {
    kind: 'computed',
    id: 'efficientnet-lite0/q2',
    draw: (random) => {
      const channels = random.pick([96, 144, 240, 480, 672]);
      const side = random.pick([7, 14, 28, 56]);
      const macsWith = (kernel: 3 | 5): number => {
        const map = input({ height: side, width: side, channels });
        return costOf(graphOf(conv('depthwise', map, { outChannels: channels, kernel, groups: channels }))).macs;
      };
      return {
        question: msg`A depthwise convolution on ${channels} channels and a ${side}×${side} map gets a 5×5 kernel instead of a 3×3 one. How many multiply-adds more is that?`,
        cost: 'macs',
        answer: macsWith(5) - macsWith(3),
        closed: 16 * channels * side ** 2,
        misses: [
          { said: 25 * channels * side ** 2, why: msg`That is the whole 5×5; subtract the 3×3.` },
          {
            said: 16 * channels ** 2 * side ** 2,
            why: msg`It is depthwise: each output channel reads one input channel.`,
          },
        ],
        why: ({ exact }) => msg`(25 − 9) × ${channels} × ${side}² = ${exact(16 * channels * side ** 2)}.`,
      };
    },
  },
  {
    kind: 'computed',
    id: 'efficientnet-lite0/q3',
    draw: (random) => {
      const resolution = 32 * random.pick([4, 5, 6, 8, 9, 10]);
      const at = (side: number): number => costOf(builtGraph(efficientNetLite0, { resolution: side })).macs;
      const [base, answer] = [at(224), at(resolution)];
      return {
        question: ({ exact }) =>
          msg`At 224 pixels, Lite0 has ${exact(base)} multiply-adds. About how many at ${resolution} pixels?`,
        cost: 'macs',
        answer,
        closed: (base - classifierMacs) * (resolution / 224) ** 2 + classifierMacs,
        misses: [{ said: (base * resolution) / 224, why: msg`Both sides of the image grow: square the ratio.` }],
        why: ({ exact }) =>
          msg`About (${resolution} / 224)² times as many. Exactly ${exact(answer)}: only the classifier does not depend on the image.`,
      };
    },
  },
  {
    kind: 'truth',
    id: 'efficientnet-lite0/q4',
    statement: msg`Lite0 is B0 with its least important weights pruned.`,
    isTrue: false,
    why: msg`Nothing was cut by importance. It has B0’s size, no squeeze-and-excite, and ReLU6.`,
  },
  {
    kind: 'truth',
    id: 'efficientnet-lite0/q5',
    statement: msg`Every block of Lite0 expands its channels sixfold.`,
    isTrue: false,
    why: msg`The first block does not expand.`,
  },
  {
    kind: 'choice',
    id: 'efficientnet-lite0/q6',
    question: msg`The release prints 407 M for Lite0, the graph has 385 M multiply-adds. What follows?`,
    options: [
      {
        value: 'graph',
        label: msg`The graph lacks a layer`,
        why: msg`Its params are those of the release, and it runs the released weights.`,
      },
      { value: 'flops', label: msg`One of the two counts FLOPs`, why: msg`Then one would be twice the other.` },
      { value: 'unstated', label: msg`The release counts something else and does not say what` },
      { value: 'wrong', label: msg`The release has miscounted`, why: msg`Nobody can tell without its convention.` },
    ],
    answer: 'unstated',
    why: msg`Without its convention, the number should not be compared with others.`,
  },
  {
    kind: 'choice',
    id: 'efficientnet-lite0/q7',
    question: msg`Why does Lite replace swish by ReLU6?`,
    options: [
      { value: 'bounded', label: msg`8-bit arithmetic needs values with a known bound` },
      { value: 'params', label: msg`To save params`, why: msg`Neither has any.` },
      { value: 'accuracy', label: msg`It is more accurate`, why: msg`In float, swish is.` },
      { value: 'macs', label: msg`To save multiply-adds`, why: msg`Activations have none in this count.` },
    ],
    answer: 'bounded',
    why: msg`ReLU6 ends at 6, so 8 bits can be spread over 0 to 6.`,
  },
  {
    kind: 'truth',
    id: 'efficientnet-lite0/q8',
    statement: msg`A larger input image changes the multiply-adds of Lite0, but not its params.`,
    isTrue: true,
    why: msg`The same weights are used at more positions.`,
  },
] as const satisfies readonly Check[];

import { msg } from '@lingui/core/macro';
import type { Check } from '../../../course/check';
import { squeezeExcite } from '../../../nets/blocks/squeezeExcite';
import { conv, input } from '../../../nets/build';
import { graphOf } from '../../../nets/graph';
import { costOf } from '../../../nets/readings/cost';
import { makeDivisible } from '../../../nets/rounding';
import { activationValue } from '../../../viz/chapters/activationValue';

export const mobileNetV3Checks = [
  {
    kind: 'computed',
    id: 'mobilenet-v3/q1',
    draw: (random) => {
      const channels = random.pick([72, 120, 240, 480, 672, 960]);
      const squeezed = makeDivisible(channels / 4);
      const map = input({ height: 14, width: 14, channels });
      return {
        question: msg`Squeeze-and-excite on ${channels} channels squeezes them to ${squeezed} and back, both layers with biases. How many params?`,
        cost: 'params',
        answer: costOf(graphOf(squeezeExcite('gates', map, { squeezeChannels: squeezed }))).params,
        closed: 2 * channels * squeezed + squeezed + channels,
        misses: [
          { said: 2 * channels * squeezed, why: msg`Both layers have biases: one a channel that they write.` },
          { said: channels * squeezed + squeezed, why: msg`There are two layers: down and up again.` },
        ],
        why: ({ exact }) =>
          msg`${channels} × ${squeezed} + ${squeezed} down, ${squeezed} × ${channels} + ${channels} up: ${exact(2 * channels * squeezed + squeezed + channels)}.`,
      };
    },
  },
  {
    kind: 'computed',
    id: 'mobilenet-v3/q2',
    draw: (random) => {
      const x = random.pick([0.2, 0.4, 0.6, 1.4, 1.6, 1.8, 2.2, 2.4]);
      const inner = Math.min(Math.max(x + 3, 0), 6);
      return {
        question: ({ fixed }) => msg`What is h-swish(${fixed(x, 1)}), to three decimals?`,
        decimals: 3,
        answer: activationValue('hardSwish', x),
        closed: (x * inner) / 6,
        misses: [
          { said: inner / 6, why: msg`That is the h-sigmoid: multiply it by x.` },
          { said: Math.max(x, 0), why: msg`That is ReLU.` },
        ],
        why: ({ fixed }) => {
          const [at, clipped, result] = [fixed(x, 1), fixed(inner, 1), fixed((x * inner) / 6, 3)];
          return msg`x · ReLU6(x + 3) / 6 = ${at} × ${clipped} / 6 = ${result}.`;
        },
      };
    },
  },
  {
    kind: 'computed',
    id: 'mobilenet-v3/q3',
    draw: (random) => {
      const side = random.pick([4, 5, 7, 8, 10]);
      const inChannels = random.pick([288, 576, 768, 960]);
      const outChannels = random.pick([640, 1024, 1280]);
      const macsOn = (size: number): number => {
        const map = input({ height: size, width: size, channels: inChannels });
        return costOf(graphOf(conv('head', map, { outChannels, kernel: 1 }))).macs;
      };
      return {
        question: msg`A 1×1 convolution from ${inChannels} to ${outChannels} channels moves from the ${side}×${side} map to behind the global pool. How many multiply-adds does that save?`,
        cost: 'macs',
        answer: macsOn(side) - macsOn(1),
        closed: (side ** 2 - 1) * inChannels * outChannels,
        misses: [
          {
            said: side ** 2 * inChannels * outChannels,
            why: msg`That is what it cost before: on the pooled map it still costs something.`,
          },
          { said: inChannels * outChannels, why: msg`That is what it costs behind the pool.` },
        ],
        why: ({ exact }) =>
          msg`(${side}² − 1) × ${inChannels} × ${outChannels} = ${exact((side ** 2 - 1) * inChannels * outChannels)}.`,
      };
    },
  },
  {
    kind: 'truth',
    id: 'mobilenet-v3/q4',
    statement: msg`Squeeze-and-excite cuts the expanded map to a quarter of its channels.`,
    isTrue: false,
    why: msg`The map keeps all channels. The vector inside the side path has a quarter of them.`,
  },
  {
    kind: 'truth',
    id: 'mobilenet-v3/q5',
    statement: msg`MobileNet V3 uses h-swish in every layer.`,
    isTrue: false,
    why: msg`In the first convolution and the second half. The blocks between keep ReLU.`,
  },
  {
    kind: 'choice',
    id: 'mobilenet-v3/q6',
    question: msg`What does NetAdapt change?`,
    options: [
      { value: 'kind', label: msg`The kind of block in each stage`, why: msg`That is the first search.` },
      { value: 'widths', label: msg`The widths of a given structure` },
      {
        value: 'weights',
        label: msg`The weights, by cutting small ones`,
        why: msg`That is pruning; here whole channels go.`,
      },
      { value: 'activation', label: msg`The activations`, why: msg`Those were chosen by hand.` },
    ],
    answer: 'widths',
    why: msg`It narrows expansions and bottlenecks of a network that is given, a small step at a time.`,
  },
  {
    kind: 'choice',
    id: 'mobilenet-v3/q7',
    question: msg`Why do the searches measure latency instead of counting multiply-adds?`,
    options: [
      {
        value: 'easier',
        label: msg`It is easier`,
        why: msg`It takes a phone for every candidate; counting takes none.`,
      },
      { value: 'time', label: msg`Equal multiply-adds can take unequal time` },
      { value: 'accuracy', label: msg`It predicts accuracy`, why: msg`Accuracy is measured by training.` },
      { value: 'params', label: msg`It counts params as well`, why: msg`It counts neither.` },
    ],
    answer: 'time',
    why: msg`ShuffleNet V2 showed it: networks of equal multiply-adds differ by nearly a factor of two.`,
  },
  {
    kind: 'truth',
    id: 'mobilenet-v3/q8',
    statement: msg`A gate multiplies all pixels of its channel by the same number.`,
    isTrue: true,
    why: msg`One number a channel, computed from the means of all channels of this image.`,
  },
] as const satisfies readonly Check[];

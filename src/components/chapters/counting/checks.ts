import { msg } from '@lingui/core/macro';
import type { Check } from '../../../course/check';
import type { Random } from '../../../course/random';
import { conv, input } from '../../../nets/build';
import { graphOf } from '../../../nets/graph';
import { costOf, type Cost } from '../../../nets/readings/cost';

type Layer = {
  readonly kernel: number;
  readonly stride: number;
  readonly inChannels: number;
  readonly outChannels: number;
  readonly groups: number;
  readonly side: number;
};

export const countingChecks = [
  {
    kind: 'computed',
    id: 'counting/q1',
    draw: (random) => {
      const layer = { ...drawnLayer(random), stride: random.pick([1, 2]) };
      const { kernel, stride, inChannels, outChannels, groups, side } = layer;
      const perGroup = inChannels / groups;
      const outSide = Math.ceil(side / stride);
      const answer = costOfLayer(layer).macs;
      return {
        question: msg`A ${kernel}×${kernel} convolution with stride ${stride} and groups = ${groups} reads a ${side}×${side} map of ${inChannels} channels and writes ${outChannels} channels, padded so that only the stride shrinks the map. How many multiply-adds?`,
        cost: 'macs',
        answer,
        closed: kernel ** 2 * perGroup * outChannels * outSide ** 2,
        ofInputMap: answer * stride ** 2,
        misses: [
          ...(groups === 1 ? [] : [{ said: answer * groups, why: forgottenGroups(inChannels, groups) }]),
          ...(kernel === 1 ? [] : [{ said: answer / kernel ** 2, why: msg`You left out the kernel’s area, k².` }]),
        ],
        why: ({ exact }) =>
          msg`k² × input channels of a group × output channels × output pixels = ${kernel}² × ${perGroup} × ${outChannels} × ${outSide}² = ${exact(answer)}.`,
      };
    },
  },
  {
    kind: 'computed',
    id: 'counting/q2',
    draw: (random) => {
      const layer = drawnLayer(random);
      const { kernel, inChannels, outChannels, groups } = layer;
      const perGroup = inChannels / groups;
      const answer = costOfLayer(layer).params;
      return {
        question: msg`How many weights has a ${kernel}×${kernel} convolution from ${inChannels} to ${outChannels} channels with groups = ${groups}, without biases?`,
        cost: 'params',
        answer,
        closed: kernel ** 2 * perGroup * outChannels,
        misses: groups === 1 ? [] : [{ said: answer * groups, why: forgottenGroups(inChannels, groups) }],
        why: ({ exact }) =>
          msg`k² × input channels of a group × output channels = ${kernel}² × ${perGroup} × ${outChannels} = ${exact(answer)}. The map does not matter.`,
      };
    },
  },
  {
    kind: 'computed',
    id: 'counting/q3',
    draw: (random) => {
      const channels = random.pick([32, 64, 128, 256]);
      const layer = {
        kernel: random.pick([1, 3]),
        stride: 1,
        inChannels: channels,
        outChannels: channels,
        groups: random.pick([1, 8, channels]),
        side: random.pick([7, 14, 28, 56]),
      };
      const { kernel, groups, side } = layer;
      const weights = (kernel ** 2 * channels * channels) / groups;
      const maps = 2 * side ** 2 * channels;
      return {
        question: msg`A ${kernel}×${kernel} convolution with stride 1 and groups = ${groups} reads and writes ${channels} channels on a ${side}×${side} map. How many elements does it move: input, weights and output?`,
        cost: 'memory',
        answer: costOfLayer(layer).memoryAccess,
        closed: maps + weights,
        misses: [
          { said: maps + weights * side ** 2, why: msg`Weights are read once, not once per pixel.` },
          { said: maps, why: msg`The weights are read as well.` },
          { said: maps / 2 + weights, why: msg`There are two maps: one is read, one is written.` },
        ],
        why: ({ exact }) =>
          msg`Two maps of ${side}² × ${channels} and ${exact(weights)} weights: ${exact(maps)} + ${exact(weights)} = ${exact(maps + weights)}.`,
      };
    },
  },
  {
    kind: 'truth',
    id: 'counting/q4',
    statement: msg`Halving the input’s height and width halves the params of a convolution.`,
    isTrue: false,
    why: msg`Params do not know the map: they stay. The multiply-adds fall to a quarter.`,
  },
  {
    kind: 'truth',
    id: 'counting/q5',
    statement: msg`A depthwise convolution mixes its channels a little.`,
    isTrue: false,
    why: msg`Each output channel reads one input channel and no other.`,
  },
  {
    kind: 'choice',
    id: 'counting/q6',
    question: msg`Which layer has as many multiply-adds as weights?`,
    options: [
      {
        value: 'depthwise',
        label: msg`A depthwise convolution`,
        why: msg`It uses its nine weights a channel again at every pixel.`,
      },
      {
        value: 'pointwise',
        label: msg`A pointwise convolution on a 56×56 map`,
        why: msg`It uses each weight at every one of 3,136 pixels.`,
      },
      { value: 'dense', label: msg`A fully connected layer` },
      { value: 'none', label: msg`None`, why: msg`One kind uses each weight exactly once.` },
    ],
    answer: 'dense',
    why: msg`It uses each weight once, as a convolution does on a 1×1 map.`,
  },
  {
    kind: 'choice',
    id: 'counting/q7',
    question: msg`What changes a convolution’s multiply-adds, but not its params?`,
    options: [
      { value: 'groups', label: msg`Groups`, why: msg`They cut connections, and a connection has weights.` },
      { value: 'kernel', label: msg`Kernel size`, why: msg`A kernel of k×k has k² weights.` },
      { value: 'stride', label: msg`Stride` },
      { value: 'channels', label: msg`Output channels`, why: msg`Each output channel has a filter of its own.` },
    ],
    answer: 'stride',
    why: msg`It decides how often the kernel is evaluated, and the kernel stays the same.`,
  },
] as const satisfies readonly Check[];

function drawnLayer(random: Random): Layer {
  const inChannels = random.pick([16, 24, 32, 48, 64]);
  return {
    kernel: random.pick([1, 3, 5, 7]),
    stride: 1,
    inChannels,
    outChannels: inChannels * random.pick([1, 2]),
    groups: random.pick([1, 4, 8, inChannels]),
    side: random.pick([28, 56, 112]),
  };
}

function costOfLayer({ kernel, stride, inChannels, outChannels, groups, side }: Layer): Cost {
  const map = input({ height: side, width: side, channels: inChannels });
  return costOf(graphOf(conv('conv', map, { outChannels, kernel, stride, groups })));
}

function forgottenGroups(inChannels: number, groups: number) {
  return msg`You forgot the groups: each filter reads ${inChannels} / ${groups} channels.`;
}

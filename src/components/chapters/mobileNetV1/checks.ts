import { msg } from '@lingui/core/macro';
import type { Check } from '../../../course/check';
import { splitConvolution } from '../../../nets/explorables/splitConvolution';
import type { Choice } from '../../../nets/parameter';
import { costOf } from '../../../nets/readings/cost';

export const mobileNetV1Checks = [
  {
    kind: 'computed',
    id: 'mobilenet-v1/q1',
    draw: (random) => {
      const [inChannels, outChannels] = [random.pick([32, 64, 128, 256]), random.pick([64, 128, 256, 512])];
      const [kernel, side] = [random.pick([3, 5]), random.pick([7, 14, 28, 56])];
      const answer = splitMacs({ inChannels, outChannels, kernel, resolution: side });
      const [depthwise, pointwise] = [kernel ** 2 * inChannels * side ** 2, inChannels * outChannels * side ** 2];
      return {
        question: msg`A depthwise ${kernel}×${kernel} and a pointwise convolution from ${inChannels} to ${outChannels} channels, stride 1, on a ${side}×${side} map. How many multiply-adds do both do together?`,
        cost: 'macs',
        answer,
        closed: depthwise + pointwise,
        misses: [
          { said: depthwise, why: msg`That is the depthwise layer alone.` },
          { said: pointwise, why: msg`That is the pointwise layer alone.` },
          { said: kernel ** 2 * pointwise, why: msg`That is the standard convolution, before the split.` },
        ],
        why: ({ exact }) =>
          msg`(k²·M + M·N) × pixels = (${kernel}² × ${inChannels} + ${inChannels} × ${outChannels}) × ${side}² = ${exact(answer)}.`,
      };
    },
  },
  {
    kind: 'computed',
    id: 'mobilenet-v1/q2',
    draw: (random) => {
      const [outChannels, kernel] = [random.pick([16, 32, 64, 128, 256]), random.pick([3, 5, 7])];
      const { block, replaced = block } = splitConvolution.at({ outChannels, kernel });
      const answer = costOf(replaced).macs / costOf(block).macs;
      const area = kernel ** 2;
      return {
        question: msg`A ${kernel}×${kernel} convolution with ${outChannels} output channels is split. How many times fewer multiply-adds, to one decimal?`,
        form: 'times',
        decimals: 1,
        answer,
        closed: 1 / (1 / outChannels + 1 / area),
        misses: [
          { said: area, why: msg`That is the limit for very many channels: 1/N is missing.` },
          { said: outChannels, why: msg`That leaves the pointwise part out: 1/k² is missing.` },
        ],
        why: ({ fixed }) =>
          msg`1/N + 1/k² = 1/${outChannels} + 1/${area} = ${fixed(1 / answer, 4)}, and 1 over that is ${fixed(answer, 1)}.`,
      };
    },
  },
  {
    kind: 'computed',
    id: 'mobilenet-v1/q3',
    draw: (random) => {
      const [width, side] = [random.pick([0.25, 0.5, 0.75]), random.pick([7, 10, 14])];
      const channels = 512 * width;
      const at = (inOut: number): number =>
        splitMacs({ inChannels: inOut, outChannels: inOut, kernel: 3, resolution: side });
      const answer = at(channels);
      return {
        question: msg`An inner block of MobileNet V1 goes from 512 to 512 channels at α = 1. How many multiply-adds does it do at α = ${width}, on a ${side}×${side} map?`,
        cost: 'macs',
        answer,
        closed: side ** 2 * (9 * channels + channels ** 2),
        misses: [
          { said: width * at(512), why: msg`α shrinks both ends of the 1×1: it acts squared there.` },
          { said: at(512), why: msg`That is the block at α = 1.` },
          { said: side ** 2 * channels ** 2, why: msg`The depthwise layer is missing.` },
        ],
        why: ({ exact }) =>
          msg`512 × ${width} = ${channels} channels: ${side}² × (9 × ${channels} + ${channels}²) = ${exact(answer)}.`,
      };
    },
  },
  {
    kind: 'truth',
    id: 'mobilenet-v1/q4',
    statement: msg`ρ = 0.5 leaves a quarter of the params.`,
    isTrue: false,
    why: msg`Params do not know the map: they stay. A quarter of the multiply-adds is left.`,
  },
  {
    kind: 'choice',
    id: 'mobilenet-v1/q5',
    question: msg`The file is too large to download, and the network is fast enough. What do you turn down?`,
    options: [
      {
        value: 'resolution',
        label: msg`ρ, the resolution`,
        why: msg`That saves multiply-adds; the file stays as it is.`,
      },
      { value: 'width', label: msg`α, the width` },
      { value: 'either', label: msg`Either: both shrink the file`, why: msg`Weights do not depend on the image.` },
    ],
    answer: 'width',
    why: msg`Weights go with input channels × output channels, and α shrinks both.`,
  },
  {
    kind: 'truth',
    id: 'mobilenet-v1/q6',
    statement: msg`After the split, most multiply-adds are in the 3×3 layers.`,
    isTrue: false,
    why: msg`The 1×1 layers have 95% of them, the depthwise 3×3 layers 3%.`,
  },
  {
    kind: 'truth',
    id: 'mobilenet-v1/q7',
    statement: msg`A 3×3 convolution with two output channels already does fewer multiply-adds when it is split.`,
    isTrue: true,
    why: ({ percent }) => {
      const { block, replaced = block } = splitConvolution.at({ outChannels: 2, kernel: 3 });
      const left = percent(costOf(block).macs / costOf(replaced).macs, 0);
      return msg`1/2 + 1/9: ${left} are left. With one output channel it would be more than all.`;
    },
  },
  {
    kind: 'choice',
    id: 'mobilenet-v1/q8',
    question: msg`512 channels in and out, 3×3 kernels: which of the two layers does more multiply-adds?`,
    options: [
      {
        value: 'depthwise',
        label: msg`The depthwise 3×3`,
        why: msg`It takes 9 products for an output value, the 1×1 takes 512.`,
      },
      { value: 'pointwise', label: msg`The pointwise 1×1` },
      { value: 'same', label: msg`Both do the same`, why: msg`Per pixel it is 9·512 against 512·512.` },
    ],
    answer: 'pointwise',
    why: msg`Per pixel the depthwise layer needs 9·512 = 4,608 multiply-adds, the pointwise one 512·512 = 262,144.`,
  },
] as const satisfies readonly Check[];

function splitMacs(at: Choice): number {
  return costOf(splitConvolution.graph(at)).macs;
}

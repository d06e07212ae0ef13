import { msg } from '@lingui/core/macro';
import type { Check } from '../../../course/check';
import { conv, depthwiseConv, input } from '../../../nets/build';
import { separableOrder } from '../../../nets/explorables/separableOrder';
import { graphOf } from '../../../nets/graph';
import { costOf, type Cost } from '../../../nets/readings/cost';

type Layer = {
  readonly inChannels: number;
  readonly outChannels: number;
  readonly kernel: number;
  /** Height and width of the map. */
  readonly side: number;
};

/** The costs of a depthwise and a pointwise convolution without norms. */
export function separableCost({ inChannels, outChannels, kernel, side }: Layer): Cost {
  const map = input({ height: side, width: side, channels: inChannels });
  return costOf(graphOf(conv('pointwise', depthwiseConv('depthwise', map, { kernel }), { outChannels, kernel: 1 })));
}

/** The costs of the standard convolution in its place. */
export function standardCost({ inChannels, outChannels, kernel, side }: Layer): Cost {
  return costOf(
    graphOf(conv('conv', input({ height: side, width: side, channels: inChannels }), { outChannels, kernel })),
  );
}

export const xceptionChecks = [
  {
    kind: 'computed',
    id: 'xception/q1',
    draw: (random) => {
      const layer = {
        inChannels: random.pick([32, 64, 128, 256, 728]),
        outChannels: random.pick([64, 128, 256, 728]),
        kernel: random.pick([3, 5]),
        side: 14,
      };
      const { inChannels, outChannels, kernel } = layer;
      const answer = separableCost(layer).params;
      const [spatial, mixing] = [kernel ** 2 * inChannels, inChannels * outChannels];
      return {
        question: msg`How many weights has a separable ${kernel}×${kernel} convolution from ${inChannels} to ${outChannels} channels, without biases?`,
        cost: 'params',
        answer,
        closed: spatial + mixing,
        misses: [
          { said: kernel ** 2 * mixing, why: msg`That is the standard convolution.` },
          { said: spatial, why: msg`That is the depthwise part alone.` },
          { said: mixing, why: msg`That is the 1×1 alone.` },
        ],
        why: ({ exact }) =>
          msg`k² × input channels + input × output channels = ${kernel}² × ${inChannels} + ${inChannels} × ${outChannels} = ${exact(answer)}.`,
      };
    },
  },
  {
    kind: 'computed',
    id: 'xception/q2',
    draw: (random) => {
      const first = random.pick(['depthwise', 'pointwise']);
      const inChannels = random.pick([32, 64, 128]);
      const outChannels = inChannels * random.pick([2, 4]);
      const resolution = random.pick([19, 37, 74]);
      const macs = (order: string): number =>
        costOf(separableOrder.graph({ first: order, inChannels, outChannels, resolution })).macs;
      const isDepthwiseFirst = first === 'depthwise';
      const filtered = isDepthwiseFirst ? inChannels : outChannels;
      const answer = macs(first);
      return {
        question: isDepthwiseFirst
          ? msg`A depthwise 3×3 comes first, then a 1×1 from ${inChannels} to ${outChannels} channels, on a ${resolution}×${resolution} map. How many multiply-adds do both do?`
          : msg`A 1×1 from ${inChannels} to ${outChannels} channels comes first, then a depthwise 3×3, on a ${resolution}×${resolution} map. How many multiply-adds do both do?`,
        cost: 'macs',
        answer,
        closed: resolution ** 2 * (inChannels * outChannels + 9 * filtered),
        misses: [
          {
            said: macs(isDepthwiseFirst ? 'pointwise' : 'depthwise'),
            why: msg`That is the other order: the depthwise part runs on the channels that it is given.`,
          },
          { said: resolution ** 2 * inChannels * outChannels, why: msg`That is the 1×1 alone.` },
        ],
        why: ({ exact }) =>
          msg`The depthwise part runs on ${filtered} channels: ${resolution}² × (9 × ${filtered} + ${inChannels} × ${outChannels}) = ${exact(answer)}.`,
      };
    },
  },
  {
    kind: 'computed',
    id: 'xception/q3',
    draw: (random) => {
      const channels = random.pick([64, 128, 256, 728]);
      const layer = { inChannels: channels, outChannels: channels, kernel: 3, side: 19 };
      const [standard, separable] = [standardCost(layer).params, separableCost(layer).params];
      return {
        question: msg`A standard 3×3 convolution from ${channels} to ${channels} channels becomes separable. How many weights does it lose?`,
        cost: 'params',
        answer: standard - separable,
        closed: 9 * channels ** 2 - (9 * channels + channels ** 2),
        misses: [
          { said: separable, why: msg`Those are the weights that stay.` },
          { said: standard, why: msg`Those are all weights of the standard convolution.` },
        ],
        why: ({ exact }) => msg`${exact(standard)} − ${exact(separable)} = ${exact(standard - separable)}.`,
      };
    },
  },
  {
    kind: 'truth',
    id: 'xception/q4',
    statement: msg`Xception was designed to be light.`,
    isTrue: false,
    why: msg`Its params are matched to Inception V3, and it has more multiply-adds.`,
  },
  {
    kind: 'choice',
    id: 'xception/q5',
    question: msg`What does Xception put between the depthwise convolution and the 1×1?`,
    options: [
      { value: 'relu', label: msg`ReLU`, why: msg`The paper tried it: the network trains more slowly and ends worse.` },
      {
        value: 'norm',
        label: msg`Batch norm and ReLU`,
        why: msg`Batch norm comes after the 1×1, and ReLU before the next layer.`,
      },
      { value: 'nothing', label: msg`Nothing` },
    ],
    answer: 'nothing',
    why: msg`Without an activation between them, training is faster and ends better (figure 10 of the paper).`,
  },
  {
    kind: 'truth',
    id: 'xception/q6',
    statement: msg`Every standard convolution can be written as a separable one.`,
    isTrue: false,
    why: msg`In a separable one all outputs share one spatial kernel per input channel, in different strengths.`,
  },
  {
    kind: 'truth',
    id: 'xception/q7',
    statement: msg`Merging the three 1×1 convolutions of the simplified module into one changes neither params nor multiply-adds.`,
    isTrue: true,
    why: msg`All three read the same input: side by side they are one 1×1 with three times the filters.`,
  },
  {
    kind: 'choice',
    id: 'xception/q8',
    question: msg`A layer doubles the channels. Which order costs fewer multiply-adds?`,
    options: [
      { value: 'depthwise', label: msg`Depthwise first` },
      { value: 'pointwise', label: msg`1×1 first`, why: msg`Then the depthwise part runs on twice the channels.` },
      {
        value: 'same',
        label: msg`Both cost the same`,
        why: msg`Only where input and output have equally many channels.`,
      },
    ],
    answer: 'depthwise',
    why: msg`The 1×1 costs the same in either place; the depthwise part is cheaper on the narrower side.`,
  },
] as const satisfies readonly Check[];

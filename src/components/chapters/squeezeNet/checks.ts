import { msg } from '@lingui/core/macro';
import type { Check } from '../../../course/check';
import type { Random } from '../../../course/random';
import { fire } from '../../../nets/blocks/fire';
import { input } from '../../../nets/build';
import { graphOf } from '../../../nets/graph';
import { float32Bytes } from '../../../nets/readings/compressedSize';
import { costOf, type Cost } from '../../../nets/readings/cost';

type Module = { readonly channels: number; readonly squeeze: number; readonly side: number };

export const squeezeNetChecks = [
  {
    kind: 'computed',
    id: 'squeezenet/q1',
    draw: (random) => {
      const drawn = drawnModule(random);
      const { channels, squeeze } = drawn;
      const expand = 4 * squeeze;
      const closed = channels * squeeze + squeeze + squeeze * expand + expand + 9 * squeeze * expand + expand;
      return {
        question: msg`A Fire module reads ${channels} channels, squeezes them to ${squeeze} and expands to ${expand} + ${expand} (1×1 and 3×3). How many params has it, biases included?`,
        cost: 'params',
        answer: costOfModule(drawn).params,
        closed,
        misses: [
          {
            said: channels * squeeze + squeeze + 10 * channels * expand + 2 * expand,
            why: msg`The expand layers read the squeezed map, not the input.`,
          },
        ],
        why: ({ exact }) =>
          msg`c·s + s·e + 9·s·e weights and s + e + e biases: ${channels}·${squeeze} + 10·${squeeze}·${expand} + ${squeeze} + 2·${expand} = ${exact(closed)}.`,
      };
    },
  },
  {
    kind: 'computed',
    id: 'squeezenet/q2',
    draw: (random) => {
      const drawn = drawnModule(random);
      const { channels, squeeze, side } = drawn;
      const expand = 4 * squeeze;
      const perPixel = channels * squeeze + 10 * squeeze * expand;
      return {
        question: msg`On a ${side}×${side} map a Fire module reads ${channels} channels, squeezes them to ${squeeze} and expands to ${expand} + ${expand} (1×1 and 3×3). How many multiply-adds?`,
        cost: 'macs',
        answer: costOfModule(drawn).macs,
        closed: side ** 2 * perPixel,
        misses: [
          { said: perPixel, why: msg`That is one pixel: every weight is used at every pixel.` },
          {
            said: side ** 2 * (channels * squeeze + 2 * squeeze * expand),
            why: msg`A 3×3 filter takes nine products for each input channel.`,
          },
        ],
        why: ({ exact }) =>
          msg`${side}² pixels, each (c·s + s·e + 9·s·e): ${side}² × ${exact(perPixel)} = ${exact(side ** 2 * perPixel)}.`,
      };
    },
  },
  {
    kind: 'computed',
    id: 'squeezenet/q3',
    draw: (random) => {
      const drawn = drawnModule(random);
      const { channels, squeeze } = drawn;
      const { params } = costOfModule(drawn);
      const expand = 4 * squeeze;
      const counted = channels * squeeze + 10 * squeeze * expand + squeeze + 2 * expand;
      return {
        question: ({ exact }) =>
          msg`A Fire module has ${exact(params)} params. How many KiB (2¹⁰ bytes) do they fill in float32?`,
        answer: float32Bytes(params) / 2 ** 10,
        closed: (4 * counted) / 2 ** 10,
        unit: 'KiB',
        decimals: 2,
        misses: [
          { said: params / 2 ** 10, why: msg`In float32 a param takes four bytes.` },
          { said: (4 * params) / 1000, why: msg`That is kB, of 1,000 bytes each: KiB have 1,024.` },
        ],
        why: ({ exact, fixed }) => msg`4 × ${exact(params)} / 1,024 = ${fixed((4 * params) / 2 ** 10, 2)}.`,
      };
    },
  },
  {
    kind: 'truth',
    id: 'squeezenet/q4',
    statement: msg`A max pooling follows conv10, the last convolution.`,
    isTrue: false,
    why: msg`Global average pooling follows it. Max pools follow conv1, fire4 and fire8; the paper’s text slips here, and its table is right.`,
  },
  {
    kind: 'choice',
    id: 'squeezenet/q5',
    question: msg`Why does SqueezeNet pool late?`,
    options: [
      {
        value: 'params',
        label: msg`It saves params`,
        why: msg`Params do not depend on the map’s size.`,
      },
      { value: 'accuracy', label: msg`Larger maps give more accuracy for the same params` },
      { value: 'macs', label: msg`It saves multiply-adds`, why: msg`Larger maps cost more of them.` },
      {
        value: 'time',
        label: msg`It makes the network faster`,
        why: msg`Larger maps cost multiply-adds and memory access.`,
      },
    ],
    answer: 'accuracy',
    why: msg`Most layers see larger maps then. It is paid for in multiply-adds and memory access.`,
  },
  {
    kind: 'truth',
    id: 'squeezenet/q6',
    statement: msg`After Deep Compression SqueezeNet has 0.12 million params.`,
    isTrue: false,
    why: msg`Compression stores the same number of params in fewer bits.`,
  },
  {
    kind: 'choice',
    id: 'squeezenet/q7',
    question: msg`Strategy 2 makes one number smaller. Which?`,
    options: [
      {
        value: 'filters',
        label: msg`The number of 3×3 filters`,
        why: msg`That is another knob: the 3×3 filters stay as many as the 1×1 filters.`,
      },
      { value: 'inputs', label: msg`The input channels of the 3×3 filters` },
      { value: 'layers', label: msg`The number of layers`, why: msg`There is one more: the squeeze layer.` },
      { value: 'map', label: msg`The map that the 3×3 filters read`, why: msg`Its height and width stay.` },
    ],
    answer: 'inputs',
    why: msg`The squeeze layer hands 16 channels to the 3×3 filters instead of 96.`,
  },
] as const satisfies readonly Check[];

function drawnModule(random: Random): Module {
  return {
    channels: random.pick([96, 128, 256, 384, 512]),
    squeeze: random.pick([16, 32, 48, 64]),
    side: random.pick([13, 27, 55]),
  };
}

function costOfModule({ channels, squeeze, side }: Module): Cost {
  const map = input({ height: side, width: side, channels });
  return costOf(graphOf(fire('fire', map, { squeeze, expand1x1: 4 * squeeze, expand3x3: 4 * squeeze })));
}

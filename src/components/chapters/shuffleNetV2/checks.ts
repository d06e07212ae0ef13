import { msg } from '@lingui/core/macro';
import type { Check } from '../../../course/check';
import { shuffleUnitV2 } from '../../../nets/blocks/shuffleUnitV2';
import { conv, input } from '../../../nets/build';
import { graphOf } from '../../../nets/graph';
import { costOf } from '../../../nets/readings/cost';

export const shuffleNetV2Checks = [
  {
    kind: 'computed',
    id: 'shufflenet-v2/q1',
    draw: (random) => {
      const groups = random.pick([1, 2, 3, 4]);
      const inChannels = 24 * random.pick([2, 3, 5, 10]);
      const outChannels = inChannels * random.pick([1, 2, 3]);
      const side = random.pick([14, 28, 56]);
      const pixels = side ** 2;
      const weights = (inChannels * outChannels) / groups;
      const maps = pixels * (inChannels + outChannels);
      return {
        question: msg`A 1×1 convolution from ${inChannels} to ${outChannels} channels with groups = ${groups} on a ${side}×${side} map. What is its memory access: elements read and written?`,
        cost: 'memory',
        answer: movedByPointwise({ inChannels, outChannels, groups, side }),
        closed: maps + weights,
        misses: [
          { said: maps + pixels * weights, why: msg`Weights are read once, not once per pixel.` },
          { said: maps, why: msg`The weights are read as well.` },
          ...(groups === 1 ? [] : [{ said: maps + groups * weights, why: msg`Groups divide the weights: c₁c₂/g.` }]),
        ],
        why: ({ exact }) => msg`hw(c₁ + c₂) + c₁c₂/g = ${exact(maps)} + ${exact(weights)} = ${exact(maps + weights)}.`,
      };
    },
  },
  {
    kind: 'computed',
    id: 'shufflenet-v2/q2',
    draw: (random) => {
      const channels = random.pick([32, 48, 64, 96, 128, 240]);
      const side = random.pick([7, 14, 28, 56]);
      const pixels = side ** 2;
      const product = channels ** 2;
      return {
        question: ({ exact }) =>
          msg`A 1×1 convolution on a ${side}×${side} map with c₁ × c₂ = ${exact(product)}, without groups. What is the least memory access that any such pair of widths has?`,
        cost: 'memory',
        answer: movedByPointwise({ inChannels: channels, outChannels: channels, groups: 1, side }),
        closed: 2 * pixels * Math.sqrt(product) + product,
        misses: [
          { said: pixels * (2 * channels + product), why: msg`Weights are read once, not once per pixel.` },
          { said: pixels * channels + product, why: msg`Two maps are moved: the input and the output.` },
        ],
        why: ({ exact }) =>
          msg`It is least at equal widths, ${channels} each: hw(c₁ + c₂) + c₁c₂ = ${exact(2 * pixels * channels)} + ${exact(product)}.`,
      };
    },
  },
  {
    kind: 'computed',
    id: 'shufflenet-v2/q3',
    draw: (random) => {
      const channels = random.pick([48, 96, 116, 176, 232, 244, 352, 464]);
      const half = channels / 2;
      const layers = costOf(graphOf(shuffleUnitV2('unit', input({ height: 28, width: 28, channels })))).layers;
      return {
        question: msg`The unit of ShuffleNet V2 with stride 1 and ${channels} channels: how many weights have its three convolutions, batch norm left out?`,
        cost: 'params',
        answer: layers.reduce(
          (sum, { node, weightElements }) => sum + (node.op.kind === 'conv' ? weightElements : 0),
          0,
        ),
        closed: 2 * half ** 2 + 9 * half,
        misses: [
          {
            said: 2 * channels ** 2 + 9 * channels,
            why: msg`Half of the channels pass by: the convolutions see ${half}.`,
          },
          { said: 2 * half ** 2 + 9 * half ** 2, why: msg`The 3×3 is depthwise: nine weights a channel.` },
        ],
        why: ({ exact }) => msg`2 × ${half}² + 9 × ${half} = ${exact(2 * half ** 2 + 9 * half)}.`,
      };
    },
  },
  {
    kind: 'choice',
    id: 'shufflenet-v2/q4',
    question: msg`What does MAC mean in the ShuffleNet V2 paper?`,
    options: [
      { value: 'multiply', label: msg`Multiply-accumulate`, why: msg`Everywhere else, but not in this paper.` },
      { value: 'elements', label: msg`Memory access cost, counted in elements` },
      { value: 'time', label: msg`Memory access time`, why: msg`It is counted, not measured.` },
      { value: 'bytes', label: msg`Bytes of memory that are in use at once`, why: msg`That would be peak memory.` },
    ],
    answer: 'elements',
    why: msg`The elements read and written, each once. This app spells it out.`,
  },
  {
    kind: 'truth',
    id: 'shufflenet-v2/q5',
    statement: msg`V2 gave up the shuffle because it was slow.`,
    isTrue: false,
    why: msg`It shuffles in every unit. It gave up grouped convolutions, bottlenecks and additions.`,
  },
  {
    kind: 'truth',
    id: 'shufflenet-v2/q6',
    statement: msg`The channel split follows G1, equal widths.`,
    isTrue: false,
    why: msg`The branch that passes by follows G3. Equal widths are those of the three convolutions in the other branch.`,
  },
  {
    kind: 'choice',
    id: 'shufflenet-v2/q7',
    question: msg`Four convolutions in a row move about twice the elements of one, at 128 channels and at 512. On the GPU they run 3.3 times slower at 128 and 1.2 times slower at 512. What explains the difference?`,
    options: [
      { value: 'memory', label: msg`Memory access`, why: msg`The ratio of elements is the same at both widths.` },
      { value: 'macs', label: msg`Multiply-adds`, why: msg`They are kept equal.` },
      { value: 'waiting', label: msg`Small layers leave the device waiting` },
      {
        value: 'params',
        label: msg`Params`,
        why: msg`They are equal too: four of half the width have as many as one.`,
      },
    ],
    answer: 'waiting',
    why: msg`Launches and idle units show in no count; they weigh most where each op is small.`,
  },
  {
    kind: 'truth',
    id: 'shufflenet-v2/q8',
    statement: msg`In a unit of V2 with stride 1, half of the channels are passed on unchanged.`,
    isTrue: true,
    why: msg`The split sends one half past the convolutions, so the next unit reads it as it was.`,
  },
] as const satisfies readonly Check[];

function movedByPointwise({
  inChannels,
  outChannels,
  groups,
  side,
}: Readonly<Record<'inChannels' | 'outChannels' | 'groups' | 'side', number>>): number {
  const map = input({ height: side, width: side, channels: inChannels });
  return costOf(graphOf(conv('conv', map, { outChannels, kernel: 1, groups }))).memoryAccess;
}

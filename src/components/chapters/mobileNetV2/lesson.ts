import { msg } from '@lingui/core/macro';
import type { Lesson } from '../../../course/lesson';
import { mirroredResidual } from '../../../nets/explorables/mirroredResidual';
import { blocksOfBoth } from '../../../nets/explorables/blocksOfBoth';
import { bottlenecksOf } from '../../../nets/readings/bottlenecks';
import { stepOf } from '../../../viz/chapters/quantisation';
import { builtGraph } from '../../../nets/models/model';
import { mobileNetV1 } from '../../../nets/models/mobileNetV1';
import { mobileNetV2 } from '../../../nets/models/mobileNetV2';
import { elementCount } from '../../../nets/op';
import { costOf, type Cost, type LayerCost } from '../../../nets/readings/cost';
import { expectedCollapse } from '../../../viz/chapters/narrowFeatures';
import { convolutionMacs, mobileNetV2Checks } from './checks';

/** The costs of both networks at width 1 and 224 px. */
export function bothNetworks(): { readonly v1: Cost; readonly v2: Cost } {
  return { v1: costOf(builtGraph(mobileNetV1)), v2: costOf(builtGraph(mobileNetV2)) };
}

/** Elements that the shortcut carries in the inverted residual and in the residual, 24 and 144 channels on a 56x56 map. */
export function carried(): { readonly inverted: number; readonly residual: number } {
  const { block, replaced = block } = mirroredResidual.at({});
  return { inverted: elementCount(block.input.shape), residual: elementCount(replaced.input.shape) };
}

/** Multiply-adds of a 3x3 on the 144 channels of the middle, depthwise and standard. */
export function middleMacs(): { readonly depthwise: number; readonly standard: number } {
  const at = { channels: 144, side: 56 };
  return { depthwise: convolutionMacs({ ...at, groups: 144 }), standard: convolutionMacs({ ...at, groups: 1 }) };
}

/** How many blocks the network has, those with stride 1, and those with a shortcut. */
function shortcuts(): Readonly<Record<'blocks' | 'withStrideOne' | 'joined', number>> {
  const blocks = bottlenecksOf(builtGraph(mobileNetV2));
  return {
    blocks: blocks.length,
    withStrideOne: blocks.filter(({ stride }) => stride === 1).length,
    joined: blocks.filter(({ hasShortcut }) => hasShortcut).length,
  };
}

/** Multiply-adds of the blocks of both networks at stride 1 on a 56x56 map. */
export function blockMacs(): Readonly<Record<'v1' | 'v2', number>> {
  const macsOf = (wanted: 'V1' | 'V2'): number =>
    blocksOfBoth()
      .filter(({ version, stride }) => version === wanted && stride === 1)
      .reduce((sum, { graph }) => sum + costOf(graph).macs, 0);
  return { v1: macsOf('V1'), v2: macsOf('V2') };
}

/** The layer without multiply-adds that moves the most elements. */
function idleMover({ layers }: Cost): LayerCost | undefined {
  return layers.filter(({ macs }) => macs === 0).toSorted((one, other) => other.memoryAccess - one.memoryAccess)[0];
}

const fixed = { inChannels: 32, outChannels: 32, stride: 1, resolution: 28 };
const mostParams = 10_000;
const paramsAt = (expansion: number): number => costOf(mirroredResidual.graph({ ...fixed, expansion })).params;

export const mobileNetV2Lesson = {
  path: '/mobilenet-v2',
  goals: [
    msg`Contrast the residual with the inverted residual: which ends the shortcut joins, and why the wide 3×3 must be depthwise.`,
    msg`Explain with a number why ReLU hurts maps of few channels.`,
    msg`Compute an inverted residual from its input channels, expansion, output channels and stride.`,
  ],
  needs: ['/counting', '/mobilenet-v1'],
  needsWords: msg`a residual connection: the input of a block is added to its output`,
  xray: { net: 'mobilenet-v2-everyday64', at: 'stage2.block2' },
  predictions: {
    p1: {
      kind: 'number',
      id: 'mobilenet-v2/p1',
      question: msg`Three channels, n = 3: each passes half of all points, at random. What percentage of the points cannot come back?`,
      form: 'percent',
      isPart: true,
      answer: () => 100 * expectedCollapse(3),
      misses: [
        { said: 12.5, why: msg`That is where all three are zero. But two numbers need two channels that survive.` },
        { said: 0, why: msg`There are three channels for two numbers, but half of each is cut.` },
        { said: 75, why: msg`That is n = 2, where both channels have to pass.` },
      ],
      why: msg`Eight patterns of passing or not are equally likely; with none or one of three channels passing, four of them lose the point.`,
      figure: 'spiral',
    },
    p2: {
      kind: 'choice',
      id: 'mobilenet-v2/p2',
      question: msg`Both blocks have a shortcut from their input to their output. Which shortcut carries fewer elements?`,
      options: [
        {
          value: 'residual',
          label: msg`The residual’s: it has a narrow middle`,
          why: msg`Its middle is narrow, but the shortcut joins the ends, and those are wide.`,
        },
        {
          value: 'same',
          label: msg`Both carry as many`,
          why: msg`The widths are the same two, in the opposite order.`,
        },
        { value: 'inverted', label: msg`The inverted residual’s: it has narrow ends` },
      ],
      answer: 'inverted',
      why: ({ exact, fixed: decimals }) => {
        const { inverted, residual } = carried();
        return msg`${exact(inverted)} elements against ${exact(residual)}, ${decimals(residual / inverted, 0)}× fewer: as many times as the block expands.`;
      },
      figure: 'residual',
    },
    p3: {
      kind: 'number',
      id: 'mobilenet-v2/p3',
      question: msg`The 3×3 in the middle works on 144 channels. If it were standard instead of depthwise, how many times more multiply-adds would it do?`,
      form: 'times',
      answer: () => middleMacs().standard / middleMacs().depthwise,
      misses: [
        {
          said: 9,
          why: msg`That is the kernel’s area, which both have. The factor is the channels that each filter reads.`,
        },
        { said: 6, why: msg`That is the expansion. The factor is the channels that each filter reads.` },
        { said: 144 ** 2, why: msg`Both have 144 output channels: only the input channels of a filter differ.` },
      ],
      why: msg`A standard filter reads all 144 channels, a depthwise one reads one. A wide middle is affordable only since MobileNet V1.`,
    },
    p4: {
      kind: 'number',
      id: 'mobilenet-v2/p4',
      question: ({ percent }) => {
        const { v1, v2 } = bothNetworks();
        return msg`V2 does ${percent(v2.macs / v1.macs, 0)} of V1’s multiply-adds. What percentage of V1’s memory access does it have?`;
      },
      form: 'percent',
      answer: () => (100 * bothNetworks().v2.memoryAccess) / bothNetworks().v1.memoryAccess,
      misses: [
        {
          said: 53,
          why: msg`Moving is not computing: the expanded maps are written and read, however cheap their 3×3 is.`,
        },
        { said: 100, why: msg`It moves more: expanded maps are six times as wide as what the blocks pass on.` },
      ],
      why: msg`Every expanded map is written, activated and read again, twice a block.`,
      figure: 'net',
    },
    p5: {
      kind: 'choice',
      id: 'mobilenet-v2/p5',
      question: msg`A ReLU6 follows the expansion and the depthwise 3×3. What follows the projection to few channels?`,
      options: [
        {
          value: 'relu6',
          label: msg`ReLU6`,
          why: msg`It would cut exactly where there are few channels to make up for it.`,
        },
        { value: 'relu', label: msg`ReLU`, why: msg`It cuts the same half of every channel, and here there are few.` },
        { value: 'none', label: msg`No activation` },
      ],
      answer: 'none',
      why: msg`In a wide map what one channel cuts, another passes; a narrow one has no channels to spare. This is the linear bottleneck.`,
    },
    p6: {
      kind: 'number',
      id: 'mobilenet-v2/p6',
      question: ({ fixed: decimals }) => {
        const step = decimals(stepOf(24, 4), 1);
        return msg`With 4 bits a number takes one of 16 values. ReLU’s outputs go up to 24 here: neighbouring values are ${step} apart. How far apart are they with ReLU6?`;
      },
      form: 'count',
      decimals: 1,
      answer: () => stepOf(6, 4),
      misses: [
        { said: stepOf(24, 4), why: msg`There are as many values, but they share the range from 0 to 6.` },
        { said: 6 / 16, why: msg`Nearly: 16 values have 15 steps between them.` },
      ],
      why: msg`6 / 15 instead of 24 / 15: the same bits on a quarter of the range, so every value is rounded four times as finely.`,
      figure: 'relu6',
    },
    p7: {
      kind: 'number',
      id: 'mobilenet-v2/p7',
      question: ({ exact }) =>
        msg`MobileNet V2 has ${exact(shortcuts().blocks)} blocks. How many of them have a shortcut?`,
      form: 'count',
      most: shortcuts().blocks,
      answer: () => shortcuts().joined,
      misses: [
        { said: shortcuts().blocks, why: msg`A sum needs equal shapes: not every block keeps them.` },
        {
          said: shortcuts().withStrideOne,
          why: msg`So many have stride 1. But the first block of a stage also changes the number of channels.`,
        },
      ],
      why: msg`Stride 2 halves the map in four blocks, and three more change the number of channels. Nothing can be added there.`,
      figure: 'net',
    },
    p8: {
      kind: 'choice',
      id: 'mobilenet-v2/p8',
      question: msg`At stride 1 on a 56×56 map, V1’s block works on 128 channels, V2’s on 144 between its thin ends of 24. Which does more multiply-adds?`,
      options: [
        {
          value: 'v2',
          label: msg`V2: it is wider, and has a layer more`,
          why: msg`A 1×1 costs the product of its two widths, and V2’s have a thin end each.`,
        },
        {
          value: 'same',
          label: msg`About the same`,
          why: msg`A 1×1 costs the product of its two widths: 128 × 128 against twice 24 × 144.`,
        },
        { value: 'v1', label: msg`V1` },
      ],
      answer: 'v1',
      why: ({ short, fixed: decimals }) => {
        const { v1, v2 } = blockMacs();
        const [first, second, times] = [short(v1), short(v2), decimals(v1 / v2, 1)];
        return msg`${first} against ${second}, ${times} times as many: 128 × 128 for each pixel, where V2 has 24 × 144 twice.`;
      },
    },
  },
  checks: mobileNetV2Checks,
  exercises: [
    {
      kind: 'sliders',
      id: 'mobilenet-v2/e1',
      question: msg`An inverted residual from 32 to 32 channels at stride 1 on a 28×28 map may have at most 10,000 params, batch norm included. Expand at least 4 times.`,
      explorable: mirroredResidual,
      fixed,
      free: { expansion: msg`Expansion t` },
      start: { expansion: 6 },
      isSolved: ({ expansion }, { params }) => Number(expansion) >= 4 && params <= mostParams,
      solution: { expansion: 4 },
      answer: ({ exact }) => msg`t = 4: ${exact(paramsAt(4))} params. With t = 5 it is ${exact(paramsAt(5))}.`,
    },
    {
      kind: 'paper',
      id: 'mobilenet-v2/e2',
      question: msg`Which layer of MobileNet V2 moves the most elements without a single multiply-add, and what share of the network’s memory access is that?`,
      answer: ({ exact, percent }) => {
        const { v2 } = bothNetworks();
        const layer = idleMover(v2);
        const moved = layer?.memoryAccess ?? 0;
        return msg`The ReLU6 after the first expansion: it reads and writes 112×112×96 = ${exact(moved / 2)} elements, ${exact(moved)} together, ${percent(moved / v2.memoryAccess)} of all.`;
      },
    },
    {
      kind: 'paper',
      id: 'mobilenet-v2/e3',
      question: msg`Race MobileNet V1 against V2 on this device, once on the GPU and once on the CPU if it has both. Which is faster, by how much, and does the order hold?`,
      link: { path: '/race', query: { nets: 'mobilenet-v1-everyday64,mobilenet-v2-everyday64' } },
      answer: ({ fixed: decimals }) => {
        const { v1, v2 } = bothNetworks();
        const [macs, moved] = [decimals(v2.macs / v1.macs, 2), decimals(v2.memoryAccess / v1.memoryAccess, 2)];
        return msg`V2 has ${macs}× V1’s multiply-adds and ${moved}× its memory access. Where a device computes slowly V2 wins; where it waits for memory V1 comes close, or wins.`;
      },
    },
  ],
  keyPoints: [
    msg`Inverted: narrow ends carry the shortcut, the wide middle is depthwise.`,
    msg`ReLU needs channels to spare. Where there are none, leave it out.`,
    msg`Half of V1’s multiply-adds, a fifth more memory access.`,
  ],
} as const satisfies Lesson;

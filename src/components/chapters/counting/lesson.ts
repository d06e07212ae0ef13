import { msg } from '@lingui/core/macro';
import type { Lesson } from '../../../course/lesson';
import { convolution } from '../../../nets/explorables/convolution';
import { memoryTraffic } from '../../../nets/explorables/memoryTraffic';
import { stridedConvolution } from '../../../nets/explorables/stridedConvolution';
import { alexNet } from '../../../nets/models/alexNet';
import { mobileNetV1 } from '../../../nets/models/mobileNetV1';
import { builtGraph } from '../../../nets/models/model';
import type { Choice } from '../../../nets/parameter';
import { float32Bytes } from '../../../nets/readings/compressedSize';
import { costOf, type Cost, type LayerCost } from '../../../nets/readings/cost';
import { countingChecks } from './checks';
import { denseShare } from './denseShare';

/** Costs of the convolution on the 8x8 map at a stride. */
export function stridedCost(stride: number): Cost {
  return costOf(stridedConvolution.graph({ stride, kernel: 3, resolution: 8, padding: 'symmetric' }));
}

/** Elements that a convolution of this kind moves. */
export function movedBy(kind: 'depthwise' | 'standard', at: Choice): number {
  return costOf(memoryTraffic.graph({ ...at, kind })).memoryAccess;
}

/** The depthwise and the 1x1 convolution of MobileNet V1's first block, on one map. */
function firstBlock(): readonly [depthwise: LayerCost, pointwise: LayerCost] {
  const layers = costOf(builtGraph(mobileNetV1)).layers.filter(({ node }) => /^block1\..*conv$/.test(node.id));
  const [depthwise, pointwise] = layers;
  if (depthwise === undefined || pointwise === undefined) throw new Error('mobileNetV1: no convolutions in block1');
  return [depthwise, pointwise];
}

/** AlexNet's fc6: the pixels of the map that it reads, and its weights, of which each is multiplied once. */
function firstOfHead(): { readonly pixels: number; readonly weights: number } {
  const layer = costOf(builtGraph(alexNet)).layers.find(({ node }) => node.op.kind === 'fullyConnected');
  const map = layer?.node.inputs[0]?.inputs[0]?.shape;
  if (layer === undefined || map === undefined) throw new Error('alexNet: no fully connected layer');
  return { pixels: map.height * map.width, weights: layer.macs };
}

export const largeMap = { channels: 128, resolution: 56 };

const fixed = { inChannels: 64, outChannels: 64, kernel: 3, stride: 1, resolution: 56 };
const mostMacs = 5e6;

export const countingLesson = {
  path: '/counting',
  goals: [
    msg`Compute the params and multiply-adds of a convolution with any kernel, stride and groups.`,
    msg`Compute the memory access of the same layer, and say which of its three terms rules.`,
    msg`Name the convention behind a published number of FLOPs.`,
  ],
  needs: [],
  needsWords: msg`what a channel, a feature map, a kernel and batch norm are; multiplication`,
  predictions: {
    p1: {
      kind: 'number',
      id: 'counting/p1',
      question: msg`Stride 1 becomes 2. By what factor do the multiply-adds fall?`,
      form: 'times',
      answer: () => stridedCost(1).macs / stridedCost(2).macs,
      misses: [
        { said: 2, why: msg`Stride skips rows and columns: half of the rows, and half of each row.` },
        { said: 1, why: msg`The kernel is the same, but it is evaluated less often.` },
      ],
      why: msg`64 evaluations become 16. The weights stay: params do not change.`,
      figure: 'stride',
    },
    p2: {
      kind: 'number',
      id: 'counting/p2',
      question: msg`With 128 channels on a 56×56 map, a depthwise convolution needs 128 times fewer multiply-adds than a standard one. How many times fewer elements does it move?`,
      form: 'times',
      decimals: 2,
      answer: () => movedBy('standard', largeMap) / movedBy('depthwise', largeMap),
      misses: [
        { said: 128, why: msg`Moving is not computing: both maps are still read and written.` },
        {
          said: 9,
          why: msg`The kernel’s area does not matter here: a value that is read once stays in the cache for its neighbours.`,
        },
      ],
      why: ({ exact, percent }) => {
        const [standard, depthwise] = [movedBy('standard', largeMap), movedBy('depthwise', largeMap)];
        const [share, saved] = [percent(depthwise / standard, 0), exact(standard - depthwise)];
        return msg`It computes 1/128, and it still moves ${share} of the elements: both maps are read and written as before. Only ${saved} weights fewer are read.`;
      },
      figure: 'memory',
    },
    p3: {
      kind: 'bars',
      id: 'counting/p3',
      question: msg`What share of AlexNet’s params is in its three fully connected layers? And what share of its multiply-adds?`,
      bars: [
        { id: 'params', label: msg`Params`, tone: 'params', answer: () => 100 * denseShare('params') },
        { id: 'macs', label: msg`Multiply-adds`, tone: 'macs', answer: () => 100 * denseShare('macs') },
      ],
      misses: [
        {
          when: ([params = 0, macs = 0]) => Math.abs(params - macs) < 20,
          why: msg`Two bars of one length would mean one cost. There are two.`,
        },
        {
          when: ([params = 0, macs = 0]) => params < 75 && Math.abs(params - macs) >= 20,
          why: msg`Params: a fully connected layer has a weight for each pair of input and output, and nothing is shared.`,
        },
        {
          when: ([params = 0, macs = 0]) => macs > 30 && Math.abs(params - macs) >= 20,
          why: msg`Multiply-adds: a fully connected layer uses each weight once, a convolution at every pixel of its output.`,
        },
      ],
      why: msg`A convolution uses each weight again at every output pixel; a fully connected layer uses it once.`,
    },
    p4: {
      kind: 'choice',
      id: 'counting/p4',
      question: msg`12 channels in, 12 out, 3 groups. How many input channels does output channel 5 read?`,
      options: [
        {
          value: '12',
          label: msg`12`,
          why: msg`That is a convolution without groups: this one sees its own group only.`,
        },
        { value: '4', label: msg`4` },
        { value: '3', label: msg`3`, why: msg`There are three groups, of 12 / 3 = 4 channels each.` },
        { value: '1', label: msg`1`, why: msg`One channel a group would be depthwise: 12 groups.` },
      ],
      answer: '4',
      why: msg`Each group has 12 / 3 = 4 input channels, and an output channel reads those of its group.`,
    },
    p5: {
      kind: 'choice',
      id: 'counting/p5',
      question: msg`A tool prints 601.5 M for MobileNet V2, the paper says 300 M. Which is wrong?`,
      options: [
        { value: 'tool', label: msg`The tool`, why: msg`It counts right, and counts something else.` },
        { value: 'paper', label: msg`The paper`, why: msg`It counts right, and counts something else.` },
        {
          value: 'version',
          label: msg`Neither: they count two versions of the network`,
          why: msg`It is one network: one number is exactly twice the other.`,
        },
        { value: 'neither', label: msg`Neither: they count differently` },
      ],
      answer: 'neither',
      why: msg`The tool counts a multiplication and an addition as two FLOPs: 601,548,544 / 2 = 300,774,272 multiply-adds, to the last digit.`,
      figure: 'net',
    },
  },
  checks: countingChecks,
  exercises: [
    {
      kind: 'sliders',
      id: 'counting/e1',
      question: msg`A 3×3 convolution from 64 to 64 channels on a 56×56 map may take at most 5 million multiply-adds. Choose as few groups as possible.`,
      explorable: convolution,
      fixed,
      free: { groups: msg`Groups g` },
      start: { groups: 1 },
      isSolved: ({ groups }, { macs }) =>
        macs <= mostMacs && costOf(convolution.graph({ ...fixed, groups: Number(groups) / 2 })).macs > mostMacs,
      solution: { groups: 32 },
      answer: ({ exact }) => {
        const at = (groups: number): string => exact(costOf(convolution.graph({ ...fixed, groups })).macs);
        const [half, chosen] = [at(16), at(32)];
        return msg`32 groups: ${chosen} multiply-adds. With 16 there are still ${half}.`;
      },
    },
    {
      kind: 'paper',
      id: 'counting/e2',
      question: msg`AlexNet’s fc6 reads a 6×6×256 map and has 4,096 outputs. Somebody averages the map over its pixels first. How many weights and how many megabytes does that save, and what is lost?`,
      answer: ({ exact, fixed: decimals }) => {
        const { pixels, weights } = firstOfHead();
        const saved = weights - weights / pixels;
        const [savedText, megabytes] = [exact(saved), decimals(float32Bytes(saved) / 1e6, 1)];
        return msg`6·6·256·4,096 − 256·4,096 = ${savedText} weights: ${megabytes} MB in float32. What is lost is where in the map something was.`;
      },
    },
    {
      kind: 'paper',
      id: 'counting/e3',
      question: msg`Layers has a depthwise 3×3 and a 1×1 convolution on the same map in block 1 of MobileNet V1. How many times the multiply-adds, the memory access and the time of the depthwise does the 1×1 take on this device?`,
      link: { path: '/layers', query: { net: 'mobilenet-v1', level: 'layers' } },
      answer: ({ fixed: decimals }) => {
        const [light, dense] = firstBlock();
        const [macs, moved] = [
          decimals(dense.macs / light.macs, 1),
          decimals(dense.memoryAccess / light.memoryAccess, 1),
        ];
        return msg`${macs}× the multiply-adds and ${moved}× the memory access. The time is your own; it mostly lies between the two, since a depthwise convolution waits for its map more than it computes.`;
      },
    },
  ],
  keyPoints: [
    msg`MACs = k² × (input channels / groups) × output channels × output pixels. Params are the same without the pixels.`,
    msg`Groups cut weights and multiply-adds, not maps: memory access stays.`,
    msg`A number of FLOPs without its convention can be off by a factor of two.`,
  ],
} as const satisfies Lesson;

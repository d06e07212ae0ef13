import { msg } from '@lingui/core/macro';
import type { Lesson } from '../../../course/lesson';
import { mobileNetV1Family } from '../../../nets/explorables/mobileNetFamilies';
import { splitConvolution } from '../../../nets/explorables/splitConvolution';
import { builtGraph } from '../../../nets/models/model';
import { mobileNetV1 } from '../../../nets/models/mobileNetV1';
import type { Choice } from '../../../nets/parameter';
import { costOf, type Cost } from '../../../nets/readings/cost';
import { sharesOf, type Share } from '../../../nets/readings/shares';
import firstLayers from '../../../viz/chapters/firstLayers.json';
import { channelBoundsOf } from '../../../viz/chapters/silentChannels';
import { mobileNetV1Figures } from '../../../nets/papers/mobileNetV1';
import type { PublishedFigure } from '../../../nets/papers/publishedFigure';
import { mobileNetV1Checks } from './checks';
import { layerKindOf, macShareOf, type LayerKind } from './layerKinds';

/** Costs of a convolution, split and standard. */
export function splitCosts(at: Choice): { readonly split: Cost; readonly standard: Cost } {
  const { block, replaced = block } = splitConvolution.at(at);
  return { split: costOf(block), standard: costOf(replaced) };
}

/** The network's costs at these options. */
export function networkCost(options: Choice): Cost {
  return costOf(builtGraph(mobileNetV1, options));
}

/** What the depthwise convolutions have of the whole network. */
function depthwiseShare(): Share<LayerKind> {
  const share = sharesOf(networkCost({}), layerKindOf).find(({ group }) => group === 'depthwise');
  if (share === undefined) throw new Error('mobileNetV1: no depthwise convolutions');
  return share;
}

/** The network as it is, and with standard convolutions instead of split ones. */
export function standardNetwork(): { readonly split: Cost; readonly standard: Cost } {
  const { block, replaced = block } = mobileNetV1Family.at({});
  return { split: costOf(block), standard: costOf(replaced) };
}

/** Top-1 in per cent that the paper prints for both: its Table 4. */
export const publishedTop1 = {
  split: top1Of(({ options, otherStructure }) => otherStructure === undefined && options['width'] === 1),
  standard: top1Of(({ otherStructure }) => otherStructure === '1.0-full-conv'),
};

function top1Of(isIt: (figure: PublishedFigure) => boolean): number {
  const top1 = mobileNetV1Figures.find(isIt)?.top1;
  if (top1 === undefined) throw new Error('mobileNetV1: no published accuracy');
  return top1;
}

/** Channels of the trained layer that are zero for every image. */
export const silentCount = channelBoundsOf(firstLayers).filter(({ fate }) => fate === 'zero').length;

export const largeKernel = { inChannels: 512, outChannels: 512, kernel: 5, resolution: 14 };
export const earlyLayer = { inChannels: 32, outChannels: 64, kernel: 3, resolution: 112 };

/** How many times fewer multiply-adds a split convolution does. */
function saving(at: Choice): number {
  const { split, standard } = splitCosts(at);
  return standard.macs / split.macs;
}

const shareOf = (kind: 'standard' | 'depthwise' | 'pointwise' | 'fullyConnected') => () => 100 * macShareOf(kind);
const mostMacs = 170e6;

export const mobileNetV1Lesson = {
  path: '/mobilenet-v1',
  goals: [
    msg`Derive 1/N + 1/k² line by line, and say when splitting a convolution does not pay.`,
    msg`Predict params and multiply-adds under the width multiplier α and the resolution multiplier ρ.`,
    msg`Find what is expensive once every convolution is split.`,
  ],
  needs: ['/counting', '/xception'],
  xray: { net: 'mobilenet-v1-everyday64', at: 'block2' },
  predictions: {
    p1: {
      kind: 'number',
      id: 'mobilenet-v1/p1',
      question: msg`512 channels in and out, and the kernel is 5×5 instead of 3×3. How many times fewer multiply-adds does the split do?`,
      form: 'times',
      decimals: 1,
      answer: () => saving(largeKernel),
      misses: [
        { said: 8.8, why: msg`That is the saving at k = 3: k² is in the ratio.` },
        { said: 25, why: msg`Nearly: 1/25 is the pointwise part. The depthwise part adds 1/512.` },
        { said: 512, why: msg`That is the depthwise part alone; the pointwise layer remains.` },
      ],
      why: msg`1/512 + 1/25: the larger the kernel, the more splitting saves, up to k² times.`,
      figure: 'split',
    },
    p2: {
      kind: 'bars',
      id: 'mobilenet-v1/p2',
      question: msg`Divide the network’s multiply-adds among its four kinds of layers. What share has each?`,
      bars: [
        { id: 'standard', label: msg`first 3×3`, tone: 'macs', answer: shareOf('standard'), decimals: 2 },
        { id: 'depthwise', label: msg`depthwise 3×3`, tone: 'macs', answer: shareOf('depthwise'), decimals: 2 },
        { id: 'pointwise', label: msg`pointwise 1×1`, tone: 'macs', answer: shareOf('pointwise'), decimals: 2 },
        { id: 'classifier', label: msg`classifier`, tone: 'macs', answer: shareOf('fullyConnected'), decimals: 2 },
      ],
      misses: [
        {
          when: ([, depthwise = 0]) => depthwise >= 20,
          why: msg`A 3×3 looks heavy, but a depthwise output value takes 9 products; a 1×1 takes as many as there are input channels, up to 1,024.`,
        },
        {
          when: ([first = 0]) => first >= 20,
          why: msg`The first layer has the largest map, but it reads three channels only.`,
        },
      ],
      why: msg`After the split, combining channels is all the work: the 1×1 layers connect every channel with every other.`,
      figure: 'net',
    },
    p3: {
      kind: 'choice',
      id: 'mobilenet-v1/p3',
      question: msg`The image shrinks from 224×224 to 160×160. What happens to the params?`,
      options: [
        {
          value: 'half',
          label: msg`They fall to about a half`,
          why: msg`That is what the multiply-adds do: (160/224)² is 0.51.`,
        },
        {
          value: 'sides',
          label: msg`They fall to 160/224`,
          why: msg`No weight belongs to a row or a column of the map.`,
        },
        { value: 'same', label: msg`They stay` },
      ],
      answer: 'same',
      why: msg`No layer stores anything per pixel: every kernel is used again at each of them.`,
      figure: 'net',
    },
    p4: {
      kind: 'number',
      id: 'mobilenet-v1/p4',
      question: msg`Half of the channels everywhere: α = 0.5. What percentage of the multiply-adds is left?`,
      form: 'percent',
      isPart: true,
      decimals: 1,
      answer: () => (100 * networkCost({ width: 0.5 }).macs) / networkCost({}).macs,
      misses: [
        { said: 50, why: msg`Both ends of a 1×1 shrink: half of the inputs for half of the outputs.` },
        {
          said: 25,
          why: msg`Nearly: the depthwise layers, the first layer and the classifier shrink by α only, not by α².`,
        },
      ],
      why: msg`A 1×1 costs input channels × output channels, so α acts squared on it, and plainly on every layer that is not such a product.`,
      figure: 'net',
    },
    p5: {
      kind: 'choice',
      id: 'mobilenet-v1/p5',
      question: ({ fixed }) =>
        msg`From 32 to 64 channels on a 112×112 map, the split does ${fixed(saving(earlyLayer), 1)}× fewer multiply-adds. What about the elements it moves?`,
      options: [
        {
          value: 'fewer',
          label: msg`As many times fewer`,
          why: msg`Multiply-adds are not traffic: the maps have to be read and written all the same.`,
        },
        { value: 'same', label: msg`About as many`, why: msg`There is one more map to write, activate and read.` },
        { value: 'more', label: msg`More` },
      ],
      answer: 'more',
      why: ({ exact, fixed }) => {
        const { split, standard } = splitCosts(earlyLayer);
        const [now, before] = [exact(split.memoryAccess), exact(standard.memoryAccess)];
        const times = fixed(split.memoryAccess / standard.memoryAccess, 1);
        return msg`${now} elements against ${before}, ${times}× more: the map between the two layers is written, activated and read again.`;
      },
      figure: 'split',
    },
    p6: {
      kind: 'number',
      id: 'mobilenet-v1/p6',
      question: ({ fixed }) => {
        const { split, standard } = standardNetwork();
        return msg`The paper trained the same network with standard convolutions throughout: ${fixed(standard.macs / split.macs, 1)}× the multiply-adds. How many points of top-1 does that gain?`;
      },
      form: 'points',
      decimals: 1,
      most: 100 - publishedTop1.split,
      answer: () => publishedTop1.standard - publishedTop1.split,
      misses: [
        { said: 10, why: msg`A split layer sees the same pixels and the same channels, only one after the other.` },
        { said: 5, why: msg`Less: of all those weights the network hardly misses any.` },
      ],
      why: ({ fixed }) => {
        const { split, standard } = standardNetwork();
        const [light, dense] = [fixed(publishedTop1.split, 1), fixed(publishedTop1.standard, 1)];
        return msg`${light}% became ${dense}% (the paper’s Table 4), with ${fixed(standard.params / split.params, 1)}× the params. Almost all of that work bought almost nothing.`;
      },
      figure: 'net',
    },
    p7: {
      kind: 'number',
      id: 'mobilenet-v1/p7',
      question: msg`32 channels of a trained layer, for one photo. Some are blank here. How many are zero for every image there could be?`,
      form: 'count',
      most: 32,
      answer: () => silentCount,
      misses: [
        {
          said: 0,
          why: msg`Training does not prevent it: once a channel is zero everywhere, no gradient reaches its kernel any more.`,
        },
      ],
      why: msg`No image makes their kernels’ sums positive: that follows from kernel, bias and the range of the input, and ReLU turns all below zero into zero.`,
      figure: 'silent',
    },
  },
  checks: mobileNetV1Checks,
  exercises: [
    {
      kind: 'sliders',
      id: 'mobilenet-v1/e1',
      question: msg`Find a network of the family with at most 170 million multiply-adds, a width of at least 0.75 and an image of at least 160×160.`,
      explorable: mobileNetV1Family,
      fixed: {},
      free: { width: msg`Width multiplier α`, resolution: msg`Image` },
      start: { width: 1, resolution: 224 },
      isSolved: ({ width, resolution }, { macs }) =>
        macs <= mostMacs && Number(width) >= 0.75 && Number(resolution) >= 160,
      solution: { width: 0.75, resolution: 160 },
      answer: ({ exact }) => {
        const at = (options: Choice): string => exact(networkCost(options).macs);
        const solution = at({ width: 0.75, resolution: 160 });
        const [wider, larger] = [at({ width: 0.8, resolution: 160 }), at({ width: 0.75, resolution: 192 })];
        return msg`α = 0.75 at 160×160: ${solution} multiply-adds, and no other: α = 0.8 needs ${wider}, 192×192 needs ${larger}.`;
      },
    },
    {
      kind: 'paper',
      id: 'mobilenet-v1/e2',
      question: msg`Somebody trains MobileNet V1 at α = 0.5 to tell 10 classes apart instead of 1,000. How many params has that network?`,
      answer: ({ exact }) => {
        const at = (classes: number): string => exact(networkCost({ width: 0.5, classes }).params);
        const [thousand, ten] = [at(1000), at(10)];
        return msg`Only the classifier changes, which reads 512 channels: ${thousand} − (512 + 1)·1,000 + (512 + 1)·10 = ${ten}.`;
      },
    },
    {
      kind: 'paper',
      id: 'mobilenet-v1/e3',
      question: ({ percent }) => {
        const work = percent(depthwiseShare().macsShare);
        return msg`The depthwise convolutions of MobileNet V1 have ${work} of its multiply-adds. Which share of the time do they take on this device? Is it nearer to their share of the multiply-adds or of the memory access?`;
      },
      link: { path: '/layers', query: { net: 'mobilenet-v1', level: 'layers', sort: 'time' } },
      answer: ({ percent }) => {
        const { macsShare, memoryAccessShare } = depthwiseShare();
        const [work, moved] = [percent(macsShare), percent(memoryAccessShare)];
        return msg`${work} of the multiply-adds, ${moved} of the memory access. Add up the measured shares of the depthwise rows: on most devices the sum is well above ${work}.`;
      },
    },
  ],
  keyPoints: [
    msg`Splitting a convolution leaves 1/N + 1/k² of its multiply-adds: for 3×3 kernels, 8 to 9 times fewer.`,
    msg`Width acts on params and on multiply-adds, resolution on multiply-adds only.`,
    msg`What is left is pointwise: 95% of the multiply-adds.`,
  ],
} as const satisfies Lesson;

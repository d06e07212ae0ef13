import { msg } from '@lingui/core/macro';
import type { Lesson } from '../../../course/lesson';
import { equalWidth } from '../../../nets/explorables/guidelines';
import { shuffleNetV2Experiments } from '../../../nets/papers/shuffleNetV2';
import { shuffleNetV2Checks } from './checks';
import {
  movedWithGroups,
  seriesSlowdown,
  movedByBottleneck,
  equal,
  movedAtWidth,
  mobileNetV2Shares,
  versionCosts,
  untouchedAfter,
  racedOn,
  mostMoved,
  pointwiseCost,
} from './counts';

export const shuffleNetV2Lesson = {
  path: '/shufflenet-v2',
  goals: [
    msg`Derive the lower bound of a 1×1 convolution’s memory access at given multiply-adds, and say what it assumes.`,
    msg`Match each change in the unit to its guideline.`,
    msg`Measure one guideline on your own device and compare it with the paper.`,
  ],
  needs: ['/counting', '/shufflenet-v1', '/mobilenet-v2'],
  xray: { net: 'shufflenet-v2-everyday64', at: 'stage2.unit2' },
  predictions: {
    p1: {
      kind: 'order',
      id: 'shufflenet-v2/p1',
      question: msg`Five networks of 140 to 149 million multiply-adds. Sort them by speed on a GPU, a GTX 1080 Ti.`,
      items: racedOn('gpu'),
      ends: [msg`fastest`, msg`slowest`],
      answer: ['v1', 'sn2', 'xception', 'v2', 'sn1'],
      figure: 'on',
      why: msg`Multiply-adds are within 7% of each other, speeds differ by a factor of 1.8. The plainest chain of layers leads, the grouped network is last.`,
    },
    p2: {
      kind: 'choice',
      id: 'shufflenet-v2/p2',
      question: msg`A 1×1 convolution: c₁ grows from 30 to 480, and c₂ shrinks so that c₁ × c₂ stays 14,400. What does its memory access do?`,
      options: [
        {
          value: 'flat',
          label: msg`It stays, as the multiply-adds do`,
          why: msg`The product is fixed, the sum c₁ + c₂ is not.`,
        },
        {
          value: 'falls',
          label: msg`It falls`,
          why: msg`A thin output behind a fat input costs as much as the reverse.`,
        },
        {
          value: 'rises',
          label: msg`It rises`,
          why: msg`A fat output behind a thin input costs as much as the reverse.`,
        },
        { value: 'valley', label: msg`It falls, then rises` },
      ],
      answer: 'valley',
      why: ({ exact }) => {
        const [least, most] = [exact(movedAtWidth(120)), exact(movedAtWidth(30))];
        return msg`Least at c₁ = c₂ = 120: ${least} elements. At 30 and 480 channels: ${most}.`;
      },
      figure: 'g1',
    },
    p3: {
      kind: 'number',
      id: 'shufflenet-v2/p3',
      question: msg`A 1×1 convolution with 120 input channels on a 56×56 map gets 8 groups. Multiply-adds stay, so it has 8 times the output channels. How many times the elements does it move?`,
      form: 'times',
      decimals: 1,
      answer: () => movedWithGroups(8) / movedWithGroups(1),
      misses: [
        { said: 1, why: msg`The multiply-adds are the same, the output is not.` },
        {
          said: 0.125,
          why: msg`Weights and multiply-adds would fall to 1/8 without more channels. Here the savings are spent.`,
        },
        { said: 8, why: msg`Only the output grows 8 times; input and weights stay.` },
      ],
      why: msg`The output is eight times as large; the input is read as before.`,
      figure: 'g2',
    },
    p4: {
      kind: 'number',
      id: 'shufflenet-v2/p4',
      question: msg`ResNet’s bottleneck with 128 channels on a 56×56 map: what share of its memory access belongs to ops without multiply-adds, ReLU and the shortcut’s addition?`,
      form: 'percent',
      isPart: true,
      answer: () => 100 * (1 - movedByBottleneck('without') / movedByBottleneck('with')),
      misses: [
        { said: 5, why: msg`ReLU computes next to nothing, but reads its whole map and writes it again.` },
        { said: 0, why: msg`No multiply-adds is not no memory access.` },
      ],
      why: msg`Each ReLU reads and writes a whole map, and the addition reads two and writes one.`,
      figure: 'g4',
    },
    p5: {
      kind: 'choice',
      id: 'shufflenet-v2/p5',
      question: msg`V2 moves the shuffle behind the concatenation. Which guideline is that for?`,
      options: [
        { value: 'G1', label: msg`G1: equal widths`, why: msg`No width changes by it.` },
        { value: 'G2', label: msg`G2: few groups`, why: msg`That is why the 1×1 convolutions are no longer grouped.` },
        { value: 'G3', label: msg`G3: few fragments`, why: msg`No branch disappears by it; three ops become one.` },
        { value: 'G4', label: msg`G4: few element-wise ops` },
      ],
      answer: 'G4',
      why: msg`Concatenation, shuffle and the split of the next unit then follow one another, and can run as one op that only moves data.`,
      figure: 'units',
    },
    p6: {
      kind: 'order',
      id: 'shufflenet-v2/p6',
      question: msg`The same five networks on a phone’s ARM processor, a Snapdragon 810. Sort them again.`,
      items: racedOn('arm'),
      ends: [msg`fastest`, msg`slowest`],
      answer: ['sn2', 'sn1', 'xception', 'v1', 'v2'],
      figure: 'on',
      misses: [
        {
          said: ['v1', 'sn2', 'xception', 'v2', 'sn1'],
          why: msg`That is the GPU’s order. The device is part of the answer.`,
        },
      ],
      why: msg`The last on the GPU is second here, and the first on the GPU is fourth. The device is part of the answer.`,
    },
    p7: {
      kind: 'number',
      id: 'shufflenet-v2/p7',
      question: ({ percent }) => {
        const share = percent(mobileNetV2Shares.macs.depthwise, 0);
        return msg`Depthwise convolutions do ${share} of MobileNet V2’s multiply-adds. What share of its memory access is theirs?`;
      },
      form: 'percent',
      isPart: true,
      answer: () => 100 * mobileNetV2Shares.memoryAccess.depthwise,
      misses: [
        {
          said: Math.round(100 * mobileNetV2Shares.macs.depthwise),
          why: msg`That would be one cost for both. Little is computed with each element, but every element is moved.`,
        },
      ],
      why: ({ percent }) => {
        const { elementWise, dense } = mobileNetV2Shares.memoryAccess;
        const [idle, work] = [percent(elementWise, 0), percent(dense, 0)];
        return msg`They read and write the widest maps of each block. The 1×1 convolutions move ${work}, and activations and sums, which do no multiply-add at all, ${idle}.`;
      },
    },
    p8: {
      kind: 'number',
      id: 'shufflenet-v2/p8',
      question: msg`One convolution with 128 channels becomes four in series, of half the width: the same multiply-adds. How many times slower does it run on the GPU?`,
      form: 'times',
      decimals: 1,
      answer: () => seriesSlowdown(0),
      misses: [
        { said: 1, why: msg`The multiply-adds are the same; four ops have to be launched one after the other.` },
        { said: 2, why: msg`That is how many times the elements they move. Each op is also launched and waited for.` },
        { said: 4, why: msg`Four launches, but each convolution has only a quarter of the work.` },
      ],
      why: ({ fixed }) => {
        const [small, large] = [fixed(seriesSlowdown(0), 1), fixed(seriesSlowdown(2), 1)];
        return msg`The paper’s Table 3. Small ops leave a GPU waiting: ${small}× at 128 channels, ${large}× at 512, where each op has more to do.`;
      },
      figure: 'g3',
    },
    p9: {
      kind: 'number',
      id: 'shufflenet-v2/p9',
      question: msg`Half of 16 channels pass a unit of V2 untouched, and the shuffle deals them out. How many of the 16 have passed three units untouched?`,
      form: 'count',
      most: 16,
      answer: () => untouchedAfter(3),
      misses: [
        {
          said: untouchedAfter(1),
          why: msg`The shuffle sends half of those that passed into the next unit’s convolutions.`,
        },
        { said: 0, why: msg`Each unit convolves half of them, so some are left.` },
        { said: 4, why: msg`That is after two units: the third halves them once more.` },
      ],
      why: msg`The shuffle puts them in every second place, so each unit takes half of what is left: 16, 8, 4, 2.`,
      figure: 'reuse',
    },
    p10: {
      kind: 'choice',
      id: 'shufflenet-v2/p10',
      question: ({ percent }) => {
        const more = percent(versionCosts.v2.macs / versionCosts.v1.macs - 1, 0);
        return msg`At 1×, V2 has ${more} more multiply-adds than V1 with three groups. How does the memory access compare?`;
      },
      options: [
        {
          value: 'more',
          label: msg`V2 moves more, as it computes more`,
          why: msg`Memory access does not follow the multiply-adds: V1 buys wide maps with its groups, and has to move them.`,
        },
        {
          value: 'same',
          label: msg`About the same`,
          why: msg`V1’s groups make its maps wide, and it adds where V2 only concatenates.`,
        },
        { value: 'less', label: msg`V2 moves about a third less` },
      ],
      answer: 'less',
      why: ({ short }) => {
        const [after, before] = [short(versionCosts.v2.memoryAccess), short(versionCosts.v1.memoryAccess)];
        return msg`${after} elements against ${before}: no groups, so narrower maps (G2), and no additions (G4).`;
      },
      figure: 'width',
    },
  },
  checks: shuffleNetV2Checks,
  exercises: [
    {
      kind: 'sliders',
      id: 'shufflenet-v2/e1',
      question: ({ exact }) => {
        const [bound, most] = [exact(movedAtWidth(equal.balanced)), exact(Math.floor(mostMoved()))];
        return msg`On a 56×56 map with c₁ × c₂ = 120² the bound is ${bound} elements. Find the most unequal widths whose memory access is at most 5% more, ${most}.`;
      },
      explorable: equalWidth,
      fixed: equal,
      free: { inChannels: msg`Input channels c₁` },
      start: { inChannels: 30 },
      isSolved: ({ inChannels }, { memoryAccess }) => {
        const [width, next] = [Number(inChannels), Number(inChannels) < equal.balanced ? 80 : 180];
        return memoryAccess <= mostMoved() && movedAtWidth(next) > mostMoved() && (width === 90 || width === 160);
      },
      solution: { inChannels: 90 },
      answer: ({ exact }) => {
        const [near, far] = [exact(movedAtWidth(90)), exact(movedAtWidth(80))];
        return msg`90 and 160 channels, either way round: ${near} elements. At 80 and 180 it is ${far}, more than 5% over the bound.`;
      },
    },
    {
      kind: 'paper',
      id: 'shufflenet-v2/e2',
      question: msg`A 1×1 convolution from 240 to 720 channels in 3 groups on a 28×28 map: how many multiply-adds and elements? And without groups, at the same multiply-adds and the same input?`,
      answer: ({ exact }) => {
        const [grouped, plain] = [pointwiseCost(720, 3), pointwiseCost(240, 1)];
        const [macs, moved, less] = [exact(grouped.macs), exact(grouped.memoryAccess), exact(plain.memoryAccess)];
        return msg`${macs} multiply-adds and ${moved} elements. Without groups it is 240 to 240 channels: the same multiply-adds, ${less} elements.`;
      },
    },
    {
      kind: 'paper',
      id: 'shufflenet-v2/e3',
      question: msg`Guess the order of the four rows of guideline 2, measure them on this device, and compare with both columns of the paper. Which of them does your device resemble?`,
      link: { path: '/guidelines', query: { at: 'g2' } },
      answer: ({ fixed: decimals }) => {
        const most = (device: 'gpu' | 'arm'): string => {
          const speeds = shuffleNetV2Experiments.groups.map((row) => row[device][0]);
          return decimals(Math.max(...speeds) / Math.min(...speeds), 1);
        };
        const [gpu, arm] = [most('gpu'), most('arm')];
        return msg`In the paper one group is fastest on both devices, at the same multiply-adds: eight groups take ${gpu}× as long on the GPU, ${arm}× on the ARM processor. Say which ratio yours is nearer to.`;
      },
    },
  ],
  keyPoints: [
    msg`Time is arithmetic, memory access and launches; multiply-adds see one of the three.`,
    msg`Equal widths, few groups, few fragments, few element-wise ops.`,
    msg`Measure on the device that the network will run on.`,
  ],
} as const satisfies Lesson;

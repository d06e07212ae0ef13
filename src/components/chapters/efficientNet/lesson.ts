import { msg } from '@lingui/core/macro';
import type { Lesson } from '../../../course/lesson';
import { efficientNetLite0 } from '../../../nets/models/efficientNetLite0';
import { builtGraph } from '../../../nets/models/model';
import { mobileNetV2 } from '../../../nets/models/mobileNetV2';
import { mobileNetV3 } from '../../../nets/models/mobileNetV3';
import { growthOf } from '../../../nets/readings/compoundScaling';
import { costOf, type Cost } from '../../../nets/readings/cost';
import { convFlavour } from '../../../nets/op';
import { inputOf } from '../../../nets/graph';
import { bottlenecksOf, type Bottleneck } from '../../../nets/readings/bottlenecks';
import { efficientNetChecks } from './checks';

/** Lite0's cost at an image size. */
export function liteCost(resolution = 224): Cost {
  return costOf(builtGraph(efficientNetLite0, { resolution }));
}

/** Per cent of Lite0's multiply-adds in its depthwise convolutions of this kernel. */
export function depthwiseShare(kernel: 3 | 5): number {
  const { layers, macs } = liteCost();
  const own = layers.filter(
    ({ node }) =>
      node.op.kind === 'conv' &&
      node.op.kernel[0] === kernel &&
      convFlavour(node.op, inputOf(node).shape.channels) === 'depthwise',
  );
  return (100 * own.reduce((sum, layer) => sum + layer.macs, 0)) / macs;
}

/** Per cent of V3-Large's cost that its gates have. */
export function gateShare(figure: 'params' | 'macs'): number {
  const cost = costOf(builtGraph(mobileNetV3));
  const gates = cost.layers.filter(({ node }) => node.id.includes('.squeezeExcite.'));
  return (100 * gates.reduce((sum, layer) => sum + layer[figure], 0)) / cost[figure];
}

/** The blocks of Lite0. */
export function liteBlocks(): readonly Bottleneck[] {
  return bottlenecksOf(builtGraph(efficientNetLite0));
}

/** Lite0 and MobileNet V2 at 224 px. */
export function besideV2(): { readonly lite: Cost; readonly v2: Cost } {
  return { lite: liteCost(), v2: costOf(builtGraph(mobileNetV2)) };
}

export const efficientNetLesson = {
  path: '/efficientnet-lite0',
  goals: [
    msg`Read the network as MobileNet V2’s block with other numbers.`,
    msg`Use compound scaling to predict multiply-adds.`,
    msg`Justify each part that Lite removes.`,
  ],
  needs: ['/mobilenet-v2', '/mobilenet-v3'],
  xray: { net: 'efficientnet-lite0-imagenet', at: 'stage2.block2' },
  predictions: {
    p1: {
      kind: 'bars',
      id: 'efficientnet-lite0/p1',
      question: msg`9 of the 16 depthwise convolutions have 5×5 kernels. What share of the network’s multiply-adds is in those nine?`,
      bars: [{ id: 'five', label: msg`5×5 depthwise`, tone: 'macs', answer: () => depthwiseShare(5) }],
      misses: [
        {
          when: ([said = 0]) => said > 15,
          why: msg`They are depthwise: 25 products an output. A 1×1 convolution takes up to 1,152.`,
        },
      ],
      why: msg`A larger kernel is cheap where it is depthwise; the 1×1 convolutions do nearly all of the work.`,
    },
    p2: {
      kind: 'number',
      id: 'efficientnet-lite0/p2',
      question: msg`Depth grows by 1.2, width by 1.1 and the image’s side by 1.15. How many times the multiply-adds is that?`,
      form: 'times',
      decimals: 2,
      answer: () => growthOf({ depth: 1, width: 1, resolution: 1 }).macs,
      misses: [
        { said: 1.52, why: msg`Width counts squared (channels in and out), and so does the side (rows and columns).` },
        { said: 2.3, why: msg`Depth counts once: twice the layers are twice the work.` },
      ],
      why: msg`1.2 × 1.1² × 1.15²: width and resolution count squared.`,
      figure: 'scale',
    },
    p3: {
      kind: 'choice',
      id: 'efficientnet-lite0/p3',
      question: msg`Why does Lite remove squeeze-and-excite?`,
      options: [
        {
          value: 'macs',
          label: msg`To save multiply-adds`,
          why: msg`Hardly any: in V3-Large all gates together have less than 1% of them.`,
        },
        { value: 'ops', label: msg`To avoid ops that some chips cannot run well` },
        { value: 'resolution', label: msg`To work with smaller images`, why: msg`The image is as large as B0’s.` },
      ],
      answer: 'ops',
      why: ({ fixed }) => {
        const [work, weights] = [fixed(gateShare('macs'), 1), fixed(gateShare('params'), 1)];
        return msg`In V3-Large the gates have ${work}% of the multiply-adds and ${weights}% of the params. The release names support by chips as the reason.`;
      },
    },
    p4: {
      kind: 'number',
      id: 'efficientnet-lite0/p4',
      question: ({ exact }) =>
        msg`Lite0 has ${exact(liteBlocks().length)} blocks in 7 stages, and each stage begins with a block that changes the map or the channels. How many blocks have a shortcut?`,
      form: 'count',
      most: liteBlocks().length,
      answer: () => liteBlocks().filter(({ hasShortcut }) => hasShortcut).length,
      misses: [
        { said: 16, why: msg`A shortcut adds the input to the output, so both must have the same shape.` },
        { said: 15, why: msg`Every stage has such a first block, not only the network.` },
        { said: 10, why: msg`That is MobileNet V2, with 17 blocks.` },
        { said: 7, why: msg`Those are the blocks without one: the first of each stage.` },
      ],
      why: msg`16 − 7 = 9: a block has a shortcut where it keeps the shape of its input, and the first of each stage does not.`,
    },
    p5: {
      kind: 'number',
      id: 'efficientnet-lite0/p5',
      question: ({ fixed }) => {
        const { lite, v2 } = besideV2();
        return msg`Lite0 does ${fixed(lite.macs / v2.macs, 2)} times MobileNet V2’s multiply-adds. How many times V2’s elements does it move?`;
      },
      form: 'times',
      decimals: 2,
      answer: () => {
        const { lite, v2 } = besideV2();
        return lite.memoryAccess / v2.memoryAccess;
      },
      misses: [
        {
          said: 1.28,
          why: msg`That is the ratio of multiply-adds. Moving is counted from maps and weights, not from work.`,
        },
      ],
      why: msg`The large maps at the start are the same in both. What Lite0 has more of lies on small maps, wide in channels: much to compute and little to move.`,
      figure: 'network',
    },
  },
  checks: efficientNetChecks,
  exercises: [
    {
      kind: 'paper',
      id: 'efficientnet-lite0/e1',
      question: msg`Lite0 may take at most 300 million multiply-adds. What is the largest image of 160, 192, 224 or 260 pixels?`,
      link: { path: '/networks', query: { net: 'efficientnet-lite0' } },
      answer: ({ exact }) => {
        const [fits, exceeds] = [exact(liteCost(192).macs), exact(liteCost(224).macs)];
        return msg`192 pixels: ${fits}. At 224 it is ${exceeds}.`;
      },
    },
    {
      kind: 'paper',
      id: 'efficientnet-lite0/e2',
      question: msg`Grow MobileNet V2 by width 1.4 alone, or by a 288 pixel image alone. How do multiply-adds and params grow? Which of the two makes the file larger?`,
      answer: ({ exact, fixed }) => {
        const [plain, wide, large] = [{}, { width: 1.4 }, { resolution: 288 }].map((choice) =>
          costOf(builtGraph(mobileNetV2, choice)),
        );
        const times = (cost: Cost | undefined): string => fixed((cost?.macs ?? 0) / (plain?.macs ?? 1), 2);
        const [wider, larger] = [times(wide), times(large)];
        const [params, kept] = [exact(wide?.params ?? 0), exact(large?.params ?? 0)];
        return msg`Width: ${wider}× the multiply-adds, and ${params} params. Resolution: ${larger}× the multiply-adds, still ${kept} params. Only width makes the file larger.`;
      },
    },
    {
      kind: 'paper',
      id: 'efficientnet-lite0/e3',
      question: msg`Race Lite0 against MobileNet V2, both trained on ImageNet. Which needs less time for an image, and which for 100 million multiply-adds?`,
      link: { path: '/race', query: { nets: 'efficientnet-lite0-imagenet,mobilenet-v2-imagenet' } },
      answer: ({ short }) => {
        const [lite, v2] = [short(liteCost().macs), short(costOf(builtGraph(mobileNetV2)).macs)];
        return msg`Divide each latency by the multiply-adds: ${lite} for Lite0, ${v2} for V2. The two orders need not agree: less time for a multiply-add is no gain if there are more of them.`;
      },
    },
  ],
  keyPoints: [
    msg`The blocks stay, the numbers change.`,
    msg`Depth, width and resolution grow together; each step nearly doubles the multiply-adds.`,
    msg`An op that a chip cannot run costs more than multiply-adds.`,
  ],
} as const satisfies Lesson;

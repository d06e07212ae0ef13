import { msg } from '@lingui/core/macro';
import type { Lesson } from '../../../course/lesson';
import { gatedBlocks } from '../../../lab/examples/gates';
import { firstFilters } from '../../../nets/explorables/firstFilters';
import { shortenedTail } from '../../../nets/explorables/shortenedTail';
import { weighedResidual } from '../../../nets/explorables/weighedResidual';
import { builtGraph } from '../../../nets/models/model';
import { mobileNetV3 } from '../../../nets/models/mobileNetV3';
import { countedGraph, costOf, type Cost, type Counted } from '../../../nets/readings/cost';
import { sharesOf } from '../../../nets/readings/shares';
import { largestError } from '../../../viz/chapters/activationValue';
import { gateCounts } from '../../../viz/chapters/gateProfile';
import { rewardExponents, rewardFactor } from '../../../viz/chapters/searchReward';
import { mobileNetV3Checks } from './checks';

/** Block 12's shapes with squeeze-and-excite and without. */
export function gatedBlock(): { readonly with: Counted; readonly without: Counted } {
  const { block, replaced } = weighedResidual.at({});
  if (replaced === undefined) throw new Error('weighedResidual replaces nothing');
  return { with: countedGraph(block), without: countedGraph(replaced) };
}

/** By how many per cent squeeze-and-excite raises a cost of the block. */
export function raisedBy(figure: 'params' | 'macs'): number {
  const block = gatedBlock();
  return 100 * (block.with.cost[figure] / block.without.cost[figure] - 1);
}

/** The tail of V3-Large, redesigned and as V2's. */
export function tails(): { readonly before: Counted; readonly after: Counted } {
  const { block, replaced } = shortenedTail.at({});
  if (replaced === undefined) throw new Error('shortenedTail replaces nothing');
  return { before: countedGraph(replaced), after: countedGraph(block) };
}

/** Per cent of a block's gates that are shut for the cup of coffee. */
export function shutGates(block: string): number {
  const gates = gatedBlocks.find(({ id }) => id === block)?.gates.coffee ?? [];
  return (100 * gateCounts(gates).shut) / gates.length;
}

/** The first layer and block 1 with 16 filters and with 32. */
export function firstLayersCost(): { readonly kept: Cost; readonly before: Cost } {
  const { block, replaced = block } = firstFilters.at({});
  return { kept: costOf(block), before: costOf(replaced) };
}

/** Both sizes of the network at 224 px. */
export function sizes(): { readonly large: Cost; readonly small: Cost } {
  const [large, small] = (['large', 'small'] as const).map((size) => costOf(builtGraph(mobileNetV3, { size })));
  if (large === undefined || small === undefined) throw new Error('mobileNetV3: a size is missing');
  return { large, small };
}

/** Params of the layers that work on one pixel at a network’s end, gates aside. */
function behindPool({ layers }: Cost): number {
  const pool = layers.findLastIndex(({ node }) => node.op.kind === 'globalAveragePool');
  return layers.slice(pool + 1).reduce((sum, { params }) => sum + params, 0);
}

const mostParams = 220_000;
const exerciseBlock = {
  inChannels: 112,
  expandedChannels: 672,
  outChannels: 112,
  kernel: 3,
  stride: 1,
  resolution: 14,
};

export const mobileNetV3Lesson = {
  path: '/mobilenet-v3',
  goals: [
    msg`Follow one image through a squeeze-and-excite gate, and state its cost in params, multiply-adds and memory access.`,
    msg`Explain the two searches, coarse and fine, in plain words.`,
    msg`Account for the redesigned tail: what moved, what went, what grew.`,
  ],
  needs: ['/mobilenet-v2', '/shufflenet-v2'],
  xray: { net: 'mobilenet-v3-large-everyday64', at: 'block4' },
  predictions: {
    p1: {
      kind: 'number',
      id: 'mobilenet-v3/p1',
      question: msg`A block on a 14×14 map, 112 → 672 → 112 channels, gets gates: its params grow to 2.4 times. By how many per cent do its multiply-adds grow?`,
      form: 'percent',
      decimals: 1,
      answer: () => raisedBy('macs'),
      misses: [
        {
          said: 142,
          why: msg`So do the params. But the gates’ layers run on a 1×1 map, where each weight is used once.`,
        },
        { said: 10, why: msg`Less: the gates’ layers run on a 1×1 map, where each weight is used once.` },
      ],
      why: msg`The two layers of the gates work on one number a channel, the rest of the block on 196 pixels.`,
      figure: 'se',
    },
    p2: {
      kind: 'bars',
      id: 'mobilenet-v3/p2',
      question: msg`A trained V3-Large looks at a cup of coffee. What share of the gates is shut, in an early, a middle and the last block that has gates?`,
      bars: [
        { id: 'block4', label: msg`block 4 of 15`, tone: 'memory', decimals: 0, answer: () => shutGates('block4') },
        { id: 'block12', label: msg`block 12`, tone: 'memory', decimals: 0, answer: () => shutGates('block12') },
        { id: 'block15', label: msg`block 15`, tone: 'memory', decimals: 0, answer: () => shutGates('block15') },
      ],
      misses: [
        {
          when: ([, , last = 0]) => last < 50,
          why: msg`Early gates weigh and rarely shut. The last ones choose among features, and most features are not in the picture.`,
        },
        {
          when: ([first = 0]) => first > 50,
          why: msg`Early channels are edges and colours, which every picture has.`,
        },
      ],
      why: msg`Early blocks weigh features that every picture has; the last block keeps the few that this one has.`,
      figure: 'gates',
    },
    p3: {
      kind: 'choice',
      id: 'mobilenet-v3/p3',
      question: msg`The new tail drops three layers and four fifths of its multiply-adds. What happens to its params?`,
      options: [
        {
          value: 'fifth',
          label: msg`They fall to about a fifth, too`,
          why: msg`Where each weight is used once, params and multiply-adds part ways.`,
        },
        {
          value: 'less',
          label: msg`They fall a little`,
          why: msg`The 1×1 to 1280 now reads 960 channels instead of 320: more weights than all that went.`,
        },
        { value: 'same', label: msg`They stay`, why: msg`The 1×1 to 1280 now reads 960 channels instead of 320.` },
        { value: 'grow', label: msg`They grow` },
      ],
      answer: 'grow',
      why: ({ exact }) => {
        const { before, after } = tails();
        const grown = exact(after.cost.params - before.cost.params);
        return msg`By ${grown}: 960 × 1280 weights on a pooled map cost hardly anything to compute and everything to store.`;
      },
      figure: 'tail',
    },
    p4: {
      kind: 'number',
      id: 'mobilenet-v3/p4',
      question: msg`The reward is accuracy × (latency / target)^w with w = −0.07. A network takes twice as long as the target. What share of the reward is left, against the same accuracy on target?`,
      form: 'percent',
      isPart: true,
      decimals: 1,
      answer: () => 100 * rewardFactor(2, rewardExponents.mnasNet),
      misses: [
        { said: 50, why: msg`The exponent is small: a soft penalty, so that the search may trade time for accuracy.` },
        { said: 0, why: msg`The target is no hard limit: the search may pass it if the accuracy is worth it.` },
        { said: 93, why: msg`That is 1 − 0.07; it is 2 to the power of −0.07.` },
      ],
      why: msg`2 to the power of −0.07. Twice the time costs less than 5% of the reward.`,
      figure: 'search',
    },
    p5: {
      kind: 'choice',
      id: 'mobilenet-v3/p5',
      question: msg`h-swish takes the place of swish. Where are the two farthest apart?`,
      options: [
        {
          value: 'middle',
          label: msg`At x = 0, where both bend`,
          why: msg`At 0 both are exactly 0: x times anything.`,
        },
        { value: 'corners', label: msg`At x = ±3, where the hard form has its corners` },
        {
          value: 'ends',
          label: msg`Far out, at x = ±8`,
          why: msg`There both are nearly x or nearly 0: the sigmoid is nearly 1 or 0.`,
        },
      ],
      answer: 'corners',
      why: ({ fixed }) => {
        const { error, x } = largestError('swish');
        return msg`By ${fixed(error, 3)} at ±${fixed(x, 0)}: there the clipped line has reached 0 or 1 already, and the sigmoid is still on its way.`;
      },
      figure: 'act',
    },
    p6: {
      kind: 'number',
      id: 'mobilenet-v3/p6',
      question: msg`16 first filters instead of 32. What percentage is left of the multiply-adds of the first layer and block 1?`,
      form: 'percent',
      isPart: true,
      decimals: 0,
      answer: () => {
        const { kept, before } = firstLayersCost();
        return (100 * kept.macs) / before.macs;
      },
      misses: [
        {
          said: 25,
          why: msg`That is a width that shrinks at both ends of a 1×1. Here one end is fixed: 3 colours before, 16 channels after.`,
        },
        {
          said: 75,
          why: msg`Block 1 shrinks as well: its depthwise layer and its 1×1 read what the first layer writes.`,
        },
      ],
      why: ({ exact }) => {
        const { kept, before } = firstLayersCost();
        return msg`${exact(before.macs)} become ${exact(kept.macs)}. Each filter takes the same number of params: its own kernel, a depthwise kernel, and a row of the 1×1.`;
      },
      figure: 'stem',
    },
    p7: {
      kind: 'number',
      id: 'mobilenet-v3/p7',
      question: ({ percent }) => {
        const { large, small } = sizes();
        return msg`V3-Small has ${percent(small.macs / large.macs, 0)} of V3-Large’s multiply-adds. What percentage of V3-Large’s params does it have?`;
      },
      form: 'percent',
      isPart: true,
      decimals: 0,
      answer: () => {
        const { large, small } = sizes();
        return (100 * small.params) / large.params;
      },
      misses: [
        { said: 26, why: msg`The layers behind the pool hardly count as work, and most of Small’s params are there.` },
      ],
      why: ({ percent }) => {
        const { large, small } = sizes();
        const [ofSmall = '', ofLarge = ''] = [small, large].map((cost) => percent(behindPool(cost) / cost.params, 0));
        return msg`${ofSmall} of Small’s params are in the two layers behind the pool, ${ofLarge} of Large’s: 1,000 classes need as many outputs in either.`;
      },
      figure: 'net',
    },
  },
  checks: mobileNetV3Checks,
  exercises: [
    {
      kind: 'sliders',
      id: 'mobilenet-v3/e1',
      question: msg`A block 112 → 672 → 112 on a 14×14 map has gates. Keep them, and bring the block to at most 220,000 params.`,
      explorable: weighedResidual,
      fixed: exerciseBlock,
      free: { squeezeDivisor: msg`Squeezed to 1 /` },
      start: { squeezeDivisor: 4 },
      isSolved: (_, { params }) => params <= mostParams,
      solution: { squeezeDivisor: 16 },
      answer: ({ exact }) => {
        const at = (squeezeDivisor: number): string =>
          exact(costOf(weighedResidual.graph({ ...exerciseBlock, squeezeDivisor })).params);
        const [sixteenth, eighth] = [at(16), at(8)];
        return msg`Squeezed to a sixteenth it has ${sixteenth} params; to an eighth still ${eighth}.`;
      },
    },
    {
      kind: 'paper',
      id: 'mobilenet-v3/e2',
      question: msg`What share of V3-Large’s params is behind the global pool, and what share of its multiply-adds?`,
      answer: ({ exact, percent }) => {
        const { layers, params, macs } = costOf(builtGraph(mobileNetV3));
        const pooled = layers.filter(({ node }) => node.shape.height === 1 && !node.id.includes('.squeezeExcite.'));
        const [behind, work] = [sumOf(pooled, 'params'), sumOf(pooled, 'macs')];
        const [counted, share, workShare] = [exact(behind), percent(behind / params, 1), percent(work / macs, 2)];
        return msg`The 1×1 from 960 to 1280 and the classifier: ${counted} params, ${share} of all, with ${workShare} of the multiply-adds.`;
      },
    },
    {
      kind: 'paper',
      id: 'mobilenet-v3/e3',
      question: msg`The paper adds squeeze-and-excite “with no discernible latency cost”. What share of the time do its parts take in V3-Large on this device?`,
      link: { path: '/layers', query: { net: 'mobilenet-v3', level: 'layers', sort: 'time' } },
      answer: ({ percent }) => {
        const gates = sharesOf(costOf(builtGraph(mobileNetV3)), ({ node }) =>
          node.id.includes('.squeezeExcite.') ? 'gates' : undefined,
        )[0];
        const [work, moved] = [percent(gates?.macsShare ?? 0), percent(gates?.memoryAccessShare ?? 0)];
        return msg`${work} of the multiply-adds, ${moved} of the memory access. Add up the rows named squeezeExcite: a share near the first says that the sentence holds on your device, one near the second that it does not.`;
      },
    },
  ],
  keyPoints: [
    msg`Gates: many params, hardly any multiply-adds, some memory access.`,
    msg`Two searches: a coarse one whose reward is timed on a phone, and a fine one, NetAdapt, layer by layer.`,
    msg`The ends were mended by hand; params grew while multiply-adds fell.`,
  ],
} as const satisfies Lesson;

function sumOf(
  layers: readonly { readonly params: number; readonly macs: number }[],
  figure: 'params' | 'macs',
): number {
  return layers.reduce((sum, layer) => sum + layer[figure], 0);
}

import { msg } from '@lingui/core/macro';
import type { Lesson } from '../../../course/lesson';
import { inceptionWalk } from '../../../nets/explorables/inceptionWalk';
import { separableOrder } from '../../../nets/explorables/separableOrder';
import { inputOf } from '../../../nets/graph';
import { inceptionV3 } from '../../../nets/models/inceptionV3';
import { builtGraph } from '../../../nets/models/model';
import { xception } from '../../../nets/models/xception';
import { convFlavour, type ConvFlavour } from '../../../nets/op';
import { costOf, type Cost, type LayerCost } from '../../../nets/readings/cost';
import { sharesOf } from '../../../nets/readings/shares';
import { sharedKernelOf } from '../../../viz/chapters/sharedKernel';
import { separableCost, standardCost, xceptionChecks } from './checks';
import { flowShares } from './flowShares';

/** The costs of a step of the walk, 288 channels in and out on a 35x35 map. */
export function stepCost(step: 'simplified' | 'shared' | 'extreme' | 'standard'): Cost {
  const { block, replaced = block } = inceptionWalk.at({ step: step === 'standard' ? 'extreme' : step });
  return costOf(step === 'standard' ? replaced : block);
}

/** The costs of both networks at 299 px. */
export function bothCosts(): { readonly ours: Cost; readonly theirs: Cost } {
  return { ours: costOf(builtGraph(xception)), theirs: costOf(builtGraph(inceptionV3)) };
}

const flowShare = (flow: string) => (): number =>
  100 * (flowShares().find(({ group }) => group === flow)?.macsShare ?? 0);

/** A separable convolution from 64 to 256 channels on a 74x74 map, in either order. */
export function widening(first: 'depthwise' | 'pointwise'): Cost {
  return costOf(separableOrder.graph({ first, between: 'nothing', inChannels: 64, outChannels: 256, resolution: 74 }));
}

const exercise = { first: 'depthwise', between: 'nothing', outChannels: 256, resolution: 74 };
const mostMacs = 100e6;
const orderMacs = (inChannels: number): number => costOf(separableOrder.graph({ ...exercise, inChannels })).macs;
/** As the network of this app with trained weights is. */
const narrow = { width: 0.25, middle: 2, classes: 64, resolution: 128 };

function kindOf({ node }: LayerCost): ConvFlavour | undefined {
  return node.op.kind === 'conv' ? convFlavour(node.op, inputOf(node).shape.channels) : undefined;
}

const middle = { inChannels: 728, outChannels: 728, kernel: 3, side: 19 };

export const xceptionLesson = {
  path: '/xception',
  goals: [
    msg`Derive the depthwise separable convolution from an Inception module in four steps.`,
    msg`State what a separable convolution cannot represent.`,
    msg`Read the whole network: where its multiply-adds are, and where its params.`,
  ],
  needs: ['/counting', '/squeezenet'],
  needsWords: msg`parallel branches and their concatenation`,
  xray: { net: 'xception-reduced-everyday64', at: 'middle.module1' },
  predictions: {
    p1: {
      kind: 'choice',
      id: 'xception/p1',
      question: msg`The simplified module has three 1×1 convolutions, a branch each. The next step merges them into one 1×1 that all branches share. What happens to the params?`,
      options: [
        { value: 'third', label: msg`A third is left`, why: msg`The three had a third of the filters each.` },
        {
          value: 'fewer',
          label: msg`They fall a little`,
          why: msg`Not one filter is dropped: the same filters are stored in one layer.`,
        },
        { value: 'same', label: msg`They stay` },
      ],
      answer: 'same',
      why: ({ exact }) =>
        msg`${exact(stepCost('shared').params)} before and after: all three read the same input, so it is the same computation, drawn differently. Only the input is read once instead of three times.`,
      figure: 'walk',
    },
    p2: {
      kind: 'number',
      id: 'xception/p2',
      question: msg`The last step gives each of 288 channels a 3×3 kernel of its own. How many times fewer multiply-adds is that than a standard 3×3 from 288 to 288 channels?`,
      form: 'times',
      decimals: 1,
      answer: () => stepCost('standard').macs / stepCost('extreme').macs,
      misses: [
        { said: 288, why: msg`That is the depthwise part alone; the 1×1 remains.` },
        { said: 9, why: msg`Nearly: the depthwise part is the difference.` },
        { said: 3, why: msg`Three segments would give about that; here there are as many segments as channels.` },
      ],
      why: msg`The 1×1 costs a ninth of the standard 3×3, the depthwise part 1/288 of it: 1/9 + 1/288.`,
      figure: 'walk',
    },
    p3: {
      kind: 'bars',
      id: 'xception/p3',
      question: msg`The stem works on the largest maps, the middle flow repeats one module eight times on 19×19, the exit flow has the most channels. Where are the multiply-adds?`,
      bars: [
        { id: 'stem', label: msg`stem`, tone: 'macs', answer: flowShare('stem') },
        { id: 'entry', label: msg`entry flow`, tone: 'macs', answer: flowShare('entry') },
        { id: 'middle', label: msg`middle flow`, tone: 'macs', answer: flowShare('middle') },
        { id: 'exit', label: msg`exit flow`, tone: 'macs', answer: flowShare('exit') },
      ],
      misses: [
        { when: ([stem = 0]) => stem >= 25, why: msg`The stem’s maps are large, but it has only 32 and 64 channels.` },
        {
          when: ([, , , exit = 0]) => exit >= 35,
          why: msg`The exit flow is wide, but it has two modules against eight, on 19×19 and 10×10.`,
        },
      ],
      why: msg`Eight modules of three separable convolutions, 728 channels wide: the 1×1 of each costs 728 × 728 per pixel.`,
      figure: 'flow',
    },
    p4: {
      kind: 'choice',
      id: 'xception/p4',
      question: msg`Compared with Inception V3, what does Xception have?`,
      options: [
        {
          value: 'less',
          label: msg`Fewer params and fewer multiply-adds`,
          why: msg`Params were matched on purpose; the gain is in how they are used.`,
        },
        {
          value: 'accuracy',
          label: msg`As many of both, and better accuracy`,
          why: msg`Almost: the multiply-adds are more.`,
        },
        { value: 'more', label: msg`About as many params, more multiply-adds, better accuracy` },
      ],
      answer: 'more',
      why: ({ percent }) => {
        const { ours, theirs } = bothCosts();
        const [fewer, more] = [percent(1 - ours.params / theirs.params, 0), percent(ours.macs / theirs.macs - 1, 0)];
        return msg`${fewer} fewer params, ${more} more multiply-adds, top-1 79.0% instead of 78.2% (the paper’s Table 1).`;
      },
    },
    p5: {
      kind: 'choice',
      id: 'xception/p5',
      question: msg`Four outputs want an edge of this channel, in four strengths, and four want a blur. All eight must share one kernel, and each may only scale it. What do they get with the best one?`,
      options: [
        {
          value: 'both',
          label: msg`Edges and blurs: the strengths choose`,
          why: msg`A strength makes a kernel stronger, weaker or negative. It cannot change its shape.`,
        },
        {
          value: 'mixture',
          label: msg`Eight mixtures of edge and blur`,
          why: msg`A mixture would serve neither: every bit of blur in the shared kernel spoils the edges.`,
        },
        { value: 'edges', label: msg`The edges, and no blur` },
      ],
      answer: 'edges',
      why: ({ percent }) => {
        const kept = percent(sharedKernelOf('edgeAndBlur').kept, 0);
        return msg`The edges are the stronger part of what is wanted, so the best shared kernel is an edge, and the blurs get the strength 0. ${kept} of the wanted kernels’ squares remain.`;
      },
      figure: 'kernels',
    },
    p6: {
      kind: 'choice',
      id: 'xception/p6',
      question: msg`A separable convolution widens from 64 to 256 channels. Now the 1×1 comes first, so that the depthwise part runs on 256 channels instead of 64. What happens to the multiply-adds?`,
      options: [
        {
          value: 'four',
          label: msg`They become four times as many`,
          why: msg`Those of the depthwise part do. But it is only a small part of them.`,
        },
        { value: 'few', label: msg`They grow by about a tenth` },
        {
          value: 'same',
          label: msg`They stay: both parts are still there`,
          why: msg`The 1×1 costs the same. The depthwise part has four times as many channels to filter.`,
        },
      ],
      answer: 'few',
      why: ({ exact, percent }) => {
        const [before, after] = [widening('depthwise').macs, widening('pointwise').macs];
        const [first, then, more] = [exact(before), exact(after), percent(after / before - 1, 0)];
        return msg`${first} become ${then}, ${more} more: a depthwise value takes 9 products, one of the 1×1 takes 64.`;
      },
      figure: 'order',
    },
  },
  checks: xceptionChecks,
  exercises: [
    {
      kind: 'sliders',
      id: 'xception/e1',
      question: msg`A separable convolution, depthwise first, to 256 channels on a 74×74 map, may take at most 100 million multiply-adds. Find the widest input.`,
      explorable: separableOrder,
      fixed: exercise,
      free: { inChannels: msg`Input channels` },
      start: { inChannels: 128 },
      isSolved: ({ inChannels }, { macs }) => macs <= mostMacs && orderMacs(Number(inChannels) + 8) > mostMacs,
      solution: { inChannels: 64 },
      answer: ({ exact }) => {
        const [chosen, wider] = [exact(orderMacs(64)), exact(orderMacs(72))];
        return msg`64 channels: ${chosen} multiply-adds. With 72 it is ${wider}.`;
      },
    },
    {
      kind: 'paper',
      id: 'xception/e2',
      question: msg`A module of the middle flow has three separable 3×3 convolutions from 728 to 728 channels on a 19×19 map. How many multiply-adds is that, and how many with standard convolutions?`,
      answer: ({ exact, fixed }) => {
        const [light, heavy] = [3 * separableCost(middle).macs, 3 * standardCost(middle).macs];
        const [ours, theirs, times] = [exact(light), exact(heavy), fixed(heavy / light, 1)];
        return msg`3 × 19² × (9·728 + 728²) = ${ours}; standard 3 × 19² × 9·728² = ${theirs}, ${times}× more.`;
      },
    },
    {
      kind: 'paper',
      id: 'xception/e3',
      question: msg`Layers times every convolution of a narrow Xception. Which kind does more multiply-adds in a millisecond on this device, the depthwise or the 1×1? What share of the multiply-adds has each?`,
      link: { path: '/layers', query: { net: 'xception-reduced-everyday64', level: 'layers', sort: 'time' } },
      answer: ({ percent }) => {
        const shares = sharesOf(costOf(builtGraph(xception, narrow)), kindOf);
        const [light = '', dense = ''] = (['depthwise', 'pointwise'] as const).map((kind) =>
          percent(shares.find(({ group }) => group === kind)?.macsShare ?? 0),
        );
        return msg`Depthwise: ${light} of the multiply-adds, 1×1: ${dense}. Nearly everywhere the 1×1 does more in a millisecond: it uses each value that it fetches for every output channel, the depthwise for one.`;
      },
    },
  ],
  keyPoints: [
    msg`A separable convolution has one spatial kernel for each input channel; a 1×1 then combines the channels.`,
    msg`From Inception to separable there is one scale: the number of segments.`,
    msg`Here the saving bought accuracy at equal params, not a small network.`,
  ],
} as const satisfies Lesson;

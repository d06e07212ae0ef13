import { msg } from '@lingui/core/macro';
import type { Lesson } from '../../../course/lesson';
import { fireModule } from '../../../nets/explorables/fireModule';
import { alexNet } from '../../../nets/models/alexNet';
import { builtGraph } from '../../../nets/models/model';
import { shuffleNetV2 } from '../../../nets/models/shuffleNetV2';
import { squeezeNet } from '../../../nets/models/squeezeNet';
import { compressedBytes, float32Bytes } from '../../../nets/readings/compressedSize';
import { costOf, type Cost } from '../../../nets/readings/cost';
import { squeezeNetChecks } from './checks';

/** Of the whole networks. */
export const [alexCost, squeezeCost] = [costOf(builtGraph(alexNet)), costOf(builtGraph(squeezeNet))];

/** Costs of a Fire module as fire2 is, with another squeeze layer. */
export function fireCost(squeeze: number): Cost {
  return costOf(fireModule.graph({ squeeze }));
}

/** Bytes with Deep Compression as in the paper: a third of the weights, each at 6 bits and 4 for its position. */
export const deepBytes = compressedBytes(squeezeCost.params, { bits: 6, kept: 1 / 3, indexBits: 4 });

/** In per cent: of the eight 3x3 expand layers in the whole network. */
export function expand3x3Share(cost: 'params' | 'macs'): number {
  const own = squeezeCost.layers.filter(({ node }) => node.id.includes('.expand3x3'));
  return (100 * own.reduce((sum, layer) => sum + layer[cost], 0)) / squeezeCost[cost];
}

/** Of 1: of one layer in the whole network. */
function layerShare(name: string, cost: 'params' | 'macs'): number {
  const own = squeezeCost.layers.filter(({ node }) => node.id.startsWith(`${name}.`));
  return own.reduce((sum, layer) => sum + layer[cost], 0) / squeezeCost[cost];
}

const fixed = { inChannels: 256, expand1x1: 128, expand3x3: 128, resolution: 27, bypass: 'none' };
const mostParams = 50_000;
/** As this app's networks for 64 everyday things are. */
const everyday = { classes: 64, resolution: 128 };
/** The slider's step. */
const step = 8;

/** Params of the convolutions of AlexNet. */
function convolutionParams(): number {
  return alexCost.layers.filter(({ node }) => node.op.kind === 'conv').reduce((sum, { params }) => sum + params, 0);
}

export const squeezeNetLesson = {
  path: '/squeezenet',
  goals: [
    msg`Compute the params of a Fire module from the widths of its three layers.`,
    msg`Explain which of the three strategies save params, and which one spends multiply-adds.`,
    msg`Judge “50 times smaller” by asking: smaller than what?`,
  ],
  needs: ['/counting'],
  xray: { net: 'squeezenet-everyday64', at: 'fire2' },
  predictions: {
    p1: {
      kind: 'bars',
      id: 'squeezenet/p1',
      question: msg`SqueezeNet keeps half of its 3×3 filters, in eight layers, and gives them few input channels. What share of its params and of its multiply-adds is in these eight layers?`,
      bars: [
        { id: 'params', label: msg`Params`, tone: 'params', answer: () => expand3x3Share('params') },
        { id: 'macs', label: msg`Multiply-adds`, tone: 'macs', answer: () => expand3x3Share('macs') },
      ],
      misses: [
        {
          when: ([params = 0]) => params < 30,
          why: msg`Params: half of the filters stay 3×3, and each has nine times the weights of a 1×1 on the same input.`,
        },
        {
          when: ([params = 0]) => params > 60,
          why: ({ percent }) =>
            msg`Params: the last layer alone, a 1×1 convolution to 1,000 classes, has ${percent(layerShare('conv10', 'params'), 0)} of them.`,
        },
        {
          when: ([, macs = 0]) => macs < 40,
          why: msg`Multiply-adds: half of the filters stay 3×3, and each costs nine times a 1×1 on the same input.`,
        },
        {
          when: ([, macs = 0]) => macs > 70,
          why: ({ percent }) =>
            msg`Multiply-adds: the first 7×7 convolution alone, on the largest map, does ${percent(layerShare('conv1', 'macs'), 0)} of them.`,
        },
      ],
      why: ({ short }) => {
        const macs = short((expand3x3Share('macs') / 100) * squeezeCost.macs);
        return msg`A 3×3 filter costs nine times a 1×1 filter on the same input: ${macs} multiply-adds remain in them.`;
      },
    },
    p2: {
      kind: 'choice',
      id: 'squeezenet/p2',
      question: msg`From AlexNet to SqueezeNet 1.0 the params fall 49-fold. What do the multiply-adds do?`,
      options: [
        {
          value: 'all',
          label: msg`They fall 49-fold as well`,
          why: msg`That would be one cost. Most of AlexNet’s params sit in layers that use each weight once.`,
        },
        {
          value: 'some',
          label: msg`They fall about 10-fold`,
          why: msg`Most of AlexNet’s params sit in layers that use each weight once: without them, hardly any work is gone.`,
        },
        {
          value: 'same',
          label: msg`They stay the same`,
          why: msg`Nearly, but they go up.`,
        },
        { value: 'more', label: msg`They rise` },
      ],
      answer: 'more',
      why: ({ short, percent }) => {
        const [before, after] = [short(alexCost.macs), short(squeezeCost.macs)];
        const more = percent(squeezeCost.macs / alexCost.macs - 1, 0);
        return msg`From ${before} to ${after}, ${more} more: SqueezeNet is deeper, and pools late.`;
      },
    },
    p3: {
      kind: 'number',
      id: 'squeezenet/p3',
      question: msg`The squeeze layer of fire2 grows from 16 to 32 filters. How many times its params does the module have then?`,
      form: 'times',
      decimals: 1,
      answer: () => fireCost(32).params / fireCost(16).params,
      misses: [
        { said: 4, why: msg`The squeeze width is a factor of both products, but once in each, not squared.` },
        { said: 1, why: msg`Both the squeeze layer and the expand layers have it as a factor.` },
      ],
      why: ({ exact }) => {
        const [narrow, wide] = [exact(fireCost(16).params), exact(fireCost(32).params)];
        return msg`${narrow} become ${wide}: 96·s weights before the thin map and s·64 + 9·s·64 after it, all of them times s.`;
      },
      figure: 'fire',
    },
    p4: {
      kind: 'order',
      id: 'squeezenet/p4',
      question: msg`Sort three forms of SqueezeNet by top-1 accuracy: plain, with shortcuts that cost nothing, and with further shortcuts that are 1×1 convolutions.`,
      items: [
        { value: 'plain', label: msg`Plain`, detail: msg`57.5%` },
        { value: 'simple', label: msg`Simple bypass`, detail: msg`60.4%` },
        { value: 'complex', label: msg`Complex bypass`, detail: msg`58.8%` },
      ],
      ends: [msg`lowest`, msg`highest`],
      answer: ['plain', 'complex', 'simple'],
      misses: [
        {
          said: ['plain', 'simple', 'complex'],
          why: msg`More params would be more accuracy then. The free identity beats the paid 1×1.`,
        },
      ],
      why: msg`The paper’s Table 3. Complex bypass has a quarter more params than simple bypass, and less accuracy.`,
      figure: 'forms',
    },
    p5: {
      kind: 'number',
      id: 'squeezenet/p5',
      question: msg`Of SqueezeNet’s weights, each 32 bits, a third is kept: at 6 bits each, and 4 more for its position. How many times smaller is the file then?`,
      form: 'times',
      decimals: 1,
      answer: () => float32Bytes(squeezeCost.params) / deepBytes,
      misses: [
        { said: 3, why: msg`That is pruning alone: the kept weights also take fewer bits.` },
        { said: 32 / 6, why: msg`That is 6 bits instead of 32 for every weight: two thirds are gone as well.` },
        {
          said: (3 * 32) / 6,
          why: msg`Nobody could tell then which weights were kept: their places take bits as well.`,
        },
      ],
      why: msg`A third of the weights at 10 bits each are 3.3 bits for each of the old weights, instead of 32.`,
      figure: 'deep',
    },
    p6: {
      kind: 'number',
      id: 'squeezenet/p6',
      question: msg`SqueezeNet has 49 times fewer params than AlexNet. How many times fewer elements does it read and write for an image?`,
      form: 'times',
      decimals: 1,
      answer: () => alexCost.memoryAccess / squeezeCost.memoryAccess,
      misses: [
        { said: 49, why: msg`Params are a part of what is moved. The maps are the other, and they have grown.` },
        { said: 1, why: msg`AlexNet’s 61 million weights are read once per image, and they are gone.` },
      ],
      why: ({ short, percent }) => {
        const [weights, moved] = [short(alexCost.params), short(squeezeCost.memoryAccess)];
        const maps = percent(1 - squeezeCost.params / squeezeCost.memoryAccess, 0);
        return msg`AlexNet’s ${weights} weights are not read any more. But SqueezeNet moves ${moved} elements, and ${maps} of them are activations: more layers, on larger maps.`;
      },
      figure: 'late',
    },
  },
  checks: squeezeNetChecks,
  exercises: [
    {
      kind: 'sliders',
      id: 'squeezenet/e1',
      question: msg`A Fire module has 256 input channels and 128 + 128 expand filters. Find the widest squeeze layer with at most 50,000 params.`,
      explorable: fireModule,
      fixed,
      free: { squeeze: msg`Squeeze filters, s₁ₓ₁` },
      start: { squeeze: 64 },
      isSolved: ({ squeeze }, { params }) =>
        params <= mostParams &&
        costOf(fireModule.graph({ ...fixed, squeeze: Number(squeeze) + step })).params > mostParams,
      solution: { squeeze: 32 },
      answer: ({ exact }) => {
        const at = (squeeze: number): string => exact(costOf(fireModule.graph({ ...fixed, squeeze })).params);
        const [fits, exceeds] = [at(32), at(40)];
        return msg`32 filters: ${fits} params; 40 need ${exceeds}. It is fire5 of SqueezeNet.`;
      },
    },
    {
      kind: 'paper',
      id: 'squeezenet/e2',
      question: msg`Compute the headline fairly: how many times SqueezeNet’s params does AlexNet have without its fully connected layers?`,
      answer: ({ exact, fixed: decimals }) => {
        const [theirs, ours] = [convolutionParams(), squeezeCost.params];
        const [theirText, ourText, ratio] = [exact(theirs), exact(ours), decimals(theirs / ours, 2)];
        return msg`${theirText} / ${ourText} = ${ratio}. SqueezeNet’s own classifier, conv10 with 513,000 params, counts as one of its convolutions.`;
      },
    },
    {
      kind: 'paper',
      id: 'squeezenet/e3',
      question: msg`Race SqueezeNet 1.1 against ShuffleNet V2. How many times its multiply-adds does SqueezeNet have, and how many times its latency on this device?`,
      link: { path: '/race', query: { nets: 'squeezenet-everyday64,shufflenet-v2-everyday64' } },
      answer: ({ fixed: decimals }) => {
        const [squeeze, shuffle] = [
          costOf(builtGraph(squeezeNet, { version: '1.1', ...everyday })),
          costOf(builtGraph(shuffleNetV2, everyday)),
        ];
        const [macs, moved] = [
          decimals(squeeze.macs / shuffle.macs, 1),
          decimals(squeeze.memoryAccess / shuffle.memoryAccess, 2),
        ];
        return msg`${macs}× the multiply-adds, and ${moved}× the memory access. The latency is your own: say with it where the networks ran, on the GPU or the CPU.`;
      },
    },
  ],
  keyPoints: [
    msg`Squeeze before the 3×3: params are a product, so make the expensive factor thin.`,
    msg`“50 times” is against a network with fully connected layers; against its convolutions it is 1.9 times.`,
    msg`Fewer params did not mean fewer multiply-adds, fewer elements moved, or less time.`,
  ],
} as const satisfies Lesson;

import { msg } from '@lingui/core/macro';
import type { Lesson } from '../../../course/lesson';
import type { Words } from '../../../course/words';
import { summaryChecks } from './checks';
import { builtGraph } from '../../../nets/models/model';
import { mobileNetV2 } from '../../../nets/models/mobileNetV2';
import { shuffleNetV2 } from '../../../nets/models/shuffleNetV2';
import { squeezeNet } from '../../../nets/models/squeezeNet';
import { costOf } from '../../../nets/readings/cost';
import { allPublished, type PublishedNetwork } from './allPublished';
import { published, summaryRows, type SummaryRow } from './summaryRows';

/** What a network moves, as published. */
function movedBy(id: string): Words {
  return ({ short }) => {
    const elements = short(published(id).memoryAccess);
    return msg`${elements} elements`;
  };
}

/** The most elements of one map of a network, as published, and its number of convolutions. */
export function mapsOf(id: string): { readonly widest: number; readonly convolutions: number } {
  const { model, choice } = published(id);
  const { nodes } = builtGraph(model, choice);
  return {
    widest: Math.max(...nodes.map(({ shape }) => shape.height * shape.width * shape.channels)),
    convolutions: nodes.filter(({ op }) => op.kind === 'conv').length,
  };
}

/** MobileNet V1 with half of its channels, at the image of its paper. */
export function narrowV1(): SummaryRow {
  const row = summaryRows(0.5, null).find(({ model }) => model.id === 'mobilenet-v1');
  if (row === undefined) throw new Error('summary: no MobileNet V1 at 0.5×');
  return row;
}

/** Four networks to choose from for a small download. */
export const twoMegabytes = {
  squeezenet: publishedAs('SqueezeNet simple, 224 px'),
  'mobilenet-v1': publishedAs('MobileNet V1 0.5×, 224 px'),
  'shufflenet-v1': publishedAs('ShuffleNet V1 1×, 224 px'),
  'shufflenet-v2': publishedAs('ShuffleNet V2 1×, 224 px'),
};

function publishedAs(name: string): PublishedNetwork {
  const found = allPublished.find((each) => each.name === name);
  if (found === undefined) throw new Error(`summary: no published figures for ${name}`);
  return found;
}

/** As this app's networks for 64 everyday things are. */
const everyday = { classes: 64, resolution: 128 };

export const summaryLesson = {
  path: '/summary',
  goals: [
    msg`Rank networks by a cost that is named, and predict where the ranks change.`,
    msg`Choose a network under constraints, and defend it.`,
    msg`Retell the eight steps as question and answer.`,
  ],
  needs: ['/counting', '/shufflenet-v2', '/efficientnet-lite0'],
  predictions: {
    p1: {
      kind: 'order',
      id: 'summary/p1',
      question: msg`Sort these five by the elements that they move, the least first. The lines have them by params and by multiply-adds.`,
      items: [
        { value: 'mobilenet-v1', label: msg`MobileNet V1`, detail: movedBy('mobilenet-v1') },
        { value: 'mobilenet-v2', label: msg`MobileNet V2`, detail: movedBy('mobilenet-v2') },
        { value: 'mobilenet-v3', label: msg`MobileNet V3-Large`, detail: movedBy('mobilenet-v3') },
        { value: 'shufflenet-v2', label: msg`ShuffleNet V2`, detail: movedBy('shufflenet-v2') },
        { value: 'efficientnet-lite0', label: msg`EfficientNet-Lite0`, detail: movedBy('efficientnet-lite0') },
      ],
      ends: [msg`least`, msg`most`],
      answer: ['shufflenet-v2', 'mobilenet-v1', 'mobilenet-v3', 'mobilenet-v2', 'efficientnet-lite0'],
      misses: [
        {
          said: ['shufflenet-v2', 'mobilenet-v3', 'mobilenet-v2', 'efficientnet-lite0', 'mobilenet-v1'],
          why: msg`That is the order of multiply-adds. V1 computes most of the five and moves second least.`,
        },
      ],
      why: ({ short }) => {
        const [v1, v2] = [mapsOf('mobilenet-v1'), mapsOf('mobilenet-v2')];
        const [v3, lite] = [mapsOf('mobilenet-v3'), mapsOf('efficientnet-lite0')];
        const [narrow, wide] = [short(v1.widest), short(v2.widest)];
        const [few, ofV2, ofV3, ofLite] = [v1.convolutions, v2.convolutions, v3.convolutions, lite.convolutions];
        return msg`Maps are what moves. V2, V3 and Lite0 widen in nearly every block and are deep: ${ofV2}, ${ofV3} and ${ofLite} convolutions, each with a map to write and read. V1 has ${few}. Its widest map has ${narrow} elements, as V3’s has; those of V2 and Lite0 have ${wide}.`;
      },
    },
    p2: {
      kind: 'number',
      id: 'summary/p2',
      question: ({ fixed }) => {
        const ratio = fixed(published('mobilenet-v2').macs / published('mobilenet-v1').macs, 2);
        return msg`MobileNet V2 has ${ratio} times V1’s multiply-adds. How many times V1’s elements does it move?`;
      },
      form: 'times',
      decimals: 2,
      answer: () => published('mobilenet-v2').memoryAccess / published('mobilenet-v1').memoryAccess,
      misses: [
        { said: 0.53, why: msg`That is the ratio of multiply-adds. Moving is counted from maps, not from work.` },
      ],
      why: msg`Its thin maps are joined by wide ones inside the blocks: fewer multiply-adds, more elements.`,
      figure: 'table',
    },
    p3: {
      kind: 'choice',
      id: 'summary/p3',
      question: msg`The table says which network has the fewest params. Which is the fastest?`,
      options: [
        {
          value: 'macs',
          label: msg`The one with the fewest multiply-adds`,
          why: msg`Networks of equal multiply-adds differ in speed, and differently on each device.`,
        },
        {
          value: 'memory',
          label: msg`The one with the least memory access`,
          why: msg`Closer on many chips, but kernels, fragments and chip support count as well.`,
        },
        { value: 'none', label: msg`The table cannot tell` },
      ],
      answer: 'none',
      why: msg`No column is a time. Time belongs to a network on a device, and is measured.`,
    },
    p4: {
      kind: 'number',
      id: 'summary/p4',
      question: ({ fixed }) => {
        const work = fixed(published('xception').intensity, 1);
        return msg`For each element that it moves, Xception does ${work} multiply-adds. How many does ShuffleNet V1 do?`;
      },
      form: 'count',
      decimals: 1,
      answer: () => published('shufflenet-v1').intensity,
      misses: [
        {
          said: Number(published('xception').intensity.toFixed(0)),
          why: msg`Groups and depthwise layers take multiply-adds away; the maps are read and written as before.`,
        },
      ],
      why: ({ fixed }) => {
        const times = fixed(published('xception').intensity / published('shufflenet-v1').intensity, 1);
        return msg`${times} times fewer: its groups save multiply-adds, and its wide maps still have to be moved.`;
      },
    },
    p5: {
      kind: 'choice',
      id: 'summary/p5',
      question: msg`A download of at most two megabytes, 8 bits a weight. Which of these four networks fits and has the highest published top-1?`,
      options: [
        {
          value: 'squeezenet',
          label: msg`SqueezeNet with simple bypass`,
          why: msg`It was made for a small file, in 2016. Later networks reach more with as many params.`,
        },
        {
          value: 'mobilenet-v1',
          label: msg`MobileNet V1 at 0.5×`,
          why: msg`It fits easily, but with half of the channels in every layer it is less accurate.`,
        },
        { value: 'shufflenet-v1', label: msg`ShuffleNet V1 at 1×` },
        {
          value: 'shufflenet-v2',
          label: msg`ShuffleNet V2 at 1×`,
          why: msg`The most accurate of the four, but it takes 2.28 MB.`,
        },
      ],
      answer: 'shufflenet-v1',
      why: ({ fixed }) => {
        const { params, top1 } = twoMegabytes['shufflenet-v1'];
        return msg`${fixed(params / 1e6, 2)} MB and ${fixed(top1, 1)}%, the most of all published networks of the course that fit. A byte a weight: params in millions are megabytes.`;
      },
      figure: 'choose',
    },
  },
  checks: summaryChecks,
  exercises: [
    {
      kind: 'paper',
      id: 'summary/e1',
      question: msg`At most 150 million multiply-adds and a published top-1 above 69%: which of the eight networks, at which width?`,
      link: { path: '/compare', query: { nets: 'shufflenet-v1,shufflenet-v2,mobilenet-v1:width=0.5' } },
      answer: ({ exact, fixed }) => {
        const v2 = published('shufflenet-v2');
        const [macs, top1] = [exact(v2.macs), fixed(v2.published?.top1 ?? Number.NaN, 1)];
        const [v1, narrow] = [published('shufflenet-v1'), narrowV1()];
        const [v1Macs, narrowMacs] = [exact(v1.macs), exact(narrow.macs)];
        const share = (row: SummaryRow): string => fixed(row.published?.top1 ?? Number.NaN, 1);
        const [v1Top1, narrowTop1] = [share(v1), share(narrow)];
        return msg`ShuffleNet V2 at 1×: ${macs} multiply-adds and ${top1}%. ShuffleNet V1 at 1× has ${v1Macs}, but ${v1Top1}%; MobileNet V1 at 0.5× has ${narrowMacs}, more than ShuffleNet V2, and ${narrowTop1}%.`;
      },
    },
    {
      kind: 'paper',
      id: 'summary/e2',
      question: msg`Your chip has no depthwise kernel and runs such layers as standard convolutions. Which of the eight would you take, and why?`,
      answer: msg`SqueezeNet: it is the only one without a depthwise layer, so its count holds on that chip. Every other one would do many times the multiply-adds of its table.`,
    },
    {
      kind: 'paper',
      id: 'summary/e3',
      question: msg`Guess the order of three networks by latency, then race them on this device. Explain each pair that comes out in the wrong order by one guideline of ShuffleNet V2.`,
      link: {
        path: '/race',
        query: { nets: 'squeezenet-everyday64,mobilenet-v2-everyday64,shufflenet-v2-everyday64' },
      },
      answer: ({ short }) => {
        const costs = [shuffleNetV2, squeezeNet, mobileNetV2].map((model) =>
          costOf(builtGraph(model, { ...everyday, ...(model === squeezeNet && { version: '1.1' }) })),
        );
        const [shuffleMacs = '', squeezeMacs = '', mobileMacs = ''] = costs.map(({ macs }) => short(macs));
        const [shuffleMoved = '', squeezeMoved = '', mobileMoved = ''] = costs.map((cost) => short(cost.memoryAccess));
        return msg`Multiply-adds: ShuffleNet V2 ${shuffleMacs}, SqueezeNet ${squeezeMacs}, MobileNet V2 ${mobileMacs}. Elements moved: ${shuffleMoved}, ${squeezeMoved}, ${mobileMoved}. Where SqueezeNet does better than its multiply-adds, it has few layers (G3) and few element-wise operations (G4).`;
      },
    },
  ],
  keyPoints: [
    msg`Params, multiply-adds and memory access rank networks differently.`,
    msg`Light networks do little work for each element that they move.`,
    msg`State the convention, name the device, measure.`,
  ],
} as const satisfies Lesson;

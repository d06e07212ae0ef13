import { msg } from '@lingui/core/macro';
import type { Lesson } from '../../../course/lesson';
import { groupedStack } from '../../../nets/explorables/groupedStack';
import { comparedUnit, shuffleUnitsV1 } from '../../../nets/explorables/shuffleUnits';
import { graphOf } from '../../../nets/graph';
import { builtGraph } from '../../../nets/models/model';
import { shuffleNetV1 } from '../../../nets/models/shuffleNetV1';
import { contributorsOf } from '../../../nets/readings/contributors';
import { costOf, type Cost } from '../../../nets/readings/cost';
import { learnedExchangeOf, type ExchangeCost } from '../../../nets/readings/learnedExchange';
import { sharesOf } from '../../../nets/readings/shares';
import { subgraphOf } from '../../../nets/subgraph';
import { shuffledPositions } from '../../../viz/chapters/shuffleDrawing';
import { shuffleNetV1Checks } from './checks';

/** The shuffle that the questions are about, and the channel to follow. */
export const asked = { groups: 3, channelsPerGroup: 4, channel: 5 } as const;

const stage2 = { channels: 240, groups: 3, resolution: 28 } as const;

/** ResNet's bottleneck or the ShuffleNet unit in stage 2 of ShuffleNet 1x with three groups. */
export function stage2Unit(unit: 'resNet' | 'shuffleNet'): Cost {
  return costOf(graphOf(comparedUnit(unit, stage2)));
}

/** The unit of stage 2 as ShuffleNet 1x has it with so many groups. */
export function unitAtPaperWidth(groups: 1 | 3 | 8): Cost {
  const channels = { 1: 144, 3: 240, 8: 384 }[groups];
  return costOf(shuffleUnitsV1.graph({ figure: 'b', groups, channels, resolution: 28 }));
}

/** Channels of stage 2 of ShuffleNet 1x with so many groups. */
function stage2Width(groups: number): number {
  const unit = builtGraph(shuffleNetV1, { groups }).nodes.find(({ id }) => id === 'stage2.unit1.activation');
  return unit?.shape.channels ?? 0;
}

/** A stage 2 unit with so many groups, if its exchange were learned; `added` is the share of its multiply-adds that comes to it. */
export function learnedExchange(groups: number): (ExchangeCost & { readonly added: number }) | undefined {
  const unit = subgraphOf(builtGraph(shuffleNetV1, { groups }), 'stage2.unit2');
  const exchange = unit === undefined ? undefined : learnedExchangeOf(unit);
  if (exchange === undefined) return undefined;
  return { ...exchange, added: exchange.macs.learned / (exchange.macs.pointwise + exchange.macs.depthwise) };
}

/** How many input channels reach output channel 0. */
export function reached(stack: Parameters<typeof groupedStack>[0]): number {
  const graph = groupedStack(stack);
  return contributorsOf(graph, 0).get(graph.input.id)?.size ?? 0;
}

const mostMacs = 10e6;

export const shuffleNetV1Lesson = {
  path: '/shufflenet-v1',
  goals: [
    msg`Compute the multiply-adds of a unit: hw(2cm/g + 9m).`,
    msg`Trace which inputs reach an output, with and without the shuffle.`,
    msg`Argue why more groups are not free.`,
  ],
  needs: ['/counting', '/mobilenet-v1'],
  needsWords: msg`a residual shortcut: the input added to the result`,
  xray: { net: 'shufflenet-v1-everyday64', at: 'stage2.unit2' },
  predictions: {
    p1: {
      kind: 'choice',
      id: 'shufflenet-v1/p1',
      question: msg`Two grouped 1×1 convolutions in a row, 12 channels in 3 groups, nothing between them. How many input channels does one output see?`,
      options: [
        { value: '4', label: msg`4` },
        { value: '8', label: msg`8`, why: msg`Group A reads only what group A wrote, and that was made from group A.` },
        { value: '12', label: msg`12`, why: msg`Group A reads only what group A wrote: depth alone mixes nothing.` },
      ],
      answer: '4',
      why: msg`Its own group: 12 / 3 = 4 channels, after any number of layers.`,
      figure: 'shuffle',
    },
    p2: {
      kind: 'number',
      id: 'shufflenet-v1/p2',
      question: msg`The shuffle writes 3 groups of 4 channels as a table, a row a group, and reads it column by column. Counted from 0: where does channel 5 land?`,
      form: 'count',
      most: asked.groups * asked.channelsPerGroup - 1,
      answer: () => shuffledPositions(asked)[asked.channel] ?? 0,
      misses: [
        { said: 5, why: msg`Only the first and the last channel stay where they are.` },
        { said: 9, why: msg`A rotation would move whole groups. Here rows become columns.` },
        { said: 10, why: msg`Rows become columns: the row number is counted last.` },
      ],
      why: msg`Channel 5 is in row 1 and column 1. Read by columns it follows the 3 channels of column 0 and the one above it: 1 × 3 + 1.`,
      figure: 'shuffle',
    },
    p3: {
      kind: 'number',
      id: 'shufflenet-v1/p3',
      question: msg`From ResNet’s bottleneck to the ShuffleNet unit with three groups, 240 channels on a 28×28 map: how many times fewer multiply-adds?`,
      form: 'times',
      decimals: 1,
      answer: () => stage2Unit('resNet').macs / stage2Unit('shuffleNet').macs,
      misses: [
        {
          said: 3,
          why: msg`Only the 1×1 convolutions became three times cheaper. The 3×3 became depthwise: 9m² = 32,400 a pixel became 9m = 540.`,
        },
        {
          said: 9,
          why: msg`The 3×3 became 60 times cheaper and the 1×1 three times. Weigh both by what they cost before.`,
        },
      ],
      why: ({ exact }) => {
        const [before, after] = [exact(stage2Unit('resNet').macs), exact(stage2Unit('shuffleNet').macs)];
        return msg`${before} became ${after}: a third of the 1×1, and nearly nothing of the 3×3.`;
      },
      figure: 'unit',
    },
    p4: {
      kind: 'order',
      id: 'shufflenet-v1/p4',
      question: msg`Units with 1, 3 and 8 groups, each as wide as the paper makes it for the same multiply-adds. Which moves the fewest elements, which the most?`,
      items: ([8, 1, 3] as const).map((groups) => ({
        value: `g${groups}` as const,
        label: msg`g = ${groups}`,
        detail: movedText(groups),
      })),
      ends: [msg`fewest`, msg`most`],
      answer: ['g1', 'g3', 'g8'],
      misses: [
        {
          said: ['g8', 'g3', 'g1'],
          why: msg`Multiply-adds are about equal, channels are not: more groups buy wider maps.`,
        },
      ],
      why: msg`The saved multiply-adds were spent on channels, and every op reads and writes all of them.`,
      figure: 'unit',
    },
    p5: {
      kind: 'choice',
      id: 'shufflenet-v1/p5',
      question: msg`8 groups of 3 channels, one unit with a shuffle. How many of the 24 input channels reach output channel 0?`,
      options: [
        { value: '3', label: msg`3`, why: msg`That is without the shuffle: its own group.` },
        { value: '9', label: msg`9` },
        {
          value: '24',
          label: msg`24`,
          why: msg`A new group has room for only 3 channels, so for 3 of the 8 old groups.`,
        },
      ],
      answer: '9',
      why: msg`The second convolution reads 3 channels. The shuffle took them from 3 different groups, and each of those read its own 3 inputs. After a second unit it is all 24.`,
      figure: 'reach',
    },
    p6: {
      kind: 'number',
      id: 'shufflenet-v1/p6',
      question: ({ exact }) =>
        msg`Without groups, stage 2 of ShuffleNet has ${exact(stage2Width(1))} channels. With 8 groups, how many can it have for about the same multiply-adds?`,
      form: 'count',
      answer: () => stage2Width(8),
      misses: [
        {
          said: 8 * stage2Width(1),
          why: msg`Both ends of a 1×1 get wider, so 8 times fewer multiply-adds buy √8 times the width.`,
        },
        {
          said: stage2Width(1),
          why: msg`The 1×1 convolutions have become eight times cheaper, and that is spent on width.`,
        },
      ],
      why: ({ fixed }) => {
        const times = fixed(stage2Width(8) / stage2Width(1), 2);
        return msg`${times}×: width counts squared in a 1×1, so 8 groups buy about √8, or 2.83, times the channels; the depthwise layers take the rest.`;
      },
    },
    p7: {
      kind: 'number',
      id: 'shufflenet-v1/p7',
      question: msg`A trained 1×1 convolution without groups takes the place of the shuffle in a stage 2 unit with 8 groups. By how many per cent do the unit’s multiply-adds grow?`,
      form: 'percent',
      decimals: 0,
      answer: () => 100 * (learnedExchange(8)?.added ?? 0),
      misses: [
        {
          said: 50,
          why: msg`It would be a third 1×1 beside two, if those were as dense. But they have 8 groups.`,
        },
        { said: 12.5, why: msg`An eighth is what groups leave of a 1×1; this one has none.` },
        { said: 0, why: msg`That is the shuffle: a fixed order without weights. A trained exchange multiplies.` },
      ],
      why: msg`Without groups every channel is joined to every other. Each of the unit’s own 1×1 convolutions is four times as wide at one end and has 8 groups, so both together cost as much as this one. The depthwise layer comes on top.`,
    },
  },
  checks: shuffleNetV1Checks,
  exercises: [
    {
      kind: 'sliders',
      id: 'shufflenet-v1/e1',
      question: msg`Build a unit with stride 1 on a 28×28 map that has at least 384 channels and takes at most 10 million multiply-adds. Then read off its memory access.`,
      explorable: shuffleUnitsV1,
      fixed: { figure: 'b', resolution: 28 },
      free: { groups: msg`Groups g`, channels: msg`Channels c` },
      start: { groups: 3, channels: 240 },
      isSolved: ({ channels }, { macs }) => Number(channels) >= 384 && macs <= mostMacs,
      solution: { groups: 8, channels: 384 },
      answer: ({ exact }) => {
        const at = (groups: number): Cost =>
          costOf(shuffleUnitsV1.graph({ figure: 'b', groups, channels: 384, resolution: 28 }));
        const [solved, moved, four] = [exact(at(8).macs), exact(at(8).memoryAccess), exact(at(4).macs)];
        return msg`Eight groups and 384 channels: ${solved} multiply-adds, but ${moved} elements moved. With four groups it would be ${four} multiply-adds.`;
      },
    },
    {
      kind: 'paper',
      id: 'shufflenet-v1/e2',
      question: msg`g = 8 groups of n = 3 channels. After how many units with a shuffle does every output see every input? And without any shuffle?`,
      answer: msg`After two: one unit reaches 3 groups, two reach min(8, 3²) = 8, all of them. Without a shuffle, never.`,
    },
    {
      kind: 'paper',
      id: 'shufflenet-v1/e3',
      question: msg`Time ShuffleNet V1 layer by layer. What share of the memory access have the parts without a single multiply-add, and what share of the time on this device?`,
      link: { path: '/layers', query: { net: 'shufflenet-v1', level: 'layers', sort: 'time' } },
      answer: ({ percent }) => {
        const cost = costOf(builtGraph(shuffleNetV1));
        const idle = sharesOf(cost, ({ macs }) => (macs === 0 ? 'idle' : undefined))[0];
        const moved = percent(idle?.memoryAccessShare ?? 0);
        return msg`${moved} of the memory access. The time is your own. A part that runs inside the convolution before it has no row: then its time is in that row.`;
      },
    },
  ],
  keyPoints: [
    msg`Once the 3×3 is depthwise, the 1×1 convolutions are nearly everything; groups divide them by g.`,
    msg`Groups need an exchange. A fixed shuffle makes it without weights and without multiply-adds.`,
    msg`The saved multiply-adds were spent on width, and width is memory access.`,
  ],
} as const satisfies Lesson;

function movedText(groups: 1 | 3 | 8) {
  return ({ exact }: { readonly exact: (value: number) => string }) => {
    const moved = exact(unitAtPaperWidth(groups).memoryAccess);
    return msg`${moved} elements`;
  };
}

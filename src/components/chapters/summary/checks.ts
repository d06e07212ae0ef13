import { msg } from '@lingui/core/macro';
import type { Check } from '../../../course/check';
import { largeTop1ByRecipe } from '../../../nets/papers/mobileNetV3';
import type { Random } from '../../../course/random';
import { asPublished, published, type SummaryRow } from './summaryRows';

export const summaryChecks = [
  {
    kind: 'computed',
    id: 'summary/q1',
    draw: (random) => {
      const { model, params } = drawn(random, asPublished);
      const { name } = model;
      const answer = params / 1e6;
      return {
        question: ({ exact }) =>
          msg`${name} has ${exact(params)} params. How large is its file with 8-bit weights, in MB?`,
        answer,
        closed: params / 10 ** 6,
        decimals: 2,
        unit: 'MB',
        misses: [
          { said: 4 * answer, why: msg`That is float32: four bytes a param. Eight bits are one byte.` },
          { said: 8 * answer, why: msg`Those are megabits.` },
        ],
        why: ({ exact, fixed }) =>
          msg`One byte a param: ${exact(params)} / 10⁶ = ${fixed(answer, 2)} MB, without names and scales.`,
      };
    },
  },
  {
    kind: 'computed',
    id: 'summary/q2',
    draw: (random) => {
      const { model, macs, memoryAccess, intensity } = drawn(random, asPublished);
      const { name } = model;
      return {
        question: ({ exact }) =>
          msg`${name} has ${exact(macs)} multiply-adds and moves ${exact(memoryAccess)} elements. How many multiply-adds for each element?`,
        answer: intensity,
        closed: macs / memoryAccess,
        decimals: 1,
        misses: [{ said: memoryAccess / macs, why: msg`The other way round: divide by the elements.` }],
        why: ({ fixed }) => msg`Multiply-adds / elements = ${fixed(intensity, 1)}.`,
      };
    },
  },
  {
    kind: 'computed',
    id: 'summary/q3',
    draw: (random) => {
      const [first, second] = twoOf(random);
      const [a, b] = [first.model.name, second.model.name];
      const answer = first.macs / second.macs;
      return {
        question: ({ exact }) =>
          msg`${a} has ${exact(first.macs)} multiply-adds, ${b} ${exact(second.macs)}. How many times as many has ${a}?`,
        form: 'times',
        answer,
        closed: first.macs / second.macs,
        decimals: 2,
        misses: [{ said: 1 / answer, why: msg`That is the other network against this one.` }],
        why: ({ exact, fixed }) => msg`${exact(first.macs)} / ${exact(second.macs)} = ${fixed(answer, 2)}.`,
      };
    },
  },
  {
    kind: 'truth',
    id: 'summary/q4',
    statement: msg`A newer network of the eight has fewer params.`,
    isTrue: false,
    why: ({ short }) => {
      const [v3, v2] = [short(published('mobilenet-v3').params), short(published('mobilenet-v2').params)];
      return msg`MobileNet V3-Large has ${v3}, V2 has ${v2}: its gates and its tail cost params, and save or hardly cost multiply-adds.`;
    },
  },
  {
    kind: 'truth',
    id: 'summary/q5',
    statement: msg`Two published top-1 differ by one point, so one structure is better.`,
    isTrue: false,
    why: ({ percent }) => {
      const [first, second] = [percent(largeTop1ByRecipe.v1 / 100, 1), percent(largeTop1ByRecipe.v2 / 100, 1)];
      return msg`One graph, trained by two recipes, differs by more: MobileNet V3-Large has ${first} and ${second} with two sets of torchvision’s weights.`;
    },
  },
  {
    kind: 'choice',
    id: 'summary/q6',
    question: msg`A network waits for memory on your device. What do you look at first?`,
    options: [
      { value: 'maps', label: msg`Its widest maps and its element-wise ops` },
      { value: 'macs', label: msg`Its multiply-adds`, why: msg`The processor already has too little to do.` },
      { value: 'params', label: msg`Its params`, why: msg`On large maps they are the small part of what moves.` },
    ],
    answer: 'maps',
    why: msg`They are read and written, and bring little or no arithmetic.`,
  },
  {
    kind: 'choice',
    id: 'summary/q7',
    question: msg`Which of these does no column of the table show?`,
    options: [
      { value: 'peak', label: msg`How much is held at one time`, why: msg`Peak activations do.` },
      { value: 'recipe', label: msg`How the network was trained` },
      { value: 'stored', label: msg`How large its file is`, why: msg`Params do, times the bytes of each.` },
    ],
    answer: 'recipe',
    why: msg`Nor does it say whether a network survives 8 bits, or what a chip can run.`,
  },
] as const satisfies readonly Check[];

/** Two networks, the one with more multiply-adds first. */
function twoOf(random: Random): readonly [SummaryRow, SummaryRow] {
  const first = drawn(random, asPublished);
  const second = drawn(
    random,
    asPublished.filter((other) => other !== first),
  );
  return first.macs > second.macs ? [first, second] : [second, first];
}

function drawn(random: Random, [first, ...others]: readonly SummaryRow[]): SummaryRow {
  if (first === undefined) throw new Error('summary: no network to draw');
  return random.pick([first, ...others]);
}

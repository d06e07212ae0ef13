import { expect, test } from 'vitest';
import { explorables } from '../../nets/explorables/index';
import type { Choice } from '../../nets/parameter';

const sources = import.meta.glob<string>('./*/*.tsx', { eager: true, query: '?raw', import: 'default' });

/** An object literal of numbers and words; undefined where it is computed. */
function choiceOf(literal: string): Choice | undefined {
  const entries = literal
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => /^(\w+): (?:'([^']*)'|(-?[\d_.]+))$/.exec(part));
  const read = entries.flatMap((entry): [string, string | number][] => {
    const [, name = '', word, number = ''] = entry ?? [];
    return entry === null ? [] : [[name, word ?? Number(number.replaceAll('_', ''))]];
  });
  return read.length === entries.length ? Object.fromEntries(read) : undefined;
}

/** Whose values are powers of a rule, and no block's. */
const others = ['./efficientNet/ScalingSection.tsx'];

/** What the prompts at blocks set: each file with the values of a press. */
const presses = Object.entries(sources)
  .filter(([path, source]) => source.includes('xploration') && !others.includes(path))
  .flatMap(([path, source]) =>
    [...source.matchAll(/\bchoose\(\{([^}]*)\}\)/g)].flatMap(([, literal = '']) => {
      const choice = choiceOf(literal);
      return choice === undefined ? [] : [[path, choice] as const];
    }),
  );

test.each(presses)('a press in %s leads to values that its block has: %j', (_, choice) => {
  const fits = explorables.filter((explorable) => {
    const { values } = explorable.at(choice);
    return Object.entries(choice).every(([name, value]) => Object.hasOwn(values, name) && values[name] === value);
  });
  expect(fits.length).toBeGreaterThan(0);
});

test('most presses of the chapters are looked at', () => {
  expect(presses.length).toBeGreaterThan(40);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explorables } from './explorables/index';
import { catalogue } from './models/index';
import type { Choice, Parameter, ParameterSet } from './parameter';
import {
  defaultsOf,
  legalNumbers,
  listedValues,
  movedValues,
  nearestChoice,
  parametersBesides,
  parseChoice,
  sliderStops,
} from './parameter';
import { failure, success } from './result';
import { commonDivisors } from './steps';

const declared = {
  channels: { kind: 'number', default: 12, values: [4, 6, 12, 24] },
  groups: { kind: 'number', default: 3, values: (chosen) => commonDivisors(chosen('channels')) },
  width: { kind: 'range', default: 1, minimum: 0.1, maximum: 2, step: 0.05, role: 'width' },
  repeats: { kind: 'integer', default: 8, minimum: 0, maximum: 16 },
  version: { kind: 'choice', default: '1.0', values: ['1.0', '1.1'], role: 'structure' },
} satisfies ParameterSet;

/** Every set of parameters in the app, and one with a parameter of each kind. */
const sets: readonly (readonly [string, ParameterSet])[] = [
  ['one of each kind', declared],
  ...catalogue.map(({ id, options }) => [id, options] as const),
  ...explorables.map(({ id, knobs }) => [`knobs of ${id}`, knobs] as const),
];

/** Whether a value is legal by the definition of its parameter's kind, given the values before it. */
function isLegal(parameter: Parameter, value: number | string | undefined, values: Choice): boolean {
  if (parameter.kind === 'choice') return typeof value === 'string' && parameter.values.includes(value);
  if (typeof value !== 'number') return false;
  if (parameter.kind === 'number') return legalNumbers(parameter, values).includes(value);
  const isWithin = value >= parameter.minimum && value <= parameter.maximum;
  return isWithin && (parameter.kind === 'range' || Number.isInteger(value));
}

/** What somebody may ask for: a legal value or its text, a number between or beyond the legal ones, a word, nothing. */
function wishFor(parameter: Parameter): fc.Arbitrary<number | string | undefined> {
  const numbers =
    parameter.kind === 'integer' || parameter.kind === 'range' ? [parameter.minimum, parameter.maximum] : [];
  const known = [parameter.default, ...(listedValues(parameter, { channels: 24, groups: 1 }) ?? []), ...numbers];
  return fc.oneof(
    fc.constantFrom(...known),
    fc.constantFrom(...known).map(String),
    fc.integer({ min: -10, max: 2000 }),
    fc.double({ min: -1, max: 20, noNaN: true }),
    fc.constantFrom('wide', '', ' ', '1e99', NaN, Infinity),
    fc.constant(undefined),
  );
}

function wishes(parameters: ParameterSet): fc.Arbitrary<Choice> {
  const names = Object.keys(parameters);
  return fc
    .tuple(...Object.values(parameters).map(wishFor))
    .map((wanted) =>
      Object.fromEntries(
        wanted.flatMap((value, index) => (value === undefined ? [] : [[names[index] ?? '', value] as const])),
      ),
    );
}

/** A wish in the type of its parameter: text becomes a number for a number. */
function readAs(parameter: Parameter, value: number | string): number | string {
  if (parameter.kind === 'choice') return String(value);
  return String(value).trim() === '' ? value : Number(value);
}

function areLegal(parameters: ParameterSet, values: Choice): boolean {
  return Object.entries(parameters).every(([name, parameter]) => isLegal(parameter, values[name], values));
}

describe.each(sets)('%s', (name, parameters) => {
  const every = { numRuns: name === 'one of each kind' ? 300 : 20 };

  test('nearest always returns legal values', () => {
    fc.assert(
      fc.property(wishes(parameters), (wanted) => areLegal(parameters, nearestChoice(parameters, wanted))),
      every,
    );
  });

  test('nearest keeps legal values, as numbers or as text', () => {
    fc.assert(
      fc.property(wishes(parameters), (wanted) => {
        const legal = nearestChoice(parameters, wanted);
        const texts = Object.fromEntries(Object.entries(legal).map(([each, value]) => [each, String(value)]));
        expect([nearestChoice(parameters, legal), nearestChoice(parameters, texts)]).toEqual([legal, legal]);
      }),
      every,
    );
  });

  test('strict accepts exactly the legal values, and fills in the rest', () => {
    fc.assert(
      fc.property(wishes(parameters), (wanted) => {
        const values = nearestChoice(parameters, wanted);
        const isAccepted = Object.entries(parameters).every(([each, parameter]) => {
          const wish = wanted[each];
          return wish === undefined || isLegal(parameter, readAs(parameter, wish), values);
        });
        const parsed = parseChoice(parameters, wanted);
        expect(parsed.ok).toBe(isAccepted);
        if (parsed.ok) expect(parsed.value).toEqual(values);
        expect(parseChoice(parameters, values)).toEqual(success(values));
      }),
      every,
    );
  });

  test('no legal number is nearer to the wish than the one taken', () => {
    fc.assert(
      fc.property(wishes(parameters), (wanted) => {
        const values = nearestChoice(parameters, wanted);
        return Object.entries(parameters).every(([each, parameter]) => {
          const wish = Number(wanted[each]);
          if (parameter.kind !== 'number' || !Number.isFinite(wish)) return true;
          const distance = Math.abs(Number(values[each]) - wish);
          return legalNumbers(parameter, values).every((legal) => Math.abs(legal - wish) >= distance);
        });
      }),
      every,
    );
  });

  test('a slider has ascending legal stops, the chosen value among them', () => {
    fc.assert(
      fc.property(wishes(parameters), (wanted) => {
        const values = nearestChoice(parameters, wanted);
        return Object.entries(parameters).every(([each, parameter]) => {
          if (parameter.kind === 'choice') return true;
          const stops = sliderStops(each, parameter, values);
          const isAscending = stops.every((stop, index) => index === 0 || stop > (stops[index - 1] ?? stop));
          const isChosenThere = stops.some((stop) => stop === values[each]);
          return isAscending && isChosenThere && stops.every((stop) => isLegal(parameter, stop, values));
        });
      }),
      every,
    );
  });
});

describe('strict', () => {
  test.each([
    [{ groups: 5 }, 'groups: no such value (got 5, wanted 1, 2, 3, 4, 6 or 12)'],
    [{ channels: 4, groups: 3 }, 'groups: no such value (got 3, wanted 1, 2 or 4)'],
    [{ width: 2.5 }, 'width: no such value (got 2.5, wanted a number from 0.1 to 2)'],
    [{ repeats: '1.5' }, 'repeats: no such value (got 1.5, wanted a whole number from 0 to 16)'],
    [{ version: 1 }, 'version: no such value (got 1, wanted 1.0 or 1.1)'],
    [{ repeats: '' }, 'repeats: no such value (got , wanted a whole number from 0 to 16)'],
    [{ depth: 3 }, 'depth: no such option here (wanted channels, groups, width, repeats or version)'],
  ])('refuses %o with the legal values', (wanted: Choice, sentence) => {
    expect(parseChoice(declared, wanted)).toEqual(failure(sentence));
  });

  test('names the first value that is wrong', () => {
    expect(parseChoice(declared, { version: '2', channels: 7, groups: 5 })).toMatchObject({
      error: 'channels: no such value (got 7, wanted 4, 6, 12 or 24)',
    });
  });
});

test('nearest follows the parameters that a parameter depends on, and reads nonsense as the default', () => {
  expect(nearestChoice(declared, { channels: 5, groups: 3, width: 9, repeats: 2.4, version: '7' })).toEqual({
    channels: 4,
    groups: 2,
    width: 2,
    repeats: 2,
    version: '1.0',
  });
  expect(nearestChoice(declared, { channels: 'what', width: 'wide' })).toEqual(defaultsOf(declared));
});

test('what the nearest policy moves is told with what it takes and what is legal', () => {
  expect(movedValues(declared, { width: '99', repeats: '2', version: '7', channels: 12 })).toEqual([
    { name: 'width', got: '99', used: 2, legal: { kind: 'range', minimum: 0.1, maximum: 2, isWhole: false } },
    { name: 'version', got: '7', used: '1.0', legal: { kind: 'values', values: ['1.0', '1.1'] } },
  ]);
});

test('a number that other values would allow counts as taken: a slider may have left it', () => {
  expect(movedValues(declared, { channels: 12, groups: '5' })).toEqual([]);
  expect(movedValues(declared, { channels: 12, groups: '99' }).map(({ used }) => used)).toEqual([12]);
});

test('parameters can be selected by role', () => {
  const others = parametersBesides(declared, ['width', 'structure']);
  expect(others.map(([name]) => name)).toEqual(['channels', 'groups', 'repeats']);
});

test('what every object inherits is no option', () => {
  for (const name of ['__proto__', 'constructor', 'toString']) {
    const choice = parseChoice(declared, Object.fromEntries([[name, '1']]));
    expect(choice.ok ? '' : choice.error).toMatch(`${name}: no such option here`);
  }
});

test('a parameter with a single legal number takes that number, and its default only where none is legal', () => {
  const values = {
    kind: 'number',
    default: 8,
    values: (chosen: (name: string) => number) => [3, 5].slice(chosen('from')),
  } as const;
  expect(legalNumbers(values, { from: 0 })).toEqual([3, 5]);
  expect(legalNumbers(values, { from: 1 })).toEqual([5]);
  expect(legalNumbers(values, { from: 2 })).toEqual([8]);
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elementCount } from '../op';
import type { Explorable } from './explorable';
import type { Choice } from '../parameter';
import { legalNumbers, nearestChoice, parseChoice } from '../parameter';
import { success } from '../result';
import { explorables } from './index';

/** Any value for every knob, legal or not, as an address may have. */
function wishes(explorable: Explorable): fc.Arbitrary<Choice> {
  const wish: Record<string, fc.Arbitrary<number | string>> = {};
  for (const [name, knob] of Object.entries(explorable.knobs)) {
    wish[name] =
      knob.kind === 'choice'
        ? fc.constantFrom(...knob.values)
        : fc.oneof(fc.integer({ min: -10, max: 2000 }), fc.constant('what'));
  }
  return fc.record(wish);
}

describe.each(explorables.map((explorable) => [explorable.id, explorable] as const))('%s', (_, explorable) => {
  it('builds at the nearest legal values for any address', () => {
    fc.assert(
      fc.property(wishes(explorable), (wish) => {
        const { values, block } = explorable.at(wish);
        expect(elementCount(block.output.shape)).toBeGreaterThan(0);
        expect(parseChoice(explorable.knobs, values)).toEqual(success(values));
      }),
      { numRuns: 60 },
    );
  });

  it('has legal defaults', () => {
    const values = nearestChoice(explorable.knobs, {});
    for (const [name, knob] of Object.entries(explorable.knobs))
      expect([name, values[name]]).toEqual([name, knob.default]);
  });

  it('offers ascending values without duplicates', () => {
    const values = nearestChoice(explorable.knobs, {});
    for (const knob of Object.values(explorable.knobs)) {
      if (knob.kind !== 'number') continue;
      const legal = legalNumbers(knob, values);
      expect(legal).toEqual([...new Set(legal)].sort((a, b) => a - b));
    }
  });
});

describe('explorables', () => {
  it('have unique ids', () => {
    const ids = explorables.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

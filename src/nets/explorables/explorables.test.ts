import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elementCount } from '../op';
import type { Explorable, KnobValues } from './explorable';
import { commonDivisors, legalNumbers, settle, steps } from './explorable';
import { explorables } from './index';

/** Any wish for every knob, legal or not: what an address may hold. */
function wishes(explorable: Explorable): fc.Arbitrary<KnobValues> {
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
  it('builds for every wish, once it is settled on legal values', () => {
    fc.assert(
      fc.property(wishes(explorable), (wish) => {
        const values = settle(explorable.knobs, wish);
        expect(elementCount(explorable.graph(values).output.shape)).toBeGreaterThan(0);
        explorable.replaced?.(values);
        expect(settle(explorable.knobs, values)).toEqual(values);
      }),
      { numRuns: 60 },
    );
  });

  it('has legal defaults', () => {
    const values = settle(explorable.knobs, {});
    for (const [name, knob] of Object.entries(explorable.knobs))
      expect([name, values[name]]).toEqual([name, knob.default]);
  });

  it('offers ascending values without doubles', () => {
    const values = settle(explorable.knobs, {});
    for (const knob of Object.values(explorable.knobs)) {
      if (knob.kind !== 'number') continue;
      const legal = legalNumbers(knob, values);
      expect(legal).toEqual([...new Set(legal)].sort((a, b) => a - b));
    }
  });
});

describe('explorables', () => {
  it('have ids of their own', () => {
    const ids = explorables.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('commonDivisors', () => {
  it('are the legal groups of a convolution', () => {
    expect(commonDivisors(24, 36)).toEqual([1, 2, 3, 4, 6, 12]);
  });
});

describe('steps', () => {
  it('include both ends and carry no binary dust', () => {
    expect(steps(0.1, 0.3, 0.1)).toEqual([0.1, 0.2, 0.3]);
  });
});

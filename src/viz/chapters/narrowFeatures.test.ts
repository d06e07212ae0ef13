import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { activated, channelValues, expectedCollapse, narrowActivations, narrowFeaturesOf } from './narrowFeatures';

const anyExperiment = fc.record({
  dimensions: fc.integer({ min: 2, max: 30 }),
  seed: fc.integer({ min: 1, max: 9999 }),
  radius: fc.constantFrom(1, 3, 6),
});

test('without an activation every point is recovered', () => {
  fc.assert(
    fc.property(anyExperiment, (options) => {
      const { original, outcomes } = narrowFeaturesOf(options);
      expect(outcomes.linear.recoverable).toBe(1);
      expect(outcomes.linear.explained).toBeCloseTo(1, 9);
      for (const [index, point] of original.entries()) {
        expect(outcomes.linear.points[index]?.x).toBeCloseTo(point.x, 6);
        expect(outcomes.linear.points[index]?.y).toBeCloseTo(point.y, 6);
      }
    }),
    { numRuns: 40 },
  );
});

describe('a point is lost exactly when other points of the plane give the same channels', () => {
  /** Whether some small step away from the point changes no activated channel. */
  function hasTwin(
    values: readonly number[],
    directions: readonly { readonly x: number; readonly y: number }[],
    activation: 'relu' | 'relu6',
  ) {
    const step = 1e-7;
    // If one channel passes, only steps along its zero line change nothing; if none does, every step.
    const steps = directions.flatMap(({ x, y }) => {
      const length = Math.hypot(x, y);
      return [{ x: (-y / length) * step, y: (x / length) * step }];
    });
    return steps.some((move) =>
      directions.every((direction, index) => {
        const before = values[index] ?? 0;
        const after = before + move.x * direction.x + move.y * direction.y;
        return Math.abs(activated(activation, after) - activated(activation, before)) < 1e-13;
      }),
    );
  }

  test.each(['relu', 'relu6'] as const)('%s', (activation) => {
    for (const seed of [1, 2, 3]) {
      const { original, directions, outcomes } = narrowFeaturesOf({ dimensions: 4, seed, radius: 5, pointCount: 60 });
      for (const [index, point] of original.entries()) {
        const values = directions.flatMap((direction) => channelValues([point], direction));
        expect(outcomes[activation].collapsed[index]).toBe(hasTwin(values, directions, activation));
      }
    }
  });
});

test('over many matrices ReLU loses (n + 1) / 2^n of the points', () => {
  for (const dimensions of [2, 3, 5, 8]) {
    const runs = 400;
    let lost = 0;
    for (let seed = 1; seed <= runs; seed += 1)
      lost += 1 - narrowFeaturesOf({ dimensions, seed, radius: 3 }).outcomes.relu.recoverable;
    expect(lost / runs).toBeCloseTo(expectedCollapse(dimensions), 1.4);
  }
});

test('ReLU6 equals ReLU while nothing exceeds 6, and loses more once many values do', () => {
  const small = narrowFeaturesOf({ dimensions: 6, seed: 4, radius: 1 }).outcomes;
  expect(small.relu6.points).toEqual(small.relu.points);
  const large = narrowFeaturesOf({ dimensions: 6, seed: 4, radius: 30 }).outcomes;
  expect(large.relu6.recoverable).toBeLessThan(large.relu.recoverable);
});

test('every measure is a fraction', () => {
  fc.assert(
    fc.property(anyExperiment, (options) => {
      const { outcomes } = narrowFeaturesOf(options);
      for (const activation of narrowActivations) {
        const { recoverable, explained } = outcomes[activation];
        for (const measure of [recoverable, explained]) expect(measure >= 0 && measure <= 1).toBe(true);
      }
    }),
    { numRuns: 40 },
  );
});

import { describe, expect, it } from 'vitest';
import { catalogue } from '../models';
import { shuffleNetV1 } from '../models/shuffleNetV1';
import { costOf } from './cost';
import { memoryByKind } from './memoryKinds';

describe('memoryByKind', () => {
  it.each(catalogue.map((model) => [model.id, model] as const))('counts every element of %s', (_, model) => {
    const built = model.build({});
    if (!built.ok) throw new Error(built.error);
    const cost = costOf(built.value);
    const total = Object.values(memoryByKind(cost)).reduce((sum, part) => sum + part, 0);
    expect(total).toBe(cost.memoryAccess);
  });

  // Errata of the source tutorial, B14: at ~140M MACs the convolutions move 5.30M, 7.81M and 11.64M elements.
  it.each([
    [1, 5.3],
    [3, 7.81],
    [8, 11.64],
  ])('grows with the groups of ShuffleNet V1: g = %i', (groups, millions) => {
    const built = shuffleNetV1.build({ groups });
    if (!built.ok) throw new Error(built.error);
    expect(memoryByKind(costOf(built.value)).convolution / 1e6).toBeCloseTo(millions, 2);
  });
});

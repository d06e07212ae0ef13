import { describe, expect, it } from 'vitest';
import { add, channelShuffle, channelSlice, concat, globalAveragePool, input, scale } from '../build';
import { graphOf } from '../graph';
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

it('counts each kind of op where its memory goes: gates as activations, splits as concatenations', () => {
  const map = input({ height: 4, width: 4, channels: 8 });
  const [left, right] = [channelSlice('left', map, 0, 4), channelSlice('right', map, 4, 8)];
  const gated = scale('scale', left, globalAveragePool('pool', left));
  const shuffled = channelShuffle('shuffle', concat('concat', [gated, add('add', [left, right])]), 2);
  const cost = costOf(graphOf(shuffled));
  const of = (...ids: readonly string[]) =>
    cost.layers.filter(({ node }) => ids.includes(node.id)).reduce((sum, { memoryAccess }) => sum + memoryAccess, 0);
  expect(memoryByKind(cost)).toEqual({
    ...{ convolution: 0, activation: of('scale'), add: of('add'), shuffle: of('shuffle') },
    ...{ concat: of('left', 'right', 'concat'), pool: of('pool') },
  });
  // Two maps of 64 elements in and one out; a map, its gate of 4 and a map.
  expect([of('add'), of('scale')]).toEqual([64 + 64 + 64, 64 + 4 + 64]);
});

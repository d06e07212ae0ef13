import { describe, expect, it } from 'vitest';
import { fragmentStack } from '../explorables/guidelineStacks';
import { fragmentsOf } from './fragments';

describe('fragmentsOf', () => {
  it.each([
    ['one', { convolutions: 1, ops: 1, longestChain: 1 }],
    ['twoInSeries', { convolutions: 2, ops: 2, longestChain: 2 }],
    ['fourInSeries', { convolutions: 4, ops: 4, longestChain: 4 }],
    ['twoInParallel', { convolutions: 2, ops: 3, longestChain: 2 }],
    ['fourInParallel', { convolutions: 4, ops: 5, longestChain: 2 }],
  ] as const)('tells how %s is cut up', (structure, pieces) => {
    expect(fragmentsOf(fragmentStack({ channels: 128, structure, blocks: 1 }))).toEqual(pieces);
  });
});

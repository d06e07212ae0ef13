import { expect, test } from 'vitest';
import { mobileNetV3 } from '../models/mobileNetV3';
import { bottlenecksOf } from '../readings/bottlenecks';
import { netAdaptProposals } from './netAdaptProposals';

function largeBlocks() {
  const graph = mobileNetV3.build({});
  if (!graph.ok) throw new Error(graph.error);
  return bottlenecksOf(graph.value);
}

test('a block without an expansion has nothing to cut', () => {
  const ids = netAdaptProposals(largeBlocks(), 1e6).map(({ block }) => block.id);
  expect(ids).toHaveLength(14);
  expect(ids).not.toContain('block1');
});

test('a proposal saves enough, and a cut of 8 channels less would not', () => {
  // block8 is 14 x 14, 80 -> 200 -> 80 without squeeze-and-excite: a channel costs 196 * (80 + 9 + 80) multiply-adds.
  const perStep = 8 * 196 * (80 + 9 + 80);
  const proposal = netAdaptProposals(largeBlocks(), 2 * perStep - 1).find(({ block }) => block.id === 'block8');
  expect(proposal).toMatchObject({ expandedChannels: 200 - 16, savedMacs: 2 * perStep });
});

test('no proposal is made if no cut saves enough', () => {
  const proposals = netAdaptProposals(largeBlocks(), 1e9);
  expect(proposals.every(({ expandedChannels, savedMacs }) => expandedChannels === undefined && savedMacs === 0)).toBe(
    true,
  );
});

import { expect, test } from 'vitest';
import { mobileNetV1 } from '../models/mobileNetV1';
import { mobileNetV2 } from '../models/mobileNetV2';
import { mobileNetV3 } from '../models/mobileNetV3';
import type { Model } from '../models/model';
import { bottleneckRows, bottlenecksOf } from './bottlenecks';
import { costOf } from './cost';

function graphAt(model: Model, choice = {}) {
  const graph = model.build(choice);
  if (!graph.ok) throw new Error(graph.error);
  return graph.value;
}

test('MobileNet V2 has the seventeen bottlenecks of its Table 2, ten of them with a shortcut', () => {
  const blocks = bottlenecksOf(graphAt(mobileNetV2));
  expect(blocks.map(({ output }) => output.channels)).toEqual([
    16, 24, 24, 32, 32, 32, 64, 64, 64, 64, 96, 96, 96, 160, 160, 160, 320,
  ]);
  expect(blocks.filter(({ hasShortcut }) => hasShortcut)).toHaveLength(10);
  expect(blocks.filter(({ hasExpansion }) => !hasExpansion).map(({ id }) => id)).toEqual(['stage1.block1']);
  for (const { hasShortcut, stride, input, output } of blocks) {
    expect(hasShortcut).toBe(stride === 1 && input.channels === output.channels);
  }
});

test('squeeze-and-excite is in 8 of 15 blocks of V3-Large and 9 of 11 of V3-Small', () => {
  const squeezed = (size: string) =>
    bottlenecksOf(graphAt(mobileNetV3, { size })).map(({ squeezeChannels }) => squeezeChannels !== undefined);
  expect([squeezed('large').length, squeezed('large').filter(Boolean).length]).toEqual([15, 8]);
  expect([squeezed('small').length, squeezed('small').filter(Boolean).length]).toEqual([11, 9]);
});

test('a squeezed vector is a quarter of the expanded width, to a multiple of 8', () => {
  for (const { squeezeChannels, expandedChannels } of bottlenecksOf(graphAt(mobileNetV3))) {
    if (squeezeChannels === undefined) continue;
    expect(squeezeChannels % 8).toBe(0);
    expect(Math.abs(squeezeChannels - expandedChannels / 4)).toBeLessThan(8);
  }
});

test('the blocks and the layers around them add up to the total cost', () => {
  const graph = graphAt(mobileNetV3);
  const blocks = bottlenecksOf(graph);
  const around = costOf(graph).layers.filter(({ node }) => !blocks.some(({ id }) => node.id.startsWith(`${id}.`)));
  const sum = (items: readonly { readonly macs: number }[]) => items.reduce((total, { macs }) => total + macs, 0);
  expect(sum(blocks) + sum(around)).toBe(costOf(graph).macs);
});

test('a network without inverted residuals has none', () => {
  expect(bottlenecksOf(graphAt(mobileNetV1))).toEqual([]);
});

/** arXiv:1801.04381, Table 2: t is 1 in the first block and 6 in all others. arXiv:1905.02244, Table 2 for V3-Small. */
test('expansions, kernels and strides are those that the tables print', () => {
  const expansions = bottlenecksOf(graphAt(mobileNetV2)).map(({ expansion }) => expansion);
  expect(expansions).toEqual([1, ...Array.from({ length: 16 }, () => 6)]);
  const small = bottlenecksOf(graphAt(mobileNetV3, { size: 'small' }));
  expect(small.map(({ kernel }) => kernel)).toEqual([3, 3, 3, 5, 5, 5, 5, 5, 5, 5, 5]);
  expect(small.map(({ stride }) => stride)).toEqual([2, 2, 1, 2, 1, 1, 1, 1, 2, 1, 1]);
  expect(small.map(({ expandedChannels }) => expandedChannels)).toEqual([
    16, 72, 88, 96, 240, 240, 120, 144, 288, 576, 576,
  ]);
  expect(small.map(({ activation }) => activation)).toEqual([
    ...['relu', 'relu', 'relu'],
    ...Array.from({ length: 8 }, () => 'hardSwish'),
  ]);
  expect(small[1]?.expansion).toBe(72 / 16);
});

test('a saved block has each figure in the column of its name', () => {
  const [header = [], , second = []] = bottleneckRows(bottlenecksOf(graphAt(mobileNetV2)));
  expect(Object.fromEntries(header.map((name, column) => [String(name), second[column]]))).toMatchObject({
    ...{ block: 'stage2.block1', input: '112x112x16', output: '56x56x24', kernel: 3, stride: 2 },
    ...{ 'expanded channels': 96, shortcut: 'no', 'squeezed channels': '', activation: 'relu6' },
    // 16 x 96 + 9 x 96 + 96 x 24 weights, and a scale and shift for each of 96 + 96 + 24 channels.
    params: 1536 + 864 + 2304 + 2 * (96 + 96 + 24),
    MACs: 1536 * 112 * 112 + (864 + 2304) * 56 * 56,
  });
});

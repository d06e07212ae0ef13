import { expect, test } from 'vitest';
import { catalogue } from '../../nets/models/index';
import { builtGraph } from '../../nets/models/model';
import { mobileNetV2 } from '../../nets/models/mobileNetV2';
import { squeezeNet } from '../../nets/models/squeezeNet';
import { vgg16 } from '../../nets/models/vgg16';
import type { Model } from '../../nets/models/model';
import { costOf } from '../../nets/readings/cost';
import { networkParts } from '../../nets/readings/networkParts';
import { labelledParts, middleOf, shareBaseline, stripLayout } from './strip';

function stripOf(model: Model, cost: 'params' | 'macs' | 'memoryAccess' = 'memoryAccess', width = 1300) {
  const graph = builtGraph(model);
  return stripLayout(networkParts(costOf(graph).layers), cost, width);
}

function partOf(strip: ReturnType<typeof stripOf>, id: string) {
  const found = strip.parts.find(({ part }) => part.id === id);
  if (found === undefined) throw new Error(`${id}: no such part`);
  return found;
}

test('every network of the catalogue fills the width, without a part over another', () => {
  for (const model of catalogue) {
    const strip = stripOf(model);
    expect(strip.width, model.id).toBeGreaterThanOrEqual(1300);
    expect(strip.width, model.id).toBeLessThan(1330);
    for (const [index, { x, width }] of strip.parts.entries())
      expect(strip.parts[index + 1]?.x ?? strip.width, model.id).toBeGreaterThan(x + width);
  }
});

test('channels are as wide, and maps as high, as their numbers', () => {
  const strip = stripOf(mobileNetV2);
  const [head, last] = [partOf(strip, 'head'), partOf(strip, 'stage7.block1')];
  // Table 2 of the paper: 1280 channels, and 320 that are passed on.
  expect(head.width / (last.passed?.width ?? 0)).toBeCloseTo(1280 / 320);
  const highOf = (id: string): number => (224 * (partOf(strip, id).passed?.height ?? 0)) / strip.input.height;
  expect(highOf('stage1.block1')).toBeCloseTo(112);
  expect(highOf('stage3.block2')).toBeCloseTo(28);
  expect(highOf('stage6.block2')).toBeCloseTo(7);
});

test('a block that halves its map has a step, and one that adds its input has an arc', () => {
  const strip = stripOf(mobileNetV2);
  const [halves, adds] = [partOf(strip, 'stage2.block1'), partOf(strip, 'stage2.block2')];
  expect(halves.body.match(/v/g)).toHaveLength(4 - 1);
  expect(halves.arc).toBeUndefined();
  expect(adds.body.match(/v/g)).toHaveLength(1);
  expect(adds.arc).toMatch(/^M/);
});

test('a network that squeezes is narrow inside and wide where it passes on', () => {
  const fire = partOf(stripOf(squeezeNet), 'fire9');
  // Table 1: 64 channels inside, 512 out.
  expect((fire.passed?.x ?? 0) - fire.x - 1.5).toBeCloseTo((fire.passed?.width ?? 0) / 8);
});

test('bars are in proportion to the cost, and the strongest colour is the tallest bar', () => {
  const strip = stripOf(vgg16, 'params');
  const [large, small] = [partOf(strip, 'fc6'), partOf(strip, 'fc7')];
  // 102,764,544 and 16,781,312 params.
  expect(large.bar.height / small.bar.height).toBeCloseTo(102764544 / 16781312);
  expect(large.strength).toBe(1);
  expect(small.strength).toBeCloseTo(0.1 + 0.9 * Math.sqrt(16781312 / 102764544));
  expect(partOf(strip, 'stage1.pool').bar.height).toBe(0);
  expect(strip.parts.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
});

test('sizes of maps stand below the parts that make them, once each, where they fit', () => {
  expect(stripOf(mobileNetV2).sizes.map(({ mapHeight }) => mapHeight)).toEqual([56, 28, 14, 7, 1]);
});

test('the chosen share is written first, and none where it would touch another', () => {
  const strip = stripOf(mobileNetV2);
  const labelled = labelledParts(strip, (id) => id === 'stage5.block3');
  expect(labelled[0]?.part.id).toBe('stage5.block3');
  const xs = labelled.map(({ x, width }) => x + width / 2).toSorted((a, b) => a - b);
  expect(xs.length).toBeGreaterThan(1);
  for (const [index, x] of xs.slice(1).entries()) expect(x - (xs[index] ?? 0)).toBeGreaterThan(50);
});

test('a share beside taller bars stands above them', () => {
  for (const model of catalogue) {
    const strip = stripOf(model, 'macs', 760);
    for (const one of strip.parts)
      for (const { bar } of strip.parts)
        if (bar.x < middleOf(one) + 20 && bar.x + bar.width > middleOf(one) - 20)
          expect(shareBaseline(strip, one), `${model.id} ${one.part.id}`).toBeLessThan(bar.y);
  }
});

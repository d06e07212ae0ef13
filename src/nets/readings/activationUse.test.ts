import { expect, test } from 'vitest';
import { mobileNetV2 } from '../models/mobileNetV2';
import { mobileNetV3 } from '../models/mobileNetV3';
import type { Model } from '../models/model';
import { activationUsesOf } from './activationUse';

function usesOf(model: Model) {
  const graph = model.build({});
  if (!graph.ok) throw new Error(graph.error);
  return activationUsesOf(graph.value);
}

test('V3-Large applies h-swish in most layers but to a minority of the values, since it starts where maps are small', () => {
  const uses = new Map(usesOf(mobileNetV3).map((use) => [use.function, use]));
  // The first convolution, two in each of blocks 7 to 15, and two in the tail.
  expect(uses.get('hardSwish')?.layers).toBe(1 + 2 * 9 + 2);
  expect(uses.get('hardSwish')?.elementsShare).toBeLessThan(0.5);
  expect([...uses.values()].reduce((total, { elementsShare }) => total + elementsShare, 0)).toBeCloseTo(1, 12);
});

test('MobileNet V2 has only one activation function', () => {
  expect(usesOf(mobileNetV2)).toMatchObject([{ function: 'relu6', elementsShare: 1 }]);
});

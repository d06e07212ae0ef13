import { describe, expect, test } from 'vitest';
import { hasTrait } from '../../nets/op';
import { modelById } from '../../nets/models/index';
import { mobileNetV1 } from '../../nets/models/mobileNetV1';
import { mobileNetV2 } from '../../nets/models/mobileNetV2';
import { mobileNetV3 } from '../../nets/models/mobileNetV3';
import { builtGraph, type Model } from '../../nets/models/model';
import type { Choice } from '../../nets/parameter';
import { published } from '../../nets/papers/published';
import { valueOf } from '../fixtures/wasmExecutor';
import { candidates, type LayerSizes } from './candidates';

function sizesOf(model: Model, choice: Choice): LayerSizes {
  const layers = builtGraph(model, choice).nodes.filter(({ op }) => hasTrait(op, 'isWeightLayer'));
  const channels = layers.reduce((sum, { shape }) => sum + shape.channels, 0);
  return { count: layers.length, channels, classes: Number(choice['classes'] ?? 1000) };
}

const shapesOf = (model: Model, choice: Choice) => builtGraph(model, choice).nodes.map(({ shape }) => shape);

/** The first candidate that has the shapes of `choice`. */
function found(model: Model, choice: Choice): Choice | undefined {
  const wanted = JSON.stringify(shapesOf(model, choice));
  return candidates(model, {}, sizesOf(model, choice)).find(
    ({ options }) => JSON.stringify(shapesOf(model, { ...options, classes: choice['classes'] ?? 1000 })) === wanted,
  )?.options;
}

describe('the width of a file', () => {
  test.each([0.1, 0.35, 0.6, 0.62, 1 / 3, 0.875, 1.1, 1.4, 2])('is found from its channels: %d', (width) => {
    expect(found(mobileNetV2, { width })).toBeDefined();
    expect(found(mobileNetV1, { width, classes: 3 })).toBeDefined();
    expect(found(mobileNetV3, { width, size: 'small', implementation: 'torchvision' })).toBeDefined();
  });

  test('is the published one or the roundest of those that give the same channels', () => {
    expect(found(mobileNetV2, { width: 0.6 })).toMatchObject({ width: 0.6 });
    expect(found(mobileNetV2, { width: 0.351 })).toMatchObject({ width: 0.35 });
    expect(found(mobileNetV1, { width: 0.5 })).toMatchObject({ width: 0.5 });
  });

  test('goes with the release that rounds it so', () => {
    const small = { width: 0.5, size: 'small', tail: 'redesigned' };
    expect(found(mobileNetV3, { ...small, implementation: 'timm' })).toMatchObject({ implementation: 'timm' });
    expect(found(mobileNetV3, { ...small, implementation: 'paper' })).toMatchObject({ implementation: 'paper' });
    expect(found(mobileNetV3, { ...small, width: 1, implementation: 'timm' })).toMatchObject({
      implementation: 'paper',
    });
  });

  test('is found for every width that somebody published weights for', () => {
    for (const { net, options, otherStructure } of published) {
      if (options['width'] === undefined || otherStructure !== undefined) continue;
      const model = valueOf(modelById(net));
      expect([net, found(model, options)?.['width']]).toEqual([net, options['width']]);
    }
  });
});

test('the networks that a file may belong to begin with the default, and agree with what is known already', () => {
  const sizes = sizesOf(mobileNetV3, {});
  const tried = candidates(mobileNetV3, {}, sizes);
  expect(tried[0]?.options).toMatchObject({ size: 'large', width: 1, implementation: 'paper' });
  const texts = tried.map(({ options }) => JSON.stringify(options));
  expect(new Set(texts).size).toBe(texts.length);
  expect(candidates(mobileNetV2, { width: 0.35 }, sizes).every(({ options }) => options['width'] === 0.35)).toBe(true);
  expect(new Set(candidates(undefined).map(({ model }) => model.id)).size).toBeGreaterThan(8);
});

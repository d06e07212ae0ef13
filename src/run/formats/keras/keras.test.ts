import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseKeras } from './keras';

/** 0, 1/8, 2/8, ...: what make_keras.py writes into every tensor. */
function counting(...shape: readonly number[]): readonly number[] {
  return Array.from({ length: shape.reduce((product, size) => product * size, 1) }, (_, index) => index / 8);
}

function read(name: string) {
  const file = parseKeras(new Uint8Array(readFileSync(new URL(`fixtures/${name}`, import.meta.url))));
  if (!file.ok) throw new Error(file.error);
  const { tensors, layers, model } = file.value;
  return { layers, model, tensors: tensors.map(({ name: tensor, shape, data }) => [tensor, shape, [...data]]) };
}

describe("a weights file with Keras 2's layout", () => {
  const { tensors, layers, model } = read('keras2-weights.h5');

  test('gives every value in layer order, 16-bit ones too', () => {
    expect(tensors).toEqual([
      ['stem/kernel:0', [3, 3, 3, 2], counting(3, 3, 3, 2)],
      ['stem/bias:0', [2], counting(2)],
      ['norm/gamma:0', [2], counting(2)],
      ['norm/moving_variance:0', [2], counting(2)],
    ]);
  });

  test('lists its layers as they were added, those without weights too, and has no model', () => {
    expect(layers).toEqual([
      { name: 'input_1', weights: [] },
      { name: 'stem', weights: ['stem/kernel:0', 'stem/bias:0'] },
      { name: 'norm', weights: ['norm/gamma:0', 'norm/moving_variance:0'] },
    ]);
    expect(model).toBeUndefined();
  });
});

describe('a whole model that Keras 3 saved', () => {
  const { tensors, layers, model } = read('keras3-model.h5');

  test('gives every value in layer order', () => {
    expect(tensors).toEqual([
      ['small/separable/depthwise_kernel', [3, 3, 3, 1], counting(3, 3, 3, 1)],
      ['small/separable/pointwise_kernel', [1, 1, 3, 2], counting(1, 1, 3, 2)],
      ['small/separable/bias', [2], counting(2)],
      ['small/classifier/kernel', [2, 2], counting(2, 2)],
      ['small/classifier/bias', [2], counting(2)],
    ]);
  });

  test('lists its layers, and says what the model is', () => {
    expect(layers.map(({ name, weights }) => [name, weights.length])).toEqual([
      ['separable', 3],
      ['pool', 0],
      ['classifier', 2],
    ]);
    expect(model?.operators.map(({ name, kind, inputs }) => [name, kind, inputs])).toEqual([
      ['input_layer', 'InputLayer', []],
      ['separable', 'SeparableConv2D', [{ operator: 0 }]],
      ['pool', 'GlobalAveragePooling2D', [{ operator: 1 }]],
      ['classifier', 'Dense', [{ operator: 2 }]],
    ]);
    expect(model?.version).toMatch(/^3/);
  });
});

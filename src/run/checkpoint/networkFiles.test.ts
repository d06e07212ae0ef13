import { describe, expect, test } from 'vitest';
import type { KerasLayer } from '../formats/keras/keras';
import type { OnnxAttribute, OnnxNode } from '../formats/onnx/onnx';
import type { TfliteFile } from '../formats/tflite/tflite';
import { normalisationOf, pixelScalingOf } from '../stated/pixelScaling';
import type { StoredTensor } from '../weights/stateDict';
import type { CheckpointLayers } from './checkpointLayers';
import { namesOf, tensor } from './fixtures/storedLayers';
import { kerasLayers } from './kerasLayers';
import { onnxLayers } from './onnxLayers';
import { tfliteLayers } from './tfliteLayers';

type Attributes = Readonly<Record<string, OnnxAttribute>>;

function node(opType: string, inputs: readonly string[], output: string, attributes: Attributes = {}): OnnxNode {
  const named = { name: output, opType, domain: '', inputs, outputs: [output] };
  return { ...named, attributes: new Map(Object.entries(attributes)) };
}

function onnx(nodes: readonly OnnxNode[], ...tensors: readonly StoredTensor[]): CheckpointLayers {
  const sizes = [null, 3, 8, 8];
  const declared = new Map([['image', { sizes, dataType: 1 }]]);
  const outputs = nodes.at(-1)?.outputs ?? [];
  return onnxLayers({ format: 'onnx', tensors, nodes, inputs: ['image'], outputs, declared, metadata: new Map() });
}

describe('the layers of an ONNX file', () => {
  const norm = ['scale', 'shift', 'mean', 'variance'].map((name) => tensor(name, 4));
  const normNode = node('BatchNormalization', ['y', 'scale', 'shift', 'mean', 'variance'], 'z', { epsilon: 0.25 });

  test('have the batch norm that reads them, the bias that is added to them, and matrices out x in', () => {
    const layers = onnx(
      [
        node('Conv', ['image', 'w1'], 'y', { strides: [1, 1] }),
        normNode,
        node('Relu', ['z'], 'r'),
        node('GlobalAveragePool', ['r'], 'p'),
        node('Flatten', ['p'], 'f'),
        node('MatMul', ['f', 'w2'], 'm'),
        node('Add', ['b2', 'm'], 'logits'),
      ],
      ...[tensor('w1', 4, 3, 1, 1), ...norm, tensor('w2', 4, 2), tensor('b2', 2)],
    );
    expect(namesOf(layers)).toEqual([
      ['w1', 'mean'],
      ['w2', 'b2'],
    ]);
    const [first, second] = layers.orders[0] ?? [];
    expect(first?.norm).toMatchObject({
      weight: norm[0],
      bias: norm[1],
      mean: norm[2],
      variance: norm[3],
      epsilon: 0.25,
    });
    expect([second?.weight.shape, [...(second?.weight.data ?? [])]]).toEqual([
      [2, 4],
      [0, 2, 4, 6, 1, 3, 5, 7],
    ]);
  });

  test('are out x in already where a Gemm is transposed, and go by the names that Identity gives', () => {
    const layers = onnx(
      [
        node('Identity', ['stored'], 'w'),
        node('ReduceMean', ['image'], 'means', { axes: [2, 3], keepdims: 0 }),
        node('Gemm', ['means', 'w', 'b'], 'y', { transB: 1 }),
      ],
      tensor('stored', 2, 3),
      tensor('b', 2),
    );
    expect(namesOf(layers)).toEqual([['stored', 'b']]);
    expect(layers.orders[0]?.[0]?.weight.shape).toEqual([2, 3]);
  });

  test.each([
    ['JSON', '["cat", "dog"]'],
    ["Python's dict", "{0: 'cat', 1: 'dog'}"],
    ['lines', 'cat\ndog'],
  ])('go with the names of the outputs in the metadata, as %s', (_, names) => {
    const metadata = new Map([
      ['author', 'nobody'],
      ['names', names],
    ]);
    const nodes = [node('ReduceMean', ['image'], 'means', { axes: [2, 3], keepdims: 0 })];
    const inputs = { inputs: ['image'], declared: new Map(), outputs: ['means'] };
    expect(onnxLayers({ format: 'onnx', tensors: [], nodes, ...inputs, metadata }).stated?.labels).toEqual([
      'cat',
      'dog',
    ]);
  });

  test('are refused where onnxruntime laid them out for one processor', () => {
    const reordered = { ...node('ReorderInput', ['image'], 'y'), domain: 'com.microsoft.nchwc' };
    expect(() => onnx([reordered])).toThrow(/for one processor \(wanted .*ORT_ENABLE_EXTENDED\)/);
  });
});

describe('the layers of a TensorFlow Lite file', () => {
  const input = (change: Partial<TfliteFile['values'][number]> = {}) => ({
    ...{
      name: 'image',
      shape: [1, 96, 96, 3],
      type: 'U8' as const,
      quantization: { scales: [1 / 128], zeroPoints: [128], axis: 0 },
    },
    ...change,
  });
  const conv = (padding: 'same' | 'valid', from = 'image') => ({
    ...{ name: 'CONV_2D', inputs: [from, 'w', 'b'], outputs: ['y'] },
    options: { kind: 'conv2d', padding, stride: [2, 2], dilation: [1, 1], activation: 'relu6' } as const,
  });
  const read = (change: Partial<TfliteFile>) =>
    tfliteLayers({
      ...{
        format: 'tflite',
        texts: new Map(),
        inputs: ['image'],
        outputs: ['y'],
        values: [input()],
        operators: [conv('same')],
      },
      tensors: [
        tensor('w', 4, 3, 3, 3),
        tensor('b', 4),
        { ...tensor('pads', 4, 2), data: Float32Array.of(0, 0, 0, 1, 0, 1, 0, 0) },
      ],
      ...change,
    });

  const firstConv = (change: Partial<TfliteFile>) => read(change).stated?.nodes.find(({ op }) => op.kind === 'conv');

  test('go with the size of the image and with what its quantisation says of the pixels', () => {
    const { stated, flattens } = read({});
    expect([stated?.input.shape.height, flattens, stated?.isByteInput]).toEqual([96, 'channelsLast', true]);
    const scalingOf = (change: Partial<TfliteFile>) => {
      const [from] = firstConv(change)?.inputs ?? [];
      return normalisationOf((from && pixelScalingOf(from)) ?? [], true);
    };
    // (stored - 128) / 128: a mean of 128 / 255, a deviation of 128 / 255.
    expect(scalingOf({}).mean[0]).toBeCloseTo(128 / 255, 6);
    expect(scalingOf({}).std[2]).toBeCloseTo(128 / 255, 6);
    // Signed bytes are stored 128 lower: value = 2 (stored + 28) is 2 (byte - 100).
    const quantization = { scales: [2], zeroPoints: [-28], axis: 0 };
    const signed = scalingOf({ values: [input({ type: 'I8', quantization })] });
    expect(signed.mean[1]).toBeCloseTo(100 / 255, 6);
    expect(signed.std[1]).toBeCloseTo(1 / 510, 6);
  });

  test('are said to be computed in floats where their weights have 8 bits, and not where they have 16', () => {
    const weights = (type: 'I8' | 'F16') => {
      const quantization = { quantization: { scales: [0.1], zeroPoints: [0], axis: 0 } };
      return { name: 'w', shape: [4, 3, 3, 3], type, ...(type === 'I8' && quantization) };
    };
    expect(read({ values: [input(), weights('I8')] }).notes).toEqual([{ kind: 'computedInFloats' }]);
    expect(read({ values: [input(), weights('F16')] }).notes).toEqual([]);
  });

  test('are padded as their windows say, or the PAD before them', () => {
    expect(firstConv({})?.op).toMatchObject({ padding: 'same' });
    const pad = { name: 'PAD', inputs: ['image', 'pads'], outputs: ['p'] };
    const padded = firstConv({ operators: [pad, conv('valid', 'p')] });
    expect(padded?.op).toMatchObject({ padding: { top: 0, bottom: 1, left: 0, right: 1 } });
    expect(firstConv({ operators: [conv('valid')] })?.op).toMatchObject({ padding: { top: 0, bottom: 0 } });
  });

  test('have their bias, and are out x in x height x width', () => {
    const layers = read({});
    expect(namesOf(layers)).toEqual([['w', 'b']]);
    expect(layers.orders[0]?.[0]?.weight.shape).toEqual([4, 3, 3, 3]);
  });
});

describe('the layers of a Keras file', () => {
  function keras(layers: readonly KerasLayer[], ...tensors: readonly StoredTensor[]): CheckpointLayers {
    return kerasLayers({ format: 'keras', layers, tensors });
  }

  test('split separable convolutions, turn kernels round and find statistics by their names', () => {
    const layers = keras(
      [
        { name: 'separable', weights: ['depth', 'point', 'bias'] },
        { name: 'norm', weights: ['gamma', 'beta', 'moving_mean', 'moving_variance'] },
        { name: 'pool', weights: [] },
        { name: 'dense', weights: ['kernel', 'dense_bias'] },
      ],
      ...[
        tensor('depth', 3, 3, 4, 1),
        tensor('point', 1, 1, 4, 8),
        tensor('bias', 8),
        tensor('kernel', 8, 2),
        tensor('dense_bias', 2),
      ],
      ...['gamma', 'beta', 'moving_mean', 'moving_variance'].map((name) => tensor(name, 8)),
    );
    expect(namesOf(layers)).toEqual([['depth'], ['point', 'bias', 'moving_mean'], ['kernel', 'dense_bias']]);
    expect(layers.orders[0]?.map(({ weight }) => weight.shape)).toEqual([
      [4, 1, 3, 3],
      [8, 4, 1, 1],
      [2, 8],
    ]);
    expect(layers.orders[0]?.[1]?.norm?.epsilon).toBe(1e-3);
  });

  test("have Xception's shortcut before the block that it bypasses, and no other network's", () => {
    const shortcut = { name: 'conv2d', weights: ['conv2d/kernel'] };
    const kernel = tensor('conv2d/kernel', 1, 1, 4, 8);
    const point = tensor('point', 1, 1, 4, 4);
    const block = (name: string) => [
      { name: 'block1_conv1', weights: ['stem'] },
      { name, weights: [`${name}/depthwise_kernel`, 'point'] },
      shortcut,
    ];
    const of = (name: string) =>
      namesOf(
        keras(block(name), tensor('stem', 3, 3, 3, 4), tensor(`${name}/depthwise_kernel`, 3, 3, 4, 1), point, kernel),
      );
    expect(of('block2_sepconv1').flat()).toEqual([
      'stem',
      'conv2d/kernel',
      'block2_sepconv1/depthwise_kernel',
      'point',
    ]);
    expect(of('block2_other').flat()).toEqual(['stem', 'block2_other/depthwise_kernel', 'point', 'conv2d/kernel']);
  });
});

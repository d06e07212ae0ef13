import { expect, test } from 'vitest';
import { lazyTensor } from '../../formats/bytes/namedTensor';
import type { OnnxAttribute } from '../../formats/onnx/onnx';
import { typed } from '../../formats/onnx/onnxTensor';
import { statedOnnx } from './statedOnnx';

const tensor = (name: string, shape: readonly number[], values: readonly number[]) =>
  typed(
    lazyTensor(name, shape, () => Float32Array.from(values)),
    'F32',
  );

test('a matrix that is dequantised and then transposed is that of the layer', () => {
  const shared = { name: '', domain: '', attributes: new Map<string, OnnxAttribute>() };
  const stated = statedOnnx({
    format: 'onnx',
    tensors: [
      tensor('stored', [3, 2], [1, 4, 2, 5, 3, 6]),
      tensor('scale', [2], [0.5, 2]),
      tensor('zero', [2], [0, 1]),
    ],
    nodes: [
      { ...shared, opType: 'GlobalAveragePool', inputs: ['image'], outputs: ['mean'] },
      { ...shared, opType: 'Flatten', inputs: ['mean'], outputs: ['flat'] },
      {
        ...{ ...shared, opType: 'DequantizeLinear', inputs: ['stored', 'scale', 'zero'], outputs: ['matrix'] },
        attributes: new Map([['axis', 1]]),
      },
      {
        ...{ ...shared, opType: 'Transpose', inputs: ['matrix'], outputs: ['turned'] },
        attributes: new Map([['perm', [1, 0]]]),
      },
      {
        ...{ ...shared, opType: 'Gemm', inputs: ['flat', 'turned'], outputs: ['out'] },
        attributes: new Map([['transB', 1]]),
      },
    ],
    inputs: ['image'],
    outputs: ['out'],
    declared: new Map([['image', { sizes: [null, 3, 8, 8], dataType: 1 }]]),
    metadata: new Map(),
  });
  const op = stated?.output.op;
  expect(op?.kind === 'fullyConnected' && [op.weight.shape, [...op.weight.data]]).toEqual([
    [2, 3],
    [0.5, 1, 1.5, 6, 8, 10],
  ]);
});

/** The values of the fully connected layer at the end: a mean of three colours, then Gemm with these attributes. */
function layerOf(attributes: Readonly<Record<string, OnnxAttribute>>) {
  const shared = { name: '', domain: '', attributes: new Map<string, OnnxAttribute>() };
  const stated = statedOnnx({
    format: 'onnx',
    tensors: [tensor('weight', [2, 3], [1, 2, 3, 4, 5, 6]), tensor('bias', [2], [1, -1])],
    nodes: [
      { ...shared, opType: 'GlobalAveragePool', inputs: ['image'], outputs: ['mean'] },
      { ...shared, opType: 'Flatten', inputs: ['mean'], outputs: ['flat'] },
      {
        ...{ ...shared, opType: 'Gemm', inputs: ['flat', 'weight', 'bias'], outputs: ['out'] },
        attributes: new Map(Object.entries({ transB: 1, ...attributes })),
      },
    ],
    inputs: ['image'],
    outputs: ['out'],
    declared: new Map([['image', { sizes: [null, 3, 8, 8], dataType: 1 }]]),
    metadata: new Map(),
  });
  const op = stated?.output.op;
  if (op?.kind !== 'fullyConnected') throw new Error(op?.kind);
  return [op.weight, op.bias].map((each) => [...(each?.data ?? [])]);
}

test('alpha belongs to the weights of Gemm, and beta to what it adds', () => {
  expect(layerOf({})).toEqual([
    [1, 2, 3, 4, 5, 6],
    [1, -1],
  ]);
  expect(layerOf({ alpha: 0.5, beta: 2 })).toEqual([
    [0.5, 1, 1.5, 2, 2.5, 3],
    [2, -2],
  ]);
});

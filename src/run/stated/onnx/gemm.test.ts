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

import * as tf from '@tensorflow/tfjs-core';
import { loadGraphModel } from '@tensorflow/tfjs';
import '@tensorflow/tfjs-backend-wasm';
import * as ort from 'onnxruntime-web';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Shape } from '../../src/nets/op';
import { parseOnnx } from '../../src/run/formats/onnx/onnx';
import { foldedWitness, largestDifference, opWitnesses } from '../../src/run/fixtures/opWitness';
import { graphModel } from './graphModel';
import { onnxModel } from '../../src/run/onnxFile/onnxModel';

beforeAll(async () => {
  ort.env.wasm.numThreads = 1;
  await tf.setBackend('wasm');
});

describe.each(opWitnesses.map(foldedWitness))('$name', ({ graph, tensors, input, output }) => {
  const { height, width, channels } = graph.input.shape;

  test('computes as an ONNX file what PyTorch computes', async () => {
    const session = await ort.InferenceSession.create(onnxModel(graph, tensors));
    const image = new ort.Tensor('float32', channelsFirst(input, graph.input.shape), [1, channels, height, width]);
    const { logits } = await session.run({ [graph.input.id]: image });
    const found = await logits?.getData();
    await session.release();
    expect(found).toBeInstanceOf(Float32Array);
    expect(largestDifference(numbers(found), channelsFirst(output, graph.output.shape))).toBeLessThan(2e-5);
  });

  test('computes as a graph model what PyTorch computes', async () => {
    const artifacts = graphModel(graph, tensors);
    const model = await loadGraphModel({ load: () => Promise.resolve(artifacts) });
    const image = tf.tensor4d(input, [1, height, width, channels]);
    const logits = model.predict(image);
    expect(logits).toBeInstanceOf(tf.Tensor);
    const found = logits instanceof tf.Tensor ? await logits.data<'float32'>() : [];
    model.dispose();
    expect(largestDifference(found, output)).toBeLessThan(2e-5);
  });
});

test('an ONNX file holds the weights under their names, and the groups of a convolution', () => {
  const witness = opWitnesses.find(({ name }) => name === 'conv, grouped pointwise, then shuffle');
  if (witness === undefined) throw new Error('no such witness');
  const file = parseOnnx(onnxModel(witness.graph, witness.tensors));
  if (!file.ok) throw new Error(file.error);
  expect(file.value.nodes.map(({ opType }) => opType)).toEqual(['Conv', 'Reshape', 'Transpose', 'Reshape', 'Flatten']);
  expect(file.value.nodes[0]?.attributes.get('group')).toBe(3);
  expect(file.value.tensors[0]).toMatchObject({
    name: 'conv.weight',
    shape: witness.tensors.get('conv.weight')?.shape,
  });
});

function channelsFirst(values: Float32Array, { height, width, channels }: Shape): Float32Array {
  const pixels = height * width;
  return values.map((_, at) => values[(at % pixels) * channels + Math.floor(at / pixels)] ?? NaN);
}

function numbers(data: unknown): Float32Array {
  return data instanceof Float32Array ? data : new Float32Array();
}

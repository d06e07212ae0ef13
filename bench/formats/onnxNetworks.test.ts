import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { foldedGraph, foldedTensors } from '../../src/nets/weights/fold';
import type { Graph } from '../../src/nets/graph';
import { modelById } from '../../src/nets/models/index';
import type { TensorValues } from '../../src/nets/weights/tensorValue';
import { recognise } from '../../src/run/checkpoint/recognise';
import { createClassifier } from '../../src/run/engine/classifier';
import type { Executor } from '../../src/run/device/executor';
import { largestDifference } from '../../src/run/fixtures/opWitness';
import { valueOf, wasmExecutor } from '../../src/run/fixtures/wasmExecutor';
import { parseOnnx, type OnnxFile } from '../../src/run/formats/onnx/onnx';
import type { Normalisation } from '../../src/run/frames/preprocess';
import { randomTensors } from '../../src/run/weights/randomTensors';
import { onnxModel } from '../../src/run/onnxFile/onnxModel';

let executor: Executor;

beforeAll(async () => {
  executor = await wasmExecutor();
});

afterAll(() => executor.dispose());

vi.setConfig({ testTimeout: 60_000 });

const networks = [
  { id: 'alexnet', resolution: 64 },
  { id: 'vgg16', resolution: 32 },
  { id: 'inception-v3', resolution: 75 },
  { id: 'squeezenet', version: '1.1', resolution: 64 },
  { id: 'xception', width: 0.5, middle: 2, resolution: 64 },
  { id: 'shufflenet-v1', groups: 4, width: 0.5, resolution: 64 },
  { id: 'shufflenet-v2', width: 0.5, resolution: 64 },
  { id: 'mobilenet-v1', width: 0.25, resolution: 64 },
  { id: 'mobilenet-v2', width: 0.35, padding: 'same', resolution: 64 },
  { id: 'mobilenet-v3', size: 'small', resolution: 64 },
  { id: 'efficientnet-lite0', resolution: 64 },
] as const;

describe.each(networks)('$id as an ONNX file', ({ id, ...choice }) => {
  const graph = valueOf(valueOf(modelById(id)).build({ ...choice, classes: 7 }));
  test("is recognised by its nodes alone, batch norms folded as in PyTorch's export, and computes the same", async () => {
    const tensors = randomTensors(graph);
    const file = withoutNames(valueOf(parseOnnx(onnxModel(foldedGraph(graph), foldedTensors(graph, tensors)))));
    const { resolution, ...found } = { ...choice };
    const options = { resolution, ...('middle' in found && { middle: found.middle }) };
    const recognised = valueOf(recognise(file, { fileName: 'network.onnx', options }));
    expect(recognised).toMatchObject({ format: 'onnx', naming: 'onnx', model: { id } });
    expect(recognised.options).toMatchObject({ ...found, classes: 7 });
    const { normalisation } = recognised;
    const [got, wanted] = [
      await logitsOf(recognised.graph, recognised.tensors, normalisation),
      await logitsOf(graph, tensors, normalisation),
    ];
    const largest = wanted.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    expect(largest).toBeGreaterThan(0);
    expect(largestDifference(got, wanted)).toBeLessThan(1e-4 * Math.max(1, largest));
  });
});

test('batch norms that were not folded are kept', () => {
  const graph = valueOf(valueOf(modelById('mobilenet-v1')).build({ width: 0.25, classes: 7 }));
  const tensors = randomTensors(graph);
  const file = withoutNames(valueOf(parseOnnx(onnxModel(graph, tensors))));
  const recognised = valueOf(recognise(file, { fileName: 'network.onnx' }));
  for (const [name, { data }] of tensors) expect(recognised.tensors.get(name)?.data, name).toEqual(data);
});

/** The file with numbers for tensor names, as exporters name computed tensors. */
function withoutNames(file: OnnxFile): OnnxFile {
  const names = new Map(file.tensors.map(({ name }, index) => [name, `onnx::${String(index)}`]));
  const renamed = (name: string) => names.get(name) ?? name;
  return {
    ...file,
    tensors: file.tensors.map(({ name, shape, data }) => ({ name: renamed(name), shape, data })),
    nodes: file.nodes.map((node) => ({ ...node, inputs: node.inputs.map(renamed) })),
  };
}

async function logitsOf(graph: Graph, tensors: TensorValues, normalisation: Normalisation): Promise<Float32Array> {
  const parts = { executor, graph, tensors, normalisation, labels: null, onProgress: () => undefined };
  const classifier = valueOf(await createClassifier(parts));
  const { height, width } = graph.input.shape;
  const data = Uint8Array.from({ length: height * width * 4 }, (_, index) => (index * 37 + (index >> 7) * 11) % 256);
  const { logits } = valueOf(await classifier.classify({ width, height, data }, 1));
  classifier.dispose();
  return logits;
}

import * as tf from '@tensorflow/tfjs-core';
import { failure, success, type Result } from '../../nets/result';
import type { Graph } from '../../nets/graph';
import { elementCount } from '../../nets/op';
import type { TensorValues } from '../../nets/weights/tensorValue';
import { attempt } from '../errors/attempt';
import type { Activation, CompiledNetwork, DeviceMemory, Executor, NetworkOutput } from '../device/executor';
import type { RunError } from '../errors/runError';
import { readFloats, tfjsNetwork, type TfjsNetwork } from './tfjsNetwork';
import type { MapTensor } from './kernels';
import type { TfjsDevice } from './tfjsDevice';

/** The executor on the active tfjs backend, op by op. */
export function tfjsExecutor(device: TfjsDevice): Executor {
  return {
    device: device.report,
    lost: device.lost,
    compile: (graph, tensors, onProgress) => attempt(() => compile(device, graph, tensors, onProgress)),
    memory: () => memoryOf(device),
    loseDevice: device.loseDevice,
    dispose: device.dispose,
  };
}

async function compile(
  device: TfjsDevice,
  graph: Graph,
  tensors: TensorValues,
  onProgress: (done: number, total: number) => void,
): Promise<Result<CompiledNetwork, RunError>> {
  const network = tfjsNetwork(graph, tensors, onProgress);
  try {
    await device.prepare(() => {
      const input = inputTensor(graph, new Float32Array(elementCount(graph.input.shape)));
      tf.dispose([network.replay(input), input]);
    });
  } catch (error) {
    network.dispose();
    throw error;
  }
  return success({
    graph,
    run: (input) => attempt(() => run(device, network, inputTensor(graph, input))),
    activations: (input, ids) => attempt(() => readActivations(device, network, inputTensor(graph, input), ids)),
    dispose: () => {
      network.dispose();
      device.trim();
    },
  });
}

/** Frees `input`. */
async function run(
  device: TfjsDevice,
  network: TfjsNetwork,
  input: MapTensor,
): Promise<Result<NetworkOutput, RunError>> {
  const begin = performance.now();
  const { value: output, verdict } = device.checked(() => {
    try {
      return network.replay(input);
    } finally {
      input.dispose();
    }
  });
  const issueMs = performance.now() - begin;
  try {
    await device.idle();
    const computed = performance.now();
    const logits = await readFloats(output);
    const refused = await verdict;
    if (refused !== null) return failure(refused);
    return success({ logits, inferenceMs: computed - begin, readbackMs: performance.now() - computed, issueMs });
  } finally {
    output.dispose();
  }
}

/** Frees `input`. */
async function readActivations(
  device: TfjsDevice,
  network: TfjsNetwork,
  input: MapTensor,
  ids: readonly string[],
): Promise<Result<readonly Activation[], RunError>> {
  try {
    const { value, verdict } = device.checked(() => network.activations(input, ids));
    const read = await value;
    const refused = await verdict;
    return refused === null ? success(read) : failure(refused);
  } finally {
    input.dispose();
  }
}

function inputTensor(graph: Graph, values: Float32Array): MapTensor {
  const { height, width, channels } = graph.input.shape;
  return tf.tensor4d(values, [1, height, width, channels]);
}

function memoryOf(device: TfjsDevice): DeviceMemory {
  return { tensors: tf.memory().numTensors, bytes: device.bytesHeld() };
}

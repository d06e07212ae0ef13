import * as tf from '@tensorflow/tfjs-core';
import type { Graph, Node } from '../../nets/graph';
import { valueAt } from '../../nets/graph';
import type { ComputedKind, Op } from '../../nets/op';
import type { TensorValues } from '../../nets/weights/tensorValue';
import type { Activation } from '../device/executor';
import { planOf, type PlanStep } from '../device/plan';
import { kernelOf, type Kernel, type MapTensor } from './kernels';

/** A graph with its weights on the device of the active tfjs backend. */
export type TfjsNetwork = {
  /** Computes the output. The caller owns the input and the result. */
  readonly replay: (input: MapTensor) => tf.Tensor;
  /** Computes once and reads back the values of these nodes, in this order. */
  readonly activations: (input: MapTensor, ids: readonly string[]) => Promise<readonly Activation[]>;
  /** Frees the weights. */
  readonly dispose: () => void;
};

/**
 * Uploads the weights of every node and plans the replay. Throws what the backend throws, after freeing its tensors.
 */
export function tfjsNetwork(
  graph: Graph,
  tensors: TensorValues,
  onProgress: (done: number, total: number) => void,
): TfjsNetwork {
  const kernels = new Map<string, Kernel>();
  const dispose = (): void => {
    for (const kernel of kernels.values()) tf.dispose([...kernel.weights]);
    kernels.clear();
  };
  try {
    for (const [index, node] of graph.nodes.entries()) {
      const { op } = node;
      if (op.kind !== 'input') kernels.set(node.id, uploadKernel(op, node, tensors));
      onProgress(index + 1, graph.nodes.length);
    }
  } catch (error) {
    dispose();
    throw error;
  }
  const plan = planOf(graph, new Set());
  return {
    replay: (input) => valueAt(replay(graph, plan, kernels, input), graph.output.id),
    activations: (input, ids) => readActivations(graph, kernels, input, ids),
    dispose,
  };
}

/** Uploads a kernel's weights: all of them, or none where one does not fit. */
function uploadKernel(op: Op<ComputedKind>, node: Node, tensors: TensorValues): Kernel {
  tf.engine().startScope();
  try {
    const kernel = kernelOf(op, node, tensors);
    for (const weight of kernel.weights) tf.keep(weight);
    return kernel;
  } finally {
    tf.engine().endScope();
  }
}

/** Runs every step and frees each value after its last use. The caller owns the values that are left in the map. */
function replay(
  graph: Graph,
  plan: readonly PlanStep[],
  kernels: ReadonlyMap<string, Kernel>,
  input: MapTensor,
): Map<string, MapTensor> {
  const values = new Map([[graph.input.id, input]]);
  try {
    for (const step of plan) {
      values.set(step.result.id, computeStep(step, kernels, values));
      for (const id of step.lastReads) {
        if (id !== graph.input.id) values.get(id)?.dispose();
        values.delete(id);
      }
    }
  } catch (error) {
    values.delete(graph.input.id);
    tf.dispose([...values.values()]);
    throw error;
  }
  return values;
}

function computeStep(
  { node, fused }: PlanStep,
  kernels: ReadonlyMap<string, Kernel>,
  values: ReadonlyMap<string, MapTensor>,
): MapTensor {
  const inputs = node.inputs.map((read) => valueAt(values, read.id));
  return tf.tidy(() => valueAt(kernels, node.id).compute(inputs, fused));
}

async function readActivations(
  graph: Graph,
  kernels: ReadonlyMap<string, Kernel>,
  input: MapTensor,
  ids: readonly string[],
): Promise<readonly Activation[]> {
  const values = replay(graph, planOf(graph, new Set(ids)), kernels, input);
  try {
    const read: Activation[] = [];
    for (const id of ids) {
      const value = valueAt(values, id);
      const [, height, width, channels] = value.shape;
      read.push({ id, shape: [height, width, channels], values: await readFloats(value) });
    }
    return read;
  } finally {
    values.delete(graph.input.id);
    tf.dispose([...values.values()]);
  }
}

/** Copies a tensor's values from the device. */
export async function readFloats(tensor: tf.Tensor): Promise<Float32Array> {
  const data = await tensor.data<'float32'>();
  return data;
}

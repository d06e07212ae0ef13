import { foldedGraph, foldedTensors } from '../../nets/weights/fold';
import type { Graph } from '../../nets/graph';
import { modelById } from '../../nets/models/index';
import { builtGraph } from '../../nets/models/model';
import type { Choice } from '../../nets/parameter';
import type { TensorValues } from '../../nets/weights/tensorValue';
import { randomTensors } from '../weights/randomTensors';

/**
 * A network of the benchmarks. It runs at 224 x 224 with random weights, since time does not depend on their values.
 */
export type BenchNetwork = { readonly name: string; readonly id: string; readonly choice: Choice };

export const benchNetworks: readonly BenchNetwork[] = [
  { name: 'MobileNet V2 1.0', id: 'mobilenet-v2', choice: {} },
  { name: 'ShuffleNet V1 g=3', id: 'shufflenet-v1', choice: { groups: 3 } },
  { name: 'ShuffleNet V2 1.0', id: 'shufflenet-v2', choice: { width: 1 } },
  { name: 'SqueezeNet 1.1', id: 'squeezenet', choice: { version: '1.1' } },
  { name: 'MobileNet V3 small', id: 'mobilenet-v3', choice: { size: 'small' } },
];

/** The graph that all runtimes run, with batch norm folded, and its weights. */
export function benchGraph({ id, choice }: BenchNetwork): { readonly graph: Graph; readonly tensors: TensorValues } {
  const model = modelById(id);
  if (!model.ok) throw new Error(model.error);
  const declared = builtGraph(model.value, { ...choice, resolution: 224 });
  return { graph: foldedGraph(declared), tensors: foldedTensors(declared, randomTensors(declared)) };
}

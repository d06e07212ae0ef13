import { failure, success, type Result } from '../../nets/result';
import { valueAt, type Graph } from '../../nets/graph';
import { weightTensorsOf } from '../../nets/weights/weightTensors';
import type { TensorValue, TensorValues } from '../../nets/weights/tensorValue';
import type { RunError } from '../errors/runError';
import { renamed, type NamedTensor } from '../formats/bytes/namedTensor';

/** A tensor of a weights file. */
export type StoredTensor = NamedTensor;

/** A network's tensors in the order of its file, decoded when they are read. */
export function orderedTensors(graph: Graph, tensors: TensorValues): readonly StoredTensor[] {
  return weightTensorsOf(graph).map(({ name }) => {
    const tensor = valueAt(tensors, name);
    return renamed(tensor, name, tensor.shape);
  });
}

/**
 * The tensors of a graph, from a file that uses the names of the graph. Ignores other tensors. The error names the
 * first tensor that is missing or has another shape.
 */
export function namedTensors(graph: Graph, stored: readonly StoredTensor[]): Result<TensorValues, RunError> {
  const byName = new Map(stored.map((tensor) => [tensor.name, tensor]));
  const tensors = new Map<string, TensorValue>();
  for (const { name, shape } of weightTensorsOf(graph)) {
    const tensor = byName.get(name);
    if (tensor === undefined || String(shape) !== String(tensor.shape)) {
      return failure({ code: 'weightsOfAnotherNetwork', tensor: name, wanted: shape, got: tensor?.shape ?? null });
    }
    tensors.set(name, tensor);
  }
  return success(tensors);
}

import { failure, success, type Result } from '../nets/result';
import type { Graph } from '../nets/graph';
import { parametersOf, type Parameter } from '../nets/parameters';
import type { TensorValue, TensorValues } from '../nets/tensorValue';
import type { RunError } from './runError';

/** A tensor of a weights file. */
export type StoredTensor = TensorValue & { readonly name: string };

/** The last part of a tensor's name in PyTorch's naming; other frameworks name theirs otherwise. */
const pytorchParts: ReadonlySet<string> = new Set(['weight', 'bias', 'running_mean', 'running_var']);

/**
 * The tensors that a graph needs, from a file that uses the graph's own names. Tensors that the graph does not know
 * are left alone. The error names the first one that is missing or has another shape.
 */
export function namedTensors(graph: Graph, stored: readonly StoredTensor[]): Result<TensorValues, RunError> {
  const byName = new Map(stored.map((tensor) => [tensor.name, tensor]));
  const tensors = new Map<string, TensorValue>();
  for (const parameter of parametersOf(graph)) {
    const tensor = byName.get(parameter.name);
    if (tensor === undefined || !fits(parameter, tensor)) return failure(misfit(parameter, tensor));
    tensors.set(parameter.name, tensor);
  }
  return success(tensors);
}

/**
 * The tensors that a graph needs, from a state dict of another naming whose modules are listed in execution order: the
 * n-th tensor is the graph's n-th, if it has its shape and, where the name ends in a word of PyTorch's, the same word.
 * Batch norm's step counters are passed over.
 */
export function orderedTensors(graph: Graph, stored: readonly StoredTensor[]): Result<TensorValues, RunError> {
  const values = stored.filter(({ name }) => partOf(name) !== 'num_batches_tracked');
  const tensors = new Map<string, TensorValue>();
  const parameters = parametersOf(graph);
  for (const [index, parameter] of parameters.entries()) {
    const tensor = values[index];
    const part = tensor === undefined ? '' : partOf(tensor.name);
    const isOtherPart = pytorchParts.has(part) && part !== partOf(parameter.name);
    if (tensor === undefined || isOtherPart || !fits(parameter, tensor)) return failure(misfit(parameter, tensor));
    tensors.set(parameter.name, tensor);
  }
  const extra = values[parameters.length];
  if (extra !== undefined) {
    return failure({ code: 'weightsOfAnotherNetwork', tensor: extra.name, wanted: null, got: extra.shape });
  }
  return success(tensors);
}

/** By name where the file uses the graph's names for most tensors (every naming has a `classifier.weight`), else in order. */
export function matchedTensors(graph: Graph, stored: readonly StoredTensor[]): Result<TensorValues, RunError> {
  const names = new Set(stored.map(({ name }) => name));
  const parameters = parametersOf(graph);
  const known = parameters.filter(({ name }) => names.has(name)).length;
  return known > parameters.length / 2 ? namedTensors(graph, stored) : orderedTensors(graph, stored);
}

function fits(parameter: Parameter, tensor: StoredTensor): boolean {
  return (
    parameter.shape.length === tensor.shape.length && parameter.shape.every((size, axis) => size === tensor.shape[axis])
  );
}

function misfit(parameter: Parameter, tensor: StoredTensor | undefined): RunError {
  const isRenamed = tensor !== undefined && tensor.name !== parameter.name;
  const name = isRenamed ? `${parameter.name} (${tensor.name} in the file)` : parameter.name;
  return { code: 'weightsOfAnotherNetwork', tensor: name, wanted: parameter.shape, got: tensor?.shape ?? null };
}

function partOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

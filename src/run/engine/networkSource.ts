import { failure, success, type Result } from '../../nets/result';
import type { Graph } from '../../nets/graph';
import { modelById } from '../../nets/models/index';
import type { TensorValues } from '../../nets/weights/tensorValue';
import { parseSafetensors } from '../formats/safetensors/safetensors';
import type { Manifest } from '../weights/manifest';
import type { GivenFolder, LoadProgress, NetworkChoice } from './engineCalls';
import type { RunError } from '../errors/runError';
import { randomTensors } from '../weights/randomTensors';
import { namedTensors } from '../weights/stateDict';
import { downloadWeights } from '../weights/weightsFolder';

export type LoadOptions = {
  readonly onProgress: (progress: LoadProgress) => void;
  readonly signal: AbortSignal;
  /** The folder of the weights, where it has been downloaded. */
  readonly given?: GivenFolder | undefined;
};

/** A network with its weights, before a device has it. */
export type NetworkSource = {
  /** 0 for random weights. */
  readonly downloadMs: number;
  readonly graph: Graph;
  readonly tensors: TensorValues;
  readonly labels: readonly string[] | null;
  readonly manifest: Manifest | null;
};

/** Downloads the weights and matches them to the graph, or generates random ones. Needs no device. */
export async function networkSource(
  choice: NetworkChoice,
  weightsUrl: string,
  { onProgress, signal, given }: LoadOptions,
): Promise<Result<NetworkSource, RunError>> {
  if (choice.weights === null) {
    const graph = builtGraph(choice, {});
    if (!graph.ok) return graph;
    const onValues = (loaded: number, total: number): void => onProgress({ stage: 'random', loaded, total });
    const tensors = randomTensors(graph.value, 1, onValues);
    return success({ downloadMs: 0, graph: graph.value, tensors, labels: null, manifest: null });
  }
  const begin = performance.now();
  const onBytes = (loaded: number, total: number): void => onProgress({ stage: 'download', loaded, total });
  const folder =
    given === undefined
      ? await downloadWeights({ url: `${weightsUrl}${choice.weights}/`, onBytes, signal })
      : success(given);
  if (!folder.ok) return folder;
  const { manifest, labels, bytes } = folder.value;
  const graph = builtGraph(choice, manifest.options);
  if (!graph.ok) return graph;
  const file = parseSafetensors(bytes, `${choice.weights}/weights.safetensors`);
  if (!file.ok) return failure({ code: 'weightsDamaged', detail: file.error });
  const tensors = namedTensors(graph.value, file.value.tensors);
  const downloadMs = performance.now() - begin + (given?.downloadMs ?? 0);
  return tensors.ok ? success({ downloadMs, graph: graph.value, tensors: tensors.value, labels, manifest }) : tensors;
}

/** The graph of a choice. Options that the choice leaves open are those of the weights. */
function builtGraph(
  { id, options, resolution }: NetworkChoice,
  weightsOptions: Manifest['options'],
): Result<Graph, RunError> {
  const model = modelById(id);
  const graph = model.ok ? model.value.build({ ...weightsOptions, ...options, resolution }) : model;
  return graph.ok ? graph : failure({ code: 'badNetwork', detail: graph.error });
}

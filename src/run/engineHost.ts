import { failure, success, type Result } from '../nets/result';
import type { Graph } from '../nets/graph';
import { modelById } from '../nets/models/index';
import type { TensorValues } from '../nets/tensorValue';
import { createClassifier, type Classifier } from './classifier';
import type { Activation, Executor } from './executor';
import { parseSafetensors } from './formats/safetensors';
import type { Manifest } from './manifest';
import type { Classification, LoadProgress, LoadReport, NetworkChoice, NetworkHandle } from './network';
import { imageNetNormalisation, type Pixels } from './preprocess';
import { randomTensors } from './randomTensors';
import type { RunError } from './runError';
import { namedTensors } from './stateDict';
import { downloadWeights } from './weightsFolder';

/** The networks on one device. The device does one thing at a time: runs and compilations wait for each other. */
export type EngineHost = {
  readonly load: (
    handle: NetworkHandle,
    choice: NetworkChoice,
    options: HostLoadOptions,
  ) => Promise<Result<LoadReport, RunError>>;
  readonly classify: (network: NetworkHandle, pixels: () => Pixels) => Promise<Result<Classification, RunError>>;
  readonly activations: (
    network: NetworkHandle,
    ids: readonly string[],
    pixels: () => Pixels,
  ) => Promise<Result<readonly Activation[], RunError>>;
  readonly unload: (network: NetworkHandle) => Promise<void>;
};

export type HostLoadOptions = { readonly onProgress: (progress: LoadProgress) => void; readonly signal: AbortSignal };

/** How many guesses come with each frame. */
const guessCount = 5;

/** @param weightsUrl address of the folder of weight folders, ending in a slash */
export function engineHost(executor: Executor, weightsUrl: string): EngineHost {
  const classifiers = new Map<NetworkHandle, Classifier>();
  const inTurn = queue();

  const withNetwork = async <T>(
    network: NetworkHandle,
    action: (classifier: Classifier) => Promise<Result<T, RunError>>,
  ): Promise<Result<T, RunError>> => {
    const classifier = classifiers.get(network);
    return classifier === undefined
      ? failure({ code: 'workerFailed', detail: `network ${String(network)} is not loaded` })
      : action(classifier);
  };

  return {
    load: async (handle, choice, options) => {
      const begin = performance.now();
      const source = await sourceOf(choice, weightsUrl, options);
      if (!source.ok) return source;
      const downloadMs = choice.weights === null ? 0 : performance.now() - begin;
      return inTurn(async () => {
        if (isAborted(options.signal)) return failure({ code: 'aborted' });
        const opened = await open(executor, source.value, options);
        if (!opened.ok) return opened;
        const { classifier, ...timesMs } = opened.value;
        classifiers.set(handle, classifier);
        return success({
          network: handle,
          choice,
          downloadMs,
          ...timesMs,
          tuned: classifier.tuned,
          ...reportOf(executor, source.value),
        });
      });
    },
    classify: (network, pixels) =>
      inTurn(() =>
        withNetwork(network, async (classifier) => {
          const begin = performance.now();
          const square = pixels();
          const readMs = performance.now() - begin;
          const labelled = await classifier.classify(square, guessCount);
          if (!labelled.ok) return labelled;
          const { timings, ...rest } = labelled.value;
          return success({ network, ...rest, timings: { ...timings, preprocessMs: readMs + timings.preprocessMs } });
        }),
      ),
    activations: (network, ids, pixels) =>
      inTurn(() => withNetwork(network, (classifier) => classifier.activations(pixels(), ids))),
    unload: (network) =>
      inTurn(() => {
        classifiers.get(network)?.dispose();
        classifiers.delete(network);
        return Promise.resolve();
      }),
  };
}

/** Asked anew after every wait, which TypeScript's narrowing does not foresee. */
function isAborted(signal: AbortSignal): boolean {
  return signal.aborted;
}

function reportOf(executor: Executor, { labels, manifest }: NetworkSource) {
  return { device: executor.device, memory: executor.memory(), labels, manifest };
}

type NetworkSource = {
  readonly graph: Graph;
  readonly tensors: TensorValues;
  readonly labels: readonly string[] | null;
  readonly manifest: Manifest | null;
};

/** Downloads the weights and fits them to the graph, or makes random ones. */
async function sourceOf(
  choice: NetworkChoice,
  weightsUrl: string,
  { onProgress, signal }: HostLoadOptions,
): Promise<Result<NetworkSource, RunError>> {
  if (choice.weights === null) {
    const graph = builtGraph(choice, {});
    return graph.ok
      ? success({ graph: graph.value, tensors: randomTensors(graph.value), labels: null, manifest: null })
      : graph;
  }
  const onBytes = (loaded: number, total: number): void => onProgress({ stage: 'download', loaded, total });
  const folder = await downloadWeights({ url: `${weightsUrl}${choice.weights}/`, onBytes, signal });
  if (!folder.ok) return folder;
  const { manifest, labels, bytes } = folder.value;
  const graph = builtGraph(choice, manifest.options);
  if (!graph.ok) return graph;
  const file = parseSafetensors(bytes, `${choice.weights}/weights.safetensors`);
  if (!file.ok) return failure({ code: 'weightsDamaged', detail: file.error });
  const tensors = namedTensors(graph.value, file.value.tensors);
  return tensors.ok ? success({ graph: graph.value, tensors: tensors.value, labels, manifest }) : tensors;
}

/** The graph of a choice; what the choice leaves open is as the weights have it. */
function builtGraph(
  { id, options, resolution }: NetworkChoice,
  weightsOptions: Manifest['options'],
): Result<Graph, RunError> {
  const model = modelById(id);
  const graph = model.ok ? model.value.build({ ...weightsOptions, ...options, resolution }) : model;
  return graph.ok ? graph : failure({ code: 'badNetwork', detail: graph.error });
}

type Opened = { readonly classifier: Classifier; readonly compileMs: number; readonly firstFrameMs: number };

async function open(
  executor: Executor,
  source: NetworkSource,
  { onProgress, signal }: HostLoadOptions,
): Promise<Result<Opened, RunError>> {
  const begin = performance.now();
  const classifier = await createClassifier({
    executor,
    ...source,
    normalisation: source.manifest ?? imageNetNormalisation,
    onProgress: (loaded, total) => onProgress({ stage: 'compile', loaded, total }),
  });
  if (!classifier.ok) return classifier;
  const compiled = performance.now();
  const { height, width } = source.graph.input.shape;
  const blank: Pixels = { width, height, data: new Uint8Array(width * height * 4).fill(128) };
  const first = await classifier.value.classify(blank, guessCount);
  // Whoever has aborted does not wait for the report any more, and would never free the network.
  if (!first.ok || isAborted(signal)) {
    classifier.value.dispose();
    return first.ok ? failure({ code: 'aborted' }) : first;
  }
  return success({
    classifier: classifier.value,
    compileMs: compiled - begin,
    firstFrameMs: performance.now() - compiled,
  });
}

/** Runs actions one after another, in the order they came; one that fails does not stop the next. */
function queue(): <T>(action: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (action) => {
    const next = last.then(action, action);
    last = next;
    return next;
  };
}

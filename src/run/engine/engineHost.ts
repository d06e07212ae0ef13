import { failure, success, type Result } from '../../nets/result';
import type { Shape } from '../../nets/op';
import { seenTensor, type SeenTensor, type TensorView } from '../../nets/maps/tensorView';
import type { LayerWeights } from '../../nets/weights/layerWeights';
import { createClassifier, type Classifier, type Labelled, type LabelledFrame } from './classifier';
import { deviceTurns, type DeviceTurns } from './deviceTurns';
import type { Activation, Executor } from '../device/executor';
import { frameSize, type Frame } from '../frames/framePixels';
import type { AbortableCalls, NetworkHandle } from './engineCalls';
import { layerReader, type LayerReader } from './layerReader';
import { networkSource, type LoadOptions, type NetworkSource } from './networkSource';
import { imageNetNormalisation, type Pixels } from '../frames/preprocess';
import { isAborted } from '../errors/isAborted';
import type { RunError } from '../errors/runError';
import type { ServedCalls } from '../worker/serveCalls';
import { frameSilenceMs, loadSilenceMs, lookSilenceMs, runSilenceMs } from '../worker/silence';

/** The networks on one device. The device does one thing at a time, so runs and compilations queue. */
export type EngineHost = Omit<AbortableCalls, 'load'> & {
  /** @param source what was fetched for it before there was a device; else it is fetched now */
  readonly load: (
    ...args: [...args: Parameters<AbortableCalls['load']>, source?: ReturnType<typeof networkSource>]
  ) => ReturnType<AbortableCalls['load']>;
};

/** How many guesses come with each frame. */
const guessCount = 5;

/**
 * @param weightsUrl URL of the folder of weight folders, ending in a slash
 * @param pixelsOf reads a frame into memory, for networks and devices that cannot use it directly
 * @param served the worker's side of the door, told how long the networks may compute without a pause
 */
export function engineHost(
  executor: Executor,
  weightsUrl: string,
  pixelsOf: (frame: Frame) => Pixels,
  served: ServedCalls,
): EngineHost {
  const classifiers = new Map<NetworkHandle, Classifier>();
  const turns = deviceTurns();
  const layers = layerReader(weightsUrl);

  const onNetwork = <T>(network: NetworkHandle, action: (classifier: Classifier) => Promise<Result<T, RunError>>) =>
    turns.alone(async () => {
      const classifier = classifiers.get(network);
      return classifier === undefined ? notLoaded(network) : action(classifier);
    });

  return {
    load: async (network, choice, ...rest) => {
      const report = await loaderOf({ executor, weightsUrl, served, turns, classifiers })(network, choice, ...rest);
      if (report.ok) layers.add(network, choice);
      return report;
    },
    classify: (network, frame, readback) =>
      inTimeFor(frame, served, async () => {
        const answer =
          readback === 'logits' ? null : await turns.issued(() => classifyOnDevice(classifiers.get(network), frame));
        if (answer !== null && !answer.ok) return answer;
        if (answer !== null && answer.value !== null) return success({ network, ...answer.value, logits: null });
        return onNetwork(network, async (classifier) => {
          const labelled = await classifyThroughMemory(classifier, () => pixelsOf(frame));
          return labelled.ok ? success({ network, ...labelled.value }) : labelled;
        });
      }),
    look: (network, views, frame) =>
      served.silently(lookSilenceMs(...frameSize(frame)), async () => {
        const ids = views.map(({ id }) => id);
        const weights = await partWeights(layers, network, views);
        if (!weights.ok) return weights;
        const read = await onNetwork(network, (classifier) => classifier.activations(pixelsOf(frame), ids));
        return read.ok ? success(seenOf(read.value, views, weights.value)) : read;
      }),
    layerWeights: (network, id) => served.silently(loadSilenceMs, () => layers.read(network, id)),
    unload: (network) =>
      turns.alone(() => {
        layers.remove(network);
        classifiers.get(network)?.dispose();
        classifiers.delete(network);
        return Promise.resolve(success(null));
      }),
    memory: () => Promise.resolve(success(executor.memory())),
    loseDevice: () => {
      executor.loseDevice();
      return Promise.resolve(success(null));
    },
  };
}

type WeightsById = ReadonlyMap<string, LayerWeights>;

/** The weights of the layers whose maps are taken apart. */
async function partWeights(
  layers: LayerReader,
  network: NetworkHandle,
  views: readonly TensorView[],
): Promise<Result<WeightsById, RunError>> {
  const weights = new Map<string, LayerWeights>();
  for (const { id, parts } of views) {
    if (parts === undefined) continue;
    const layer = await layers.read(network, id);
    if (!layer.ok) return layer;
    weights.set(id, layer.value);
  }
  return success(weights);
}

function seenOf(
  tensors: readonly Activation[],
  views: readonly TensorView[],
  layers: WeightsById,
): readonly SeenTensor[] {
  return views.flatMap((view, at) => {
    const tensor = tensors[at];
    const source = tensors[views.findIndex(({ id }) => id === view.parts?.source)];
    const weights = layers.get(view.id);
    const apart = source === undefined || weights === undefined ? null : { source, weights };
    return tensor === undefined ? [] : [seenTensor(tensor, view, apart)];
  });
}

/** Runs with the time that a frame of this size needs: a huge photo must not pass for a worker that hangs. */
function inTimeFor<T>(frame: Frame, served: ServedCalls, run: () => Promise<T>): Promise<T> {
  const ms = frameSilenceMs(...frameSize(frame));
  return ms === null ? run() : served.silently(ms, run);
}

type LoaderParts = {
  readonly executor: Executor;
  readonly weightsUrl: string;
  readonly served: ServedCalls;
  readonly turns: DeviceTurns;
  readonly classifiers: Map<NetworkHandle, Classifier>;
};

function loaderOf({ executor, weightsUrl, served, turns, classifiers }: LoaderParts): EngineHost['load'] {
  return async (network, choice, onProgress, given, signal = new AbortController().signal, fetched) => {
    const options = { onProgress, signal, given };
    const source = await served.silently(loadSilenceMs, () => fetched ?? networkSource(choice, weightsUrl, options));
    if (!source.ok) return source;
    const { downloadMs } = source.value;
    return turns.alone(async () => {
      if (isAborted(signal)) return failure({ code: 'aborted' });
      const endRuns = served.allowSilence(runSilenceMs(source.value.graph));
      const opened = await served.silently(loadSilenceMs, () => open(executor, source.value, options));
      if (!opened.ok) {
        endRuns();
        return opened;
      }
      const { classifier, ...timesMs } = opened.value;
      const dispose = (): void => {
        classifier.dispose();
        endRuns();
      };
      classifiers.set(network, { ...classifier, dispose });
      return success({
        network,
        choice,
        downloadMs,
        ...timesMs,
        tuned: classifier.tuned,
        ...(classifier.missingKernel && { missingKernel: classifier.missingKernel }),
        ...reportOf(executor, source.value),
      });
    });
  };
}

function notLoaded(network: NetworkHandle) {
  return failure({ code: 'workerFailed' as const, detail: `network ${String(network)} is not loaded` });
}

/** Classifies the frame without reading it into memory, or returns null where that is not possible. */
async function classifyOnDevice(
  classifier: Classifier | undefined,
  frame: Frame,
): Promise<Result<LabelledFrame | null, RunError> | null> {
  return (await classifier?.classifyFrame(frame, guessCount)) ?? null;
}

/** Classifies a frame through memory; reading its pixels counts as preprocessing. */
async function classifyThroughMemory(
  classifier: Classifier,
  pixels: () => Pixels,
): Promise<Result<Labelled, RunError>> {
  const begin = performance.now();
  const square = pixels();
  const readMs = performance.now() - begin;
  const labelled = await classifier.classify(square, guessCount);
  if (!labelled.ok) return labelled;
  const { timings } = labelled.value;
  return success({ ...labelled.value, timings: { ...timings, preprocessMs: readMs + timings.preprocessMs } });
}

function reportOf(executor: Executor, { labels, manifest }: NetworkSource) {
  return { device: executor.device, memory: executor.memory(), labels, manifest };
}

type Opened = { readonly classifier: Classifier; readonly compileMs: number; readonly firstFrameMs: number };

async function open(
  executor: Executor,
  source: NetworkSource,
  { onProgress, signal }: LoadOptions,
): Promise<Result<Opened, RunError>> {
  const begin = performance.now();
  const classifier = await createClassifier({
    executor,
    ...source,
    normalisation: source.manifest ?? imageNetNormalisation,
    onProgress: (loaded, total) => onProgress({ stage: 'compile', loaded, total }),
    signal,
  });
  if (!classifier.ok) return classifier;
  if (signal.aborted) {
    classifier.value.dispose();
    return failure({ code: 'aborted' });
  }
  const compiled = performance.now();
  const first = await runBlankFrame(classifier.value, source.graph.input.shape);
  // An aborted caller ignores the report, and would never unload the network.
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

/** Warms up with a blank frame, on the path that frames will take. */
async function runBlankFrame(classifier: Classifier, { height, width }: Shape): Promise<Result<unknown, RunError>> {
  const frame = blankFrame(width, height);
  const answer = frame === null ? null : await classifier.classifyFrame(frame, guessCount);
  frame?.close();
  if (answer !== null && (!answer.ok || answer.value !== null)) return answer;
  const blank: Pixels = { width, height, data: new Uint8Array(width * height * 4).fill(128) };
  return classifier.classify(blank, guessCount);
}

/** Null in Node, which has no frames. */
function blankFrame(width: number, height: number): ImageBitmap | null {
  if (!('OffscreenCanvas' in globalThis)) return null;
  const canvas = new OffscreenCanvas(width, height);
  return canvas.getContext('2d') === null ? null : canvas.transferToImageBitmap();
}

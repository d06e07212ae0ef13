import { failure, success, type Result } from '../../nets/result';
import { foldedGraph, foldedTensors } from '../../nets/weights/fold';
import type { Graph } from '../../nets/graph';
import type { TensorValues } from '../../nets/weights/tensorValue';
import type { Activation, Executor, FramePath, Likelihood, MissingKernel, TunedKernel } from '../device/executor';
import type { Frame } from '../frames/framePixels';
import type { FrameTimings, Guess } from './engineCalls';
import { networkInput, type Normalisation, type Pixels } from '../frames/preprocess';
import type { RunError } from '../errors/runError';

/** A network and all it needs to label a picture. The browser and the command line run this same code. */
export type Classifier = {
  readonly classify: (pixels: Pixels, top: number) => Promise<Result<Labelled, RunError>>;
  /**
   * Classifies a frame that is still on the device: its commands are issued before this returns, and logits are not
   * read. Returns null, or resolves to null, when the frame must be read into memory first.
   */
  readonly classifyFrame: (frame: Frame, top: number) => Promise<Result<LabelledFrame | null, RunError>> | null;
  readonly activations: (pixels: Pixels, ids: readonly string[]) => Promise<Result<readonly Activation[], RunError>>;
  /** The fastest kernels for this network, where they were timed. */
  readonly tuned: readonly TunedKernel[];
  /** Set when the app has no kernel for an op, and stock tfjs runs the whole network. */
  readonly missingKernel?: MissingKernel;
  readonly dispose: () => void;
};

/** `top` has as many guesses as the caller asked for, best first. */
export type Labelled = {
  readonly top: readonly Guess[];
  /** The likeliest outputs, those of `top` first. */
  readonly likely: readonly Likelihood[];
  readonly logits: Float32Array;
  readonly timings: FrameTimings;
};

/** More outputs than the page shows, so that averages over frames are exact. */
const likelyCount = 32;

/** The result for a frame whose logits stayed on the device. */
export type LabelledFrame = Omit<Labelled, 'logits'>;

export type ClassifierParts = {
  readonly executor: Executor;
  /** The training graph, with its batch norm. */
  readonly graph: Graph;
  readonly tensors: TensorValues;
  readonly normalisation: Normalisation;
  /** Name of each output; null when the weights are random. */
  readonly labels: readonly string[] | null;
  readonly onProgress: (done: number, total: number) => void;
  /** Stops the tuning of kernels. */
  readonly signal?: AbortSignal;
};

/** Folds batch norm into the convolutions and compiles the network. */
export async function createClassifier(parts: ClassifierParts): Promise<Result<Classifier, RunError>> {
  const { executor, graph, tensors, normalisation, labels, onProgress, signal } = parts;
  const classes = graph.output.shape.channels;
  if (labels !== null && labels.length !== classes) {
    return failure({
      code: 'badManifest',
      detail: `labels: not one for each output (got ${String(labels.length)}, wanted ${String(classes)})`,
    });
  }
  const compiled = await executor.compile(foldedGraph(graph), foldedTensors(graph, tensors), onProgress, signal);
  if (!compiled.ok) return compiled;
  const network = compiled.value;
  const resolution = graph.input.shape.height;
  const guessesOf = (likely: readonly Likelihood[], top: number): readonly Guess[] =>
    likely.slice(0, top).map((guess) => ({ ...guess, label: labels?.[guess.index] ?? String(guess.index) }));
  const framePath = (await network.framePath?.(normalisation, likelyCount)) ?? success(null);
  if (!framePath.ok) {
    network.dispose();
    return framePath;
  }
  return success({
    classify: async (pixels, top) => {
      const begin = performance.now();
      const input = networkInput(pixels, resolution, normalisation);
      const preprocessMs = performance.now() - begin;
      const output = await network.run(input);
      if (!output.ok) return output;
      const { logits, inferenceMs, readbackMs } = output.value;
      const likely = likeliest(logits, Math.max(top, likelyCount));
      return success({
        top: guessesOf(likely, top),
        likely,
        logits,
        timings: { preprocessMs, inferenceMs, readbackMs },
      });
    },
    classifyFrame: frameClassifier(framePath.value, guessesOf),
    activations: (pixels, ids) => network.activations(networkInput(pixels, resolution, normalisation), ids),
    tuned: network.tuned ?? [],
    ...(network.missingKernel && { missingKernel: network.missingKernel }),
    dispose: network.dispose,
  });
}

/** Classifies frames on the device until the browser once refuses to hand one over. */
function frameClassifier(
  path: FramePath | null,
  guessesOf: (likely: readonly Likelihood[], top: number) => readonly Guess[],
): Classifier['classifyFrame'] {
  let isOpen = true;
  const classifyOn = async (
    output: ReturnType<FramePath['run']>,
    top: number,
  ): Promise<Result<LabelledFrame | null, RunError>> => {
    const frame = await output;
    if (!frame.ok) return frame;
    if (frame.value === null) {
      isOpen = false;
      return success(null);
    }
    const { likely, ...timings } = frame.value;
    return success({ top: guessesOf(likely, top), likely, timings });
  };
  return (frame, top) => (path !== null && isOpen && path.accepts(frame) ? classifyOn(path.run(frame), top) : null);
}

/** The `count` likeliest outputs, by softmax over all logits. */
function likeliest(logits: Float32Array, count: number): readonly Likelihood[] {
  const highest = logits.reduce((a, b) => Math.max(a, b), -Infinity);
  const exponentials = Array.from(logits, (logit) => Math.exp(logit - highest));
  const sum = exponentials.reduce((total, value) => total + value, 0);
  return exponentials
    .map((value, index) => ({ index, probability: value / sum }))
    .sort((a, b) => b.probability - a.probability)
    .slice(0, count);
}

import { failure, success, type Result } from '../nets/result';
import { foldedGraph, foldedTensors } from '../nets/fold';
import type { Graph } from '../nets/graph';
import type { TensorValues } from '../nets/tensorValue';
import type { Activation, Executor, TunedKernel } from './executor';
import type { FrameTimings, Guess } from './network';
import { networkInput, type Normalisation, type Pixels } from './preprocess';
import type { RunError } from './runError';

/** A network with everything it takes to name what a picture shows. Browser and command line run this same code. */
export type Classifier = {
  readonly classify: (pixels: Pixels, top: number) => Promise<Result<Labelled, RunError>>;
  readonly activations: (pixels: Pixels, ids: readonly string[]) => Promise<Result<readonly Activation[], RunError>>;
  /** The kernels that won for this network's layers, where they were tuned. */
  readonly tuned: readonly TunedKernel[];
  readonly dispose: () => void;
};

/** `top` has as many guesses as were asked for, best first. */
export type Labelled = {
  readonly top: readonly Guess[];
  readonly logits: Float32Array;
  readonly timings: FrameTimings;
};

export type ClassifierParts = {
  readonly executor: Executor;
  /** The training graph, batch norm unfolded. */
  readonly graph: Graph;
  readonly tensors: TensorValues;
  readonly normalisation: Normalisation;
  /** Name of each output; null when the weights are random. */
  readonly labels: readonly string[] | null;
  readonly onProgress: (done: number, total: number) => void;
};

/** Folds batch norm and compiles. */
export async function createClassifier(parts: ClassifierParts): Promise<Result<Classifier, RunError>> {
  const { executor, graph, tensors, normalisation, labels, onProgress } = parts;
  const classes = graph.output.shape.channels;
  if (labels !== null && labels.length !== classes) {
    return failure({
      code: 'badManifest',
      detail: `labels: not one for each output (got ${String(labels.length)}, wanted ${String(classes)})`,
    });
  }
  const compiled = await executor.compile(foldedGraph(graph), foldedTensors(graph, tensors), onProgress);
  if (!compiled.ok) return compiled;
  const network = compiled.value;
  const resolution = graph.input.shape.height;
  return success({
    classify: async (pixels, top) => {
      const begin = performance.now();
      const input = networkInput(pixels, resolution, normalisation);
      const preprocessMs = performance.now() - begin;
      const output = await network.run(input);
      if (!output.ok) return output;
      const { logits, inferenceMs, readbackMs } = output.value;
      return success({
        top: topGuesses(logits, labels, top),
        logits,
        timings: { preprocessMs, inferenceMs, readbackMs },
      });
    },
    activations: (pixels, ids) => network.activations(networkInput(pixels, resolution, normalisation), ids),
    tuned: network.tuned ?? [],
    dispose: network.dispose,
  });
}

/** Softmax of all logits, the best `count` of them. */
function topGuesses(logits: Float32Array, labels: readonly string[] | null, count: number): readonly Guess[] {
  const highest = logits.reduce((a, b) => Math.max(a, b), -Infinity);
  const exponentials = Array.from(logits, (logit) => Math.exp(logit - highest));
  const sum = exponentials.reduce((total, value) => total + value, 0);
  return exponentials
    .map((value, index) => ({ index, label: labels?.[index] ?? String(index), probability: value / sum }))
    .sort((a, b) => b.probability - a.probability)
    .slice(0, count);
}

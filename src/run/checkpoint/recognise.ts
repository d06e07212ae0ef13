import type { Graph } from '../../nets/graph';
import type { Model } from '../../nets/models/model';
import { parseChoice, type Choice } from '../../nets/parameter';
import { failure, success, type Result } from '../../nets/result';
import type { TensorValues } from '../../nets/weights/tensorValue';
import type { TensorFile, TensorFormat } from '../formats/parseTensorFile';
import type { Normalisation } from '../frames/preprocess';
import type { RunError } from '../errors/runError';
import { candidates, type Candidate } from './candidates';
import type { CheckpointLayers, Naming } from './checkpointLayers';
import { layersOf } from './layersOf';
import { publisherConventionsOf, ownNormalisation } from './publisherConventions';
import { fittedTensors, type Misfit } from './fittedTensors';
import { namesakeOf } from './namesake';
import { ownNames, type OwnNames } from './ownNames';

/** A recognised checkpoint: all that its manifest records, and the network itself. */
export type Recognised = {
  readonly format: TensorFormat;
  readonly naming: Naming;
  readonly model: Model;
  /** All options except the resolution, including `classes` and, where the network has it, `padding`. */
  readonly options: Choice;
  /** Side of the square input in pixels: from the file, or the default of the network. */
  readonly resolution: number;
  readonly normalisation: Normalisation;
  /** The training graph at that resolution, with its batch norm. */
  readonly graph: Graph;
  /** The tensors of the graph, decoded when they are first read. They may be views of the file's bytes. */
  readonly tensors: TensorValues;
};

export type RecogniseOptions = {
  /** Some conventions show in no tensor; then the name of the file decides (`tf_...` in timm). */
  readonly fileName: string;
  /** Where known; then no other network is tried. */
  readonly model?: Model | undefined;
  /** Known options, such as the resolution; the others are found. */
  readonly options?: Choice | undefined;
};

/**
 * Finds the network of a weights file from the shapes of its layers in execution order: tries each network of the
 * catalogue with each of its published options. The error names the first tensor that does not fit the closest network,
 * or the namesake.
 */
export function recognise(file: TensorFile, options: RecogniseOptions): Result<Recognised, RunError> {
  const source = { file, fileName: options.fileName, checkpoint: layersOf(file), own: ownNames(file.tensors) };
  const { checkpoint } = source;
  const hasLayers = !checkpoint.ok || checkpoint.value.orders.some(({ length }) => length > 0);
  let closest: Misfit | undefined;
  const far = new Set<string>();
  for (const candidate of hasLayers ? candidates(options.model, options.options) : []) {
    if (far.has(depthOf(candidate))) continue;
    const found = recognisedAs(candidate, source);
    if (found.ok) return found;
    if (found.error.isFar === true) far.add(depthOf(candidate));
    if (closest === undefined || found.error.fitted > closest.fitted) closest = found.error;
  }
  const namesake = namesakeOf(file);
  if (namesake !== undefined) return failure({ code: 'namesake', namesake });
  const detail = `${options.fileName}: no layer with weights (got ${file.tensors.length} tensors)`;
  return failure(closest?.error ?? { code: 'unreadableWeights', detail });
}

/** A candidate but for its width, on which the number of layers does not depend. */
function depthOf({ model, options: { width: _, ...others } }: Candidate): string {
  return `${model.id} ${JSON.stringify(others)}`;
}

type Source = {
  readonly file: TensorFile;
  readonly fileName: string;
  readonly checkpoint: Result<CheckpointLayers, RunError>;
  readonly own: OwnNames;
};

function recognisedAs({ model, options }: Candidate, source: Source): Result<Recognised, Misfit> {
  const { file, own, checkpoint } = source;
  if (own.mayBeOf(model)) {
    const bare = model.build(options);
    if (!bare.ok) return failure({ error: { code: 'badNetwork', detail: bare.error }, fitted: -1 });
    if (own.areOf(bare.value)) {
      const shared = { format: file.format, naming: 'featherweight', normalisation: ownNormalisation(model) } as const;
      return built(model, { ...own.classesOf(bare.value), ...options }, shared, own.tensorsOf);
    }
  }
  if (!checkpoint.ok) return failure({ error: checkpoint.error, fitted: -1 });
  const { naming, orders, resolution, flattens } = checkpoint.value;
  const { padding, normalisation, ...conventions } = publisherConventionsOf(model, checkpoint.value, source.fileName);
  const choice = {
    classes: orders[0]?.at(-1)?.weight.shape[0] ?? 0,
    ...('padding' in model.options && { padding }),
    ...(resolution !== undefined && { resolution }),
    ...options,
  };
  return built(model, choice, { format: file.format, naming, normalisation }, (graph) =>
    furthest(orders.map((layers) => fittedTensors(graph, layers, { ...conventions, flattens }))),
  );
}

type Described = Pick<Recognised, 'format' | 'naming' | 'normalisation'>;

function built(
  model: Model,
  choice: Choice,
  described: Described,
  fit: (graph: Graph) => Result<TensorValues, Misfit>,
): Result<Recognised, Misfit> {
  const checked = parseChoice(model.options, choice);
  const graph = model.build(choice);
  if (!checked.ok || !graph.ok) {
    const detail = graph.ok ? model.id : graph.error;
    return failure({ error: { code: 'badNetwork', detail }, fitted: -1 });
  }
  const tensors = fit(graph.value);
  if (!tensors.ok) return tensors;
  const { resolution, ...options } = checked.value;
  return success({
    ...described,
    model,
    options,
    resolution,
    graph: graph.value,
    tensors: tensors.value,
  });
}

/** The fit that succeeds, or the one that gets furthest. */
function furthest(fits: readonly Result<TensorValues, Misfit>[]): Result<TensorValues, Misfit> {
  const none = failure<Misfit>({ error: { code: 'unreadableWeights', detail: 'a file without weights' }, fitted: -1 });
  return fits.reduce((best, fit) => (best.ok || (!fit.ok && fit.error.fitted <= best.error.fitted) ? best : fit), none);
}

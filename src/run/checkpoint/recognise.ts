import { signs, unreadable } from '../errors/unreadable';
import type { Model } from '../../nets/models/model';
import type { Choice } from '../../nets/parameter';
import { failure, success, type Result } from '../../nets/result';
import type { TensorFile } from '../formats/parseTensorFile';
import type { RunError } from '../errors/runError';
import { candidates, type Candidate, type LayerSizes } from './candidates';
import type { CheckpointLayers } from './checkpointLayers';
import { layersOf } from './layersOf';
import type { ChosenConventions } from './conventions';
import type { PublishedConfig } from './publishedConfig';
import type { Misfit } from './fittedTensors';
import { endMisfit, headless } from './endMisfit';
import { namesakeOf } from './namesake';
import { hiddenUnits } from './statedFit';
import { endsInFeatures } from '../stated/endsInFeatures';
import { ownNames } from './ownNames';
import { recognisedAs, type Recognised, type Source } from './recognisedAs';

export type { Recognised } from './recognisedAs';

export type RecogniseOptions = {
  /**
   * Some conventions show in no tensor; then the name of the file decides (`tf_...` in timm), or of its folder where it is
   * known.
   */
  readonly fileName: string;
  /** The JSON files beside the weights. */
  readonly config?: PublishedConfig | null | undefined;
  /** What the person set. */
  readonly chosen?: ChosenConventions | undefined;
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
  const source = {
    file,
    sources: { fileName: options.fileName, config: options.config ?? null, architecture: architectureOf(file) },
    chosen: options.chosen ?? {},
    checkpoint: layersOf(file),
    own: ownNames(file.tensors),
  };
  const { checkpoint } = source;
  const hasLayers = !checkpoint.ok || checkpoint.value.orders.some(({ length }) => length > 0);
  const sizes = sizesOf(source);
  const found = fitOf(hasLayers ? candidates(options.model, options.options, sizes) : [], source);
  if (found.ok) return success(withLabels(found.value, file));
  const { closest, closestModel } = found.error;
  if (hasLayers && mayLackClassifier(checkpoint) && options.options?.['classes'] === undefined) {
    const bare = candidates(options.model, { ...options.options, classes: 0 }, { ...sizes, classes: 0 });
    const features = fitOf(bare, source);
    if (features.ok) return success({ ...features.value, notes: [{ kind: 'features' }, ...features.value.notes] });
  }
  const namesake = namesakeOf(file);
  if (namesake !== undefined) return failure({ code: 'namesake', namesake });
  if (checkpoint.ok && checkpoint.value.stated !== undefined && endsInFeatures(checkpoint.value.stated)) {
    return failure(unreadable(headless, 'unfit'));
  }
  const detailOfEnd =
    checkpoint.ok && checkpoint.value.stated === undefined ? endMisfit(checkpoint.value, closest, closestModel) : null;
  if (detailOfEnd !== null) return failure(unreadable(detailOfEnd, 'unfit'));
  const detail = `${signs.noLayers} (got ${file.tensors.length} tensors)`;
  return failure(closest?.error ?? unreadable(detail, 'unfit'));
}

type Closest = { readonly closest?: Misfit; readonly closestModel?: Model };

/** Whether the layers may be those before a classifier; a network that is stated and ends in a layer has one. */
function mayLackClassifier(checkpoint: Result<CheckpointLayers, RunError>): boolean {
  return checkpoint.ok && checkpoint.value.stated?.output.op.kind !== 'fullyConnected';
}

/** The first of the candidates that fits, or the one that got furthest. */
function fitOf(known: readonly Candidate[], source: Omit<Source, 'filled'>): Result<Recognised, Closest> {
  let closest: Misfit | undefined;
  let closestModel: Model | undefined;
  // A classifier without a bias tells some releases from others; only where none fits is a bias made up.
  for (const filled of lacksBias(source.checkpoint) ? [{}, { fillsBias: 'classifier' as const }] : [{}]) {
    const far = new Set<string>();
    for (const candidate of known) {
      if (far.has(depthOf(candidate))) continue;
      const found = recognisedAs(candidate, { ...source, filled });
      if (found.ok) return found;
      if (found.error.isFar === true) far.add(depthOf(candidate));
      if (closest === undefined || found.error.fitted > closest.fitted) {
        closest = found.error;
        closestModel = candidate.model;
      }
    }
  }
  return failure({ ...(closest && { closest }), ...(closestModel && { closestModel }) });
}

/** With the names that came with the file, if there is one for each output and no config.json has others. */
function withLabels(found: Recognised, { labels }: TensorFile): Recognised {
  const wanted = found.graph.output.shape.channels;
  if (found.labels !== undefined || labels === undefined) return found;
  if (labels.length === wanted) return { ...found, labels };
  return { ...found, notes: [...found.notes, { kind: 'labelsDoNotFit', got: labels.length, wanted }] };
}

/** A candidate but for its width, on which the number of layers does not depend. */
function depthOf({ model, options: { width: _, ...others } }: Candidate): string {
  return `${model.id} ${JSON.stringify(others)}`;
}

function architectureOf(file: TensorFile): string | undefined {
  return file.format === 'pytorch' ? file.architecture : undefined;
}

/** The layers' sizes; of a file whose layers are unknown, those of its tensors that may be weights. */
function sizesOf({ file, checkpoint }: Pick<Source, 'file' | 'checkpoint'>): LayerSizes {
  const layers = checkpoint.ok ? (checkpoint.value.orders[0] ?? []).map(({ weight }) => weight) : [];
  const weights = layers.length > 0 ? layers : file.tensors.filter(({ shape }) => shape.length > 1);
  const classifier = weights.find(({ name }) => name === 'classifier.weight') ?? weights.at(-1);
  // A layer before the classifier has no part in the width.
  const stated = checkpoint.ok ? checkpoint.value.stated : undefined;
  const hidden = stated === undefined ? 0 : hiddenUnits(stated);
  return {
    count: weights.length - (hidden > 0 ? 1 : 0),
    channels: weights.reduce((sum, { shape }) => sum + (shape[0] ?? 0), -hidden),
    classes: classifier?.shape[0] ?? 0,
  };
}

/** Whether the classifier of a list of layers has no bias; networks that are stated are compared without. */
function lacksBias(checkpoint: Result<CheckpointLayers, RunError>): boolean {
  if (!checkpoint.ok || checkpoint.value.stated !== undefined) return false;
  return checkpoint.value.orders.some((order) => order.length > 0 && order.at(-1)?.bias === undefined);
}

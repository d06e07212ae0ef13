import type { Graph } from '../../nets/graph';
import type { Model } from '../../nets/models/model';
import { parseChoice, type Choice } from '../../nets/parameter';
import { failure, success, type Result } from '../../nets/result';
import type { TensorValues } from '../../nets/weights/tensorValue';
import type { TensorFile, TensorFormat } from '../formats/parseTensorFile';
import type { Normalisation } from '../frames/preprocess';
import type { RunError } from '../errors/runError';
import { candidates, type Candidate, type LayerSizes } from './candidates';
import type { CheckpointLayers, Naming, WeightNote } from './checkpointLayers';
import { layersOf } from './layersOf';
import { callNotes, conventionsOf, epsilonSetting, strideNotes } from './conventions';
import type { ChosenConventions, Setting } from './conventions';
import type { PublishedConfig } from './publishedConfig';
import { configRefusal, configured, ownNormalisation, type Sources } from './publisherConventions';
import { fittedTensors, type FitOptions, type Misfit } from './fittedTensors';
import { endMisfit, headless } from './endMisfit';
import { moduleMisfit } from './moduleMisfit';
import { namesakeOf } from './namesake';
import { hiddenUnits, statedFit, statedSettings } from './statedFit';
import type { StatedGraph } from '../stated/statedGraph';
import { endsInFeatures } from '../stated/endsInFeatures';
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
  /** What the weights assume, and where each of it comes from; empty for the app's own names. */
  readonly settings: readonly Setting[];
  /** What was done with the file's tensors on the way. */
  readonly notes: readonly WeightNote[];
  /** A name for each output, where the file or one beside it has them. */
  readonly labels?: readonly string[];
};

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
  const known = hasLayers ? candidates(options.model, options.options, sizesOf(source)) : [];
  let closest: Misfit | undefined;
  let closestModel: Model | undefined;
  // A classifier without a bias tells some releases from others; only where none fits is a bias made up.
  for (const filled of lacksBias(checkpoint) ? [{}, { fillsBias: 'classifier' as const }] : [{}]) {
    const far = new Set<string>();
    for (const candidate of known) {
      if (far.has(depthOf(candidate))) continue;
      const found = recognisedAs(candidate, { ...source, filled });
      if (found.ok) return success(withLabels(found.value, file));
      if (found.error.isFar === true) far.add(depthOf(candidate));
      if (closest === undefined || found.error.fitted > closest.fitted) {
        closest = found.error;
        closestModel = candidate.model;
      }
    }
  }
  const namesake = namesakeOf(file);
  if (namesake !== undefined) return failure({ code: 'namesake', namesake });
  if (checkpoint.ok && checkpoint.value.stated !== undefined && endsInFeatures(checkpoint.value.stated)) {
    return failure({ code: 'unreadableWeights', detail: headless });
  }
  const detailOfEnd =
    checkpoint.ok && checkpoint.value.stated === undefined ? endMisfit(checkpoint.value, closest, closestModel) : null;
  if (detailOfEnd !== null) return failure({ code: 'unreadableWeights', detail: detailOfEnd });
  const detail = `no layer with weights (got ${file.tensors.length} tensors)`;
  return failure(closest?.error ?? { code: 'unreadableWeights', detail });
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

type Source = {
  readonly filled: Pick<FitOptions, 'fillsBias'>;
  readonly file: TensorFile;
  readonly sources: Sources;
  readonly chosen: ChosenConventions;
  readonly checkpoint: Result<CheckpointLayers, RunError>;
  readonly own: OwnNames;
};

function recognisedAs({ model, options }: Candidate, source: Source): Result<Recognised, Misfit> {
  const { file, own, checkpoint, filled } = source;
  if (own.mayBeOf(model)) {
    const bare = model.build(options);
    if (!bare.ok) return failure({ error: { code: 'badNetwork', detail: bare.error }, fitted: -1 });
    if (own.areOf(bare.value)) {
      const normalisation = { ...ownNormalisation(model), ...scalingOf(source.chosen) };
      const shared = { format: file.format, naming: 'featherweight', normalisation, settings: [], notes: [] } as const;
      return built(model, { ...own.classesOf(bare.value), ...options }, shared, own.tensorsOf);
    }
  }
  if (!checkpoint.ok) return failure({ error: checkpoint.error, fitted: -1 });
  const { naming, orders, flattens, notes = [] } = checkpoint.value;
  const sources = configured(source.sources, model, naming);
  const refused = configRefusal(model, sources);
  if (refused !== undefined) return failure({ error: { code: 'unreadableWeights', detail: refused }, fitted: 0 });
  const { stated, orderFor } = checkpoint.value;
  if (stated !== undefined) {
    return recognisedAsStated({ model, options }, { ...source, sources }, { ...checkpoint.value, stated });
  }
  const conventions = conventionsOf(model, checkpoint.value, sources, { options, chosen: source.chosen });
  const { padding, normalisation, variants, settings } = conventions;
  const resolution = checkpoint.value.resolution ?? sources.config?.resolution;
  const choice = {
    classes: orders[0]?.at(-1)?.weight.shape[0] ?? 0,
    ...('padding' in model.options && { padding }),
    ...(resolution !== undefined && { resolution }),
    ...variants,
    ...options,
  };
  const said = [...notes, ...strideNotes(naming, choice.classes), ...callNotes(checkpoint.value.modules)];
  const found = built(model, choice, { format: file.format, naming, normalisation, settings, notes: said }, (graph) => {
    const ordered = orderFor === undefined ? orders : [orderFor(graph)];
    const fits = ordered.map((layers) =>
      layers === undefined ? withoutOrder : fittedTensors(graph, layers, { ...conventions, flattens, ...filled }),
    );
    return furthest(fits);
  });
  if (!found.ok) return found;
  const { modules } = checkpoint.value;
  const detail = modules === undefined ? undefined : moduleMisfit(found.value.graph, modules);
  if (detail !== undefined) {
    return failure({ error: { code: 'unreadableWeights', detail }, fitted: orders[0]?.length ?? 0 });
  }
  const norm = found.value.graph.nodes.find(({ op }) => op.kind === 'batchNorm')?.op;
  const graphEpsilon = norm?.kind === 'batchNorm' ? norm.epsilon : undefined;
  const epsilon =
    graphEpsilon === undefined
      ? []
      : [epsilonSetting(conventions, checkpoint.value, { graphEpsilon, sources, chosen: source.chosen })];
  const labels = sources.config?.labels;
  return success({
    ...found.value,
    settings: [...settings, ...epsilon, ...sizeSettings(found.value, options, checkpoint.value.resolution, sources)],
    ...(labels?.length === found.value.graph.output.shape.channels && { labels }),
  });
}

const withoutOrder = failure<Misfit>({
  error: {
    code: 'unreadableWeights',
    detail:
      "weights by class and number, whose order no network here tells: save the whole model, with model.save('model.keras')",
  },
  fitted: 0,
});

/** The candidate, if it computes what the file states, which tells more of the conventions. */
function recognisedAsStated(
  { model, options }: Candidate,
  { file, chosen, sources }: Source,
  checkpoint: CheckpointLayers & { readonly stated: StatedGraph },
): Result<Recognised, Misfit> {
  const { naming, flattens, notes = [], stated } = checkpoint;
  const given = conventionsOf(model, checkpoint, sources, { options, chosen });
  const fit = statedFit({ model, options }, stated, { ...given, flattens });
  if (!fit.ok) return fit;
  // One that pads as TensorFlow does is likely to take pixels as TensorFlow's networks do.
  const { resolution, ...others } = fit.value.choice;
  const known = { ...('padding' in others && { padding: others['padding'] }), ...options };
  const conventions = conventionsOf(model, checkpoint, sources, { options: known, chosen });
  const { graph, tensors, labels, normalisation } = fit.value;
  return success({
    ...{ format: file.format, naming, model, notes, options: others, resolution: Number(resolution), graph, tensors },
    normalisation: { ...conventions.normalisation, ...normalisation, ...scalingOf(chosen) },
    settings: statedSettings(conventions.settings, fit.value, { options, chosen }),
    ...(labels && { labels }),
  });
}

/** Width and resolution, as people choose them. */
function sizeSettings(
  { options, resolution }: Recognised,
  given: Choice,
  stated: number | undefined,
  { config }: Sources,
): readonly Setting[] {
  const from = stated !== undefined ? 'file' : config?.resolution === undefined ? 'assumed' : 'config';
  const width = options['width'];
  return [
    { name: 'resolution', value: String(resolution), from: 'resolution' in given ? 'chosen' : from },
    ...(width === undefined ? [] : [{ name: 'width', value: String(width), from: 'file' } as const]),
  ];
}

function scalingOf({ mean, std }: ChosenConventions): Partial<Normalisation> {
  return { ...(mean && { mean }), ...(std && { std }) };
}

type Shared = Pick<Recognised, 'format' | 'naming' | 'normalisation' | 'settings' | 'notes'>;

function built(
  model: Model,
  choice: Choice,
  described: Shared,
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
